-- Ways in that somebody else vouches for, administrators who stand in for a person, and whom a second factor is asked of.

-- Global, like the account it opens: whoever a provider calls by this subject is this person, whatever address either has.
create table directory.identities (
  issuer      text not null check (length(issuer) between 1 and 500),
  subject     text not null check (length(subject) between 1 and 500),
  id          uuid not null unique,
  person_id   uuid not null references directory.people (id) on delete cascade,
  provider    text not null check (length(provider) between 1 and 60),
  label       text not null check (length(label) <= 254),
  created_at  timestamptz not null,
  used_at     timestamptz,
  primary key (issuer, subject)
);
create index identities_person on directory.identities (person_id);

-- Somebody on their way to a provider and back: bound to their browser, for one return. Global: nobody knows yet who comes back.
create table directory.provider_visits (
  state_hash    bytea primary key check (length(state_hash) = 32),
  browser_hash  bytea not null check (length(browser_hash) = 32),
  provider      text not null check (length(provider) between 1 and 60),
  person_id     uuid references directory.people (id) on delete cascade,
  onward        text not null check (length(onward) <= 2000),
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);

-- An administrator who acts as somebody else, for a reason and for a while, in one session.
create table plaudit.stand_ins (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid not null references directory.people (id),
  by_id            uuid not null references directory.people (id),
  session_id       uuid not null,
  reason           text not null check (length(reason) between 3 and 500),
  began_at         timestamptz not null,
  ends_at          timestamptz not null,
  ended_at         timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id),
  check (person_id <> by_id),
  check (ended_at is null or ended_at >= began_at)
);
create unique index stand_ins_open on plaudit.stand_ins (organisation_id, session_id) where ended_at is null;
create index stand_ins_person on plaudit.stand_ins (organisation_id, person_id, began_at desc);

alter table directory.organisations add column everybody_needs_factor boolean not null default false;
alter table plaudit.programmes add column factor_roles text[] not null default '{}'
  check (factor_roles <@ array['manager', 'judge', 'auditor']);

grant update (everybody_needs_factor) on directory.organisations to plaudit_app_rights;
grant select, insert, update, delete on directory.identities, directory.provider_visits to plaudit_app_rights;
grant select, delete on directory.identities, directory.provider_visits to plaudit_jobs_rights;
grant select, insert, update (ended_at) on plaudit.stand_ins to plaudit_app_rights;
grant select, update (reason) on plaudit.stand_ins to plaudit_jobs_rights;
