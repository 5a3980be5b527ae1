-- Seasons that were made up before an edition opened: what was asked for, and what the edition was made of when it was.

-- Its work is a long job of the same id, which holds how far it is and what came out.
create table plaudit.dry_runs (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  -- The edition's version that it is about.
  version          integer not null check (version > 0),
  asked            jsonb not null,
  plan             jsonb not null,
  asked_at         timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references plaudit.long_jobs (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index dry_runs_edition on plaudit.dry_runs (organisation_id, edition_id, asked_at desc, id desc);

grant select, insert on plaudit.dry_runs to plaudit_app_rights;
grant select on plaudit.dry_runs to plaudit_jobs_rights;
