-- Who writes an entry beside its owner: invited by mail to one entry, with the right to read it, to write it, or to send it in as well. A right
-- is a row and nothing else, so that taking it away acts on whatever comes next. A next version has the writers of the entry it is of.
create table plaudit.entry_writers (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  person_id        uuid not null references directory.people (id),
  rights           text not null check (rights in ('view', 'edit', 'submit')),
  joined_at        timestamptz not null,
  primary key (organisation_id, entry_id, person_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
create index entry_writers_person on plaudit.entry_writers (organisation_id, person_id);
grant select, insert, update, delete on plaudit.entry_writers to plaudit_app_rights;
grant select, insert, update, delete on plaudit.entry_writers to plaudit_jobs_rights;

create table plaudit.writer_invitations (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  email            text not null check (email = lower(email)),
  name             text not null,
  rights           text not null check (rights in ('view', 'edit', 'submit')),
  token_hash       bytea not null check (length(token_hash) = 32),
  invited_by       uuid not null references directory.people (id),
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  accepted_by      uuid references directory.people (id),
  withdrawn_at     timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index writer_invitations_entry on plaudit.writer_invitations (organisation_id, entry_id, created_at);
-- An address has one link to an entry at a time.
create unique index writer_invitations_open on plaudit.writer_invitations (organisation_id, entry_id, email)
  where accepted_at is null and withdrawn_at is null;
grant select, insert, update on plaudit.writer_invitations to plaudit_app_rights;
grant select, update on plaudit.writer_invitations to plaudit_jobs_rights;
