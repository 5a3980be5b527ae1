-- Entries, what they said at each version, and the files beside them. `note`: what the organiser asked to have mended.
create table plaudit.entries (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  owner_id         uuid not null references directory.people (id),
  number           text,
  title            text not null default '' check (length(title) <= 200),
  nominee          text not null default '' check (length(nominee) <= 200),
  body             text not null default '' check (length(body) <= 20000),
  state            text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  created_at       timestamptz not null,
  saved_at         timestamptz not null,
  submitted_at     timestamptz,
  submitted_hash   bytea check (length(submitted_hash) = 32),
  note             text not null default '' check (length(note) <= 2000),
  version          integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, edition_id, number),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id),
  check ((submitted_at is null) = (state = 'draft') and (number is null) = (state = 'draft') and (submitted_hash is null) = (state = 'draft'))
);
create index entries_edition on plaudit.entries (organisation_id, edition_id, state, id);
create index entries_submitted on plaudit.entries (organisation_id, edition_id, submitted_at, id);
create index entries_owner on plaudit.entries (organisation_id, owner_id, id);

create table plaudit.entry_history (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  version          integer not null,
  title            text not null,
  nominee          text not null,
  body             text not null,
  saved_by         uuid not null,
  saved_at         timestamptz not null,
  primary key (organisation_id, entry_id, version),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);

create table plaudit.entry_files (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  sha256           bytea not null check (length(sha256) = 32),
  name             text not null check (length(name) between 1 and 200),
  media_type       text not null,
  bytes            integer not null check (bytes > 0),
  added_at         timestamptz not null,
  removed_at       timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
create index entry_files_entry on plaudit.entry_files (organisation_id, entry_id);

grant select, insert, update on plaudit.entries, plaudit.entry_files to plaudit_app_rights;
grant select, insert on plaudit.entry_history to plaudit_app_rights;
grant select on plaudit.entries, plaudit.entry_files, plaudit.entry_history to plaudit_jobs_rights;
