-- Tallies as they were computed, and what was decided on them. Secret until the announced instant.
create table plaudit.tallies (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  ballots          integer not null,
  ballots_hash     bytea not null check (length(ballots_hash) = 32),
  result           jsonb not null,
  result_hash      bytea not null check (length(result_hash) = 32),
  computed_by      uuid not null references directory.people (id),
  computed_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index tallies_edition on plaudit.tallies (organisation_id, edition_id, computed_at desc);

create table plaudit.decisions (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  entry_id         uuid not null,
  tally_id         uuid not null,
  rank             integer not null check (rank >= 1),
  score            text not null,
  ballots          integer not null,
  won              boolean not null,
  decided_at       timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, edition_id, entry_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, tally_id) references plaudit.tallies (organisation_id, id)
);

grant select, insert on plaudit.tallies, plaudit.decisions to plaudit_app_rights;
grant delete on plaudit.decisions to plaudit_app_rights;

alter table plaudit.tallies enable row level security;
alter table plaudit.tallies force row level security;
create policy tallies_opened on plaudit.tallies
  using (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));
alter table plaudit.decisions enable row level security;
alter table plaudit.decisions force row level security;
create policy decisions_announced_or_opened on plaudit.decisions
  using (organisation_id = plaudit.current_organisation() and (plaudit.scope_open('decisions') or exists (
    select from plaudit.editions e where e.organisation_id = decisions.organisation_id and e.id = decisions.edition_id
      and e.announced_at <= plaudit.plaudit_now())))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));
-- An announcement may be withdrawn while it lies in the future; once made, it stays.
create policy decisions_announced_stay on plaudit.decisions as restrictive for delete
  using (not exists (
    select from plaudit.editions e where e.organisation_id = decisions.organisation_id and e.id = decisions.edition_id
      and e.announced_at <= plaudit.plaudit_now()));
