-- An entry that may not compete. That is decided first and told later: until it is sent the verdict is nobody's but the screeners', and
-- the entry stands as it was.
-- contracts since 0037: the state takes one word more
alter table plaudit.entries
  drop constraint entries_state_check,
  add constraint entries_state_check check (state in ('draft', 'submitted', 'returned', 'accepted', 'withdrawn', 'ineligible'));
-- Since when its writer knows; null for every other.
alter table plaudit.entries add column ineligible_at timestamptz;

create table plaudit.screening_verdicts (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  -- One of the reasons of its edition, as it was called then; and what the writer is told besides.
  why              text not null check (length(why) between 1 and 200),
  words            text not null check (length(words) <= 1500),
  -- The entry that competes in its place.
  duplicate_of     uuid,
  decided_by       uuid not null references directory.people (id),
  decided_at       timestamptz not null,
  -- What a second screener said of it.
  looked_by        uuid references directory.people (id),
  looked_at        timestamptz,
  agrees           boolean,
  remark           text not null default '' check (length(remark) <= 1500),
  sent_by          uuid references directory.people (id),
  sent_at          timestamptz,
  undone_by        uuid references directory.people (id),
  undone_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, duplicate_of) references plaudit.entries (organisation_id, id),
  check (looked_by <> decided_by),
  check (duplicate_of <> entry_id),
  check ((looked_by is null) = (agrees is null) and (looked_by is null) = (looked_at is null))
);
create unique index screening_verdicts_standing on plaudit.screening_verdicts (organisation_id, entry_id) where undone_at is null;
grant select, insert, update on plaudit.screening_verdicts to plaudit_app_rights;
-- Jobs blank what was said of people who are erased.
grant select, update on plaudit.screening_verdicts to plaudit_jobs_rights;

-- Whoever wrote the entry learns it when it is sent.
alter table plaudit.screening_verdicts enable row level security;
alter table plaudit.screening_verdicts force row level security;
create policy verdicts_opened on plaudit.screening_verdicts
  using (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));

-- How an edition is screened, where somebody has said so: whether a second screener has to agree, and what an entry is ruled out for.
create table plaudit.screening_settings (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  second_look      boolean not null,
  reasons          text[] not null check (cardinality(reasons) between 1 and 20),
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
grant select, insert, update on plaudit.screening_settings to plaudit_app_rights;
grant select on plaudit.screening_settings to plaudit_jobs_rights;
