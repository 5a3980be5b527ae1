-- Spreadsheets of entries that were put in for their owners: what came in by which row, and, of paper, when it was received.
create table plaudit.entry_imports (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  file             text not null check (length(file) <= 200),
  -- SHA-256 of what was looked at and put in: the same rows are put in once.
  fingerprint      bytea not null check (length(fingerprint) = 32),
  kind             text not null check (kind in ('drafts', 'sent-in')),
  because          text not null check (length(because) <= 2000),
  imported_by      uuid not null references directory.people (id),
  imported_at      timestamptz not null,
  undone_by        uuid references directory.people (id),
  undone_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id),
  check ((undone_at is null) = (undone_by is null))
);
create index entry_imports_edition on plaudit.entry_imports (organisation_id, edition_id, imported_at);
create unique index entry_imports_once on plaudit.entry_imports (organisation_id, category_id, fingerprint) where undone_at is null;
grant select, insert, update (undone_by, undone_at) on plaudit.entry_imports to plaudit_app_rights;
grant select on plaudit.entry_imports to plaudit_jobs_rights;

create table plaudit.entry_import_rows (
  organisation_id  uuid not null,
  import_id        uuid not null,
  row              int not null check (row > 1),
  entry_id         uuid not null,
  -- What its sender called it; blanked when whoever entered is erased.
  reference        text not null check (length(reference) <= 200),
  received_at      timestamptz,
  primary key (organisation_id, import_id, row),
  unique (organisation_id, entry_id),
  foreign key (organisation_id, import_id) references plaudit.entry_imports (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
grant select, insert, update (reference) on plaudit.entry_import_rows to plaudit_app_rights;
grant select, update (reference) on plaudit.entry_import_rows to plaudit_jobs_rights;
