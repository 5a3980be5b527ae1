-- More time than others have: for one entrant of an edition, or for everybody an outage kept from sending in. Nobody else's close moves.

create table plaudit.outage_graces (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  -- The outage, [from, to), as a manager states it.
  from_at          timestamptz not null,
  to_at            timestamptz not null,
  until            timestamptz not null,
  reason           text not null check (length(reason) <= 2000),
  -- What there is of a log, as it was attached.
  log              text not null default '' check (length(log) <= 20000),
  people           integer not null check (people > 0),
  given_by         uuid not null references directory.people (id),
  given_at         timestamptz not null,
  ended_at         timestamptz,
  ended_by         uuid references directory.people (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check (from_at < to_at and (ended_at is null) = (ended_by is null))
);
create index outage_graces_edition on plaudit.outage_graces (organisation_id, edition_id, given_at);

create table plaudit.deadline_extensions (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  person_id        uuid not null references directory.people (id),
  until            timestamptz not null,
  reason           text not null check (length(reason) <= 2000),
  -- Null: for this entrant alone.
  grace_id         uuid,
  given_by         uuid not null references directory.people (id),
  given_at         timestamptz not null,
  -- When it was taken back.
  ended_at         timestamptz,
  ended_by         uuid references directory.people (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, grace_id) references plaudit.outage_graces (organisation_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index deadline_extensions_person on plaudit.deadline_extensions (organisation_id, edition_id, person_id);
create index deadline_extensions_grace on plaudit.deadline_extensions (organisation_id, grace_id) where grace_id is not null;

grant select, insert, update on plaudit.outage_graces, plaudit.deadline_extensions to plaudit_app_rights;
grant select on plaudit.outage_graces to plaudit_jobs_rights;
grant select, update (reason) on plaudit.deadline_extensions to plaudit_jobs_rights;
