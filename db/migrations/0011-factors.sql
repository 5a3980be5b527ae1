-- How people prove who they are beyond a link and a password, and what a session can tell its owner of itself.
alter table directory.sessions
  add column seen_at    timestamptz,
  add column proved_at  timestamptz,
  add column browser    text not null default '' check (length(browser) <= 40),
  add column system     text not null default '' check (length(system) <= 40),
  add column strong     boolean not null default false,
  add column waiting    boolean not null default false,
  add check (not (strong and waiting));
update directory.sessions set seen_at = created_at, proved_at = created_at;
alter table directory.sessions alter column seen_at set not null, alter column proved_at set not null;

-- What somebody has, to show beside what they know: theirs wherever they go, like the account itself.
create table directory.factors (
  id             uuid primary key,
  person_id      uuid not null references directory.people (id) on delete cascade,
  kind           text not null check (kind in ('authenticator', 'passkey')),
  name           text not null check (length(name) between 1 and 100),
  created_at     timestamptz not null,
  confirmed_at   timestamptz,
  used_at        timestamptz,
  sealed_secret  bytea,
  last_step      bigint,
  credential_id  bytea unique,
  public_key     bytea,
  counter        bigint,
  transports     text not null default '',
  check ((kind = 'authenticator') = (sealed_secret is not null)),
  check (kind <> 'passkey' or (credential_id is not null and public_key is not null and counter is not null and confirmed_at is not null)),
  check (kind = 'passkey' or (credential_id is null and public_key is null and counter is null))
);
create index factors_person on directory.factors (person_id);

-- For whoever lost what they had: codes of a person for one use each, kept as keyed hashes.
create table directory.recovery_codes (
  code_hash   bytea primary key check (length(code_hash) = 32),
  person_id   uuid not null references directory.people (id) on delete cascade,
  created_at  timestamptz not null,
  used_at     timestamptz
);
create index recovery_codes_person on directory.recovery_codes (person_id);

-- New codes of a person, sealed, until their owner says they are kept or their time passes: an answer that got lost is shown again.
create table directory.fresh_recovery_codes (
  person_id     uuid primary key references directory.people (id) on delete cascade,
  sealed_codes  bytea not null,
  expires_at    timestamptz not null
);

-- A challenge carries its own proof and belongs to no row until it is answered; an answer is taken once, whoever gives it.
create table directory.answered_challenges (
  challenge_hash  bytea primary key check (length(challenge_hash) = 32),
  expires_at      timestamptz not null
);

alter table directory.organisations add column administrators_need_factor boolean not null default false;

-- Failures are counted for whatever tries: an account from one place, a place, a factor.
alter table directory.sign_in_failures rename column email_hash to bucket_hash;

grant update (administrators_need_factor) on directory.organisations to plaudit_app_rights;
grant select, insert, update, delete on directory.factors, directory.recovery_codes, directory.fresh_recovery_codes,
  directory.answered_challenges to plaudit_app_rights;
grant select, delete on directory.factors, directory.recovery_codes, directory.fresh_recovery_codes,
  directory.answered_challenges to plaudit_jobs_rights;
