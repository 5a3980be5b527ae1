-- Letters of referees: asked for by who writes an entry, written by somebody without an account, through a link. A next version has the letters
-- of the entry it is of. A confidential letter is never read for whoever wrote the entry; who it is asked of is the entrant's to choose, and
-- whether it is confidential is settled when it is asked for.
create table plaudit.letter_requests (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  -- These five are blanked when the referee, or whoever entered, is erased.
  email            text not null check (email = lower(email)),
  name             text not null check (length(name) <= 200),
  relation         text not null check (length(relation) <= 200),
  message          text not null check (length(message) <= 2000),
  answer           text not null default '' check (length(answer) <= 5000),
  confidential     boolean not null,
  asked_by         uuid not null references directory.people (id),
  asked_at         timestamptz not null,
  reminded_at      timestamptz,
  -- When the letter first arrived; it may have been written anew since, which is nobody's but the referee's.
  written_at       timestamptz,
  text_hash           bytea check (length(text_hash) = 32),
  version          integer not null default 0 check (version >= 0),
  declined_at      timestamptz,
  withdrawn_at     timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  check ((written_at is null) = (text_hash is null)),
  check (num_nonnulls(written_at, declined_at, withdrawn_at) <= 1)
);
create index letter_requests_entry on plaudit.letter_requests (organisation_id, entry_id, asked_at);
-- An address is asked once for an entry, also where it declined.
create unique index letter_requests_asked on plaudit.letter_requests (organisation_id, entry_id, email)
  where withdrawn_at is null and email <> '';
grant select, insert on plaudit.letter_requests to plaudit_app_rights;
grant update (email, name, relation, message, answer, reminded_at, written_at, text_hash, version, declined_at, withdrawn_at)
  on plaudit.letter_requests to plaudit_app_rights;
grant select, update (email, name, relation, message, answer, declined_at, withdrawn_at) on plaudit.letter_requests to plaudit_jobs_rights;

-- One for each mail that carries one: a reminder does not end the link a referee is writing behind.
create table plaudit.letter_links (
  organisation_id  uuid not null,
  token_hash       bytea not null check (length(token_hash) = 32),
  request_id       uuid not null,
  made_at          timestamptz not null,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, request_id) references plaudit.letter_requests (organisation_id, id)
);
create index letter_links_request on plaudit.letter_links (organisation_id, request_id);
grant select, insert on plaudit.letter_links to plaudit_app_rights;
grant select on plaudit.letter_links to plaudit_jobs_rights;
