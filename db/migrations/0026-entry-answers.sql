-- What an entry answers to the form of its category, field by field: at a version of the entry, the newest row of each field of that
-- version or before. Rows are only ever added; what was emptied is a row without an answer.
create table plaudit.entry_answers (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  field            text not null check (length(field) between 1 and 60),
  version          integer not null check (version > 0),
  answer           jsonb,
  saved_by         uuid not null,
  saved_at         timestamptz not null,
  primary key (organisation_id, entry_id, field, version),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
grant select, insert on plaudit.entry_answers to plaudit_app_rights;
grant select, delete on plaudit.entry_answers to plaudit_jobs_rights;

-- The field a file answers; null: it lies beside the entry as a whole.
alter table plaudit.entry_files add column field text check (length(field) between 1 and 60);

-- The version of its edition an entry was submitted under: by its form it is read ever after.
alter table plaudit.entries add column rules_version integer;
