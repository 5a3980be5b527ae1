-- What organisations keep of the files people send: each content once, what was found in it, and how many rows refer to it. And files
-- on their way here, whose bytes lie outside the database.
create table plaudit.contents (
  organisation_id  uuid not null,
  hash             bytea not null check (length(hash) = 32),
  bytes            bigint not null check (bytes > 0),
  media_type       text not null check (length(media_type) between 3 and 100),
  state            text not null check (state in ('held', 'clean', 'refused', 'unscanned')),
  finding          text not null default '' check (length(finding) <= 200),
  facts            jsonb not null default '{}',
  refers           integer not null check (refers >= 0),
  kept_at          timestamptz not null,
  checked_at       timestamptz,
  primary key (organisation_id, hash),
  foreign key (organisation_id) references directory.organisations (id)
);
create index contents_state on plaudit.contents (organisation_id, state, kept_at);
create index contents_unused on plaudit.contents (organisation_id, kept_at) where refers = 0;

insert into plaudit.contents (organisation_id, hash, bytes, media_type, state, refers, kept_at)
select organisation_id, sha256, min(bytes), min(media_type), 'unscanned', count(*), min(added_at)
  from plaudit.entry_files group by organisation_id, sha256;

-- A file taken away before anything was submitted lets its content go.
alter table plaudit.entry_files
  alter column sha256 drop not null,
  add check (sha256 is not null or removed_at is not null),
  add foreign key (organisation_id, sha256) references plaudit.contents (organisation_id, hash);
create index entry_files_content on plaudit.entry_files (organisation_id, sha256);

create table plaudit.uploads (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid not null references directory.people (id),
  subject_kind     text not null check (length(subject_kind) <= 40),
  subject_id       uuid not null,
  name             text not null check (length(name) between 1 and 200),
  bytes            bigint not null check (bytes > 0),
  started_at       timestamptz not null,
  expires_at       timestamptz not null,
  kept             jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);
create index uploads_expiry on plaudit.uploads (organisation_id, expires_at);
create index uploads_sender on plaudit.uploads (organisation_id, person_id, subject_id);

grant select, insert, update on plaudit.contents to plaudit_app_rights;
grant select, insert, update, delete on plaudit.uploads to plaudit_app_rights;
grant select, update, delete on plaudit.contents to plaudit_jobs_rights;
grant select, delete on plaudit.uploads to plaudit_jobs_rights;
