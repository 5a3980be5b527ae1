-- Companies that may be one: how they are found, what was asked about them, and merges that can be undone.

-- One row an organisation: whoever changes names, parents or merges holds it, so that each sees what the other did.
create table plaudit.company_registers (
  organisation_id  uuid not null,
  changes          integer not null,
  primary key (organisation_id),
  foreign key (organisation_id) references directory.organisations (id)
);

-- What two companies must share to be compared at all.
create table plaudit.company_keys (
  organisation_id  uuid not null,
  key              text not null,
  company_id       uuid not null,
  primary key (organisation_id, key, company_id),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id)
);
create index company_keys_company on plaudit.company_keys (organisation_id, company_id);

create table plaudit.company_pairs (
  organisation_id  uuid not null,
  first_id         uuid not null,
  second_id        uuid not null,
  score            integer not null check (score between 0 and 1000),
  evidence         jsonb not null,
  found_at         timestamptz not null,
  dismissed_at     timestamptz,
  dismissed_by     uuid references directory.people (id),
  primary key (organisation_id, first_id, second_id),
  foreign key (organisation_id, first_id) references plaudit.companies (organisation_id, id),
  foreign key (organisation_id, second_id) references plaudit.companies (organisation_id, id),
  check (first_id < second_id),
  check ((dismissed_at is null) = (dismissed_by is null))
);
create index company_pairs_open on plaudit.company_pairs (organisation_id, score desc, first_id, second_id) where dismissed_at is null;
create index company_pairs_second on plaudit.company_pairs (organisation_id, second_id);

create table plaudit.company_merges (
  organisation_id  uuid not null,
  id               uuid not null,
  kept_id          uuid not null,
  merged_id        uuid not null,
  moved            jsonb not null,
  merged_by        uuid not null references directory.people (id),
  merged_at        timestamptz not null,
  undone_by        uuid references directory.people (id),
  undone_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, kept_id) references plaudit.companies (organisation_id, id),
  foreign key (organisation_id, merged_id) references plaudit.companies (organisation_id, id),
  check (kept_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
-- A company is merged into one other at most.
create unique index company_merges_standing on plaudit.company_merges (organisation_id, merged_id) where undone_at is null;
create index company_merges_kept on plaudit.company_merges (organisation_id, kept_id);

grant select, insert, update on plaudit.company_registers, plaudit.company_merges to plaudit_app_rights;
grant select, insert, delete on plaudit.company_keys to plaudit_app_rights;
grant select, insert, update, delete on plaudit.company_pairs to plaudit_app_rights;
grant select on plaudit.company_pairs, plaudit.company_merges to plaudit_jobs_rights;
