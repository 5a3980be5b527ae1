-- The few tables that belong to no organisation; each says why.

-- An organisation is what everything else is kept apart by, so it cannot lie inside one.
create table directory.organisations (
  id          uuid primary key,
  slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name        text not null check (length(name) between 1 and 200),
  host        text unique,
  created_at  timestamptz not null
);

-- A person may judge for one organisation and enter with another: one sign-in, many organisations.
create table directory.people (
  id             uuid primary key,
  email          text check (email = lower(email)),
  name           text not null check (length(name) <= 200),
  password_hash  text,
  language       text not null default 'en',
  created_at     timestamptz not null,
  erased_at      timestamptz,
  version        integer not null default 1,
  check ((email is null) = (erased_at is not null))
);
create unique index people_email on directory.people (email);

-- A session belongs to a person, wherever they go. Only the hash of the token is kept.
create table directory.sessions (
  token_hash  bytea primary key check (length(token_hash) = 32),
  id          uuid not null unique,
  person_id   uuid not null references directory.people (id) on delete cascade,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index sessions_person on directory.sessions (person_id);

-- A mailed link for one use. It exists before we know whom it will sign in, or make an account for.
create table directory.links (
  token_hash  bytea primary key check (length(token_hash) = 32),
  purpose     text not null check (purpose in ('sign-in', 'set-up')),
  email       text check (email = lower(email)),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  check ((purpose = 'set-up') = (email is null))
);

-- Failed passwords are counted by address wherever they are tried; the address itself is not kept.
create table directory.sign_in_failures (
  email_hash  bytea primary key check (length(email_hash) = 32),
  failures    integer not null,
  first_at    timestamptz not null
);

grant select, insert, update (name) on directory.organisations to plaudit_app_rights;
grant select on directory.organisations to plaudit_jobs_rights;
grant select, insert, update on directory.people to plaudit_app_rights, plaudit_jobs_rights;
grant select, insert, update, delete on directory.sessions, directory.links, directory.sign_in_failures to plaudit_app_rights;
grant select, delete on directory.sessions, directory.links, directory.sign_in_failures to plaudit_jobs_rights;
