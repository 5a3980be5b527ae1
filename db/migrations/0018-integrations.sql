-- Programs that act for people, and servers of others that are told what happened.

-- A key does what its person may at that moment, within its scopes and programmes. Only its hash is kept; sealed, and for minutes, what
-- was made, so that an answer that got lost is shown again.
create table plaudit.api_keys (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid not null references directory.people (id),
  name             text not null check (length(name) between 1 and 100),
  prefix           text not null check (length(prefix) = 6),
  secret_hash      bytea not null check (length(secret_hash) = 32),
  sealed_secret    bytea,
  shown_until      timestamptz,
  scopes           text[] not null check (cardinality(scopes) > 0),
  every_programme  boolean not null,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  revoked_at       timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  foreign key (organisation_id) references directory.organisations (id),
  check ((sealed_secret is null) = (shown_until is null)),
  check (expires_at > created_at)
);
create index api_keys_person on plaudit.api_keys (organisation_id, person_id);

create table plaudit.api_key_programmes (
  organisation_id  uuid not null,
  key_id           uuid not null,
  programme_id     uuid not null,
  primary key (organisation_id, key_id, programme_id),
  foreign key (organisation_id, key_id) references plaudit.api_keys (organisation_id, id) on delete cascade,
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id)
);

-- Who is told of a programme's events: `position` is how far the programme's record was looked through for it, `told` how many deliveries
-- there have been. `working_until` is the lease of the job that is at it, so that one job at a time sends and the order holds.
create table plaudit.webhooks (
  organisation_id    uuid not null,
  id                 uuid not null,
  programme_id       uuid not null,
  address            text not null check (length(address) between 8 and 1000),
  note               text not null default '' check (length(note) <= 200),
  kinds              text[] not null check (cardinality(kinds) > 0),
  state              text not null check (state in ('on', 'off', 'failed')),
  sealed_secret      bytea not null,
  sealed_old_secret  bytea,
  old_secret_until   timestamptz,
  shown_until        timestamptz,
  version            integer not null default 1,
  position           integer not null,
  told               integer not null default 0,
  failing_since      timestamptz,
  working_until      timestamptz,
  created_by         uuid not null references directory.people (id),
  created_at         timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  check ((sealed_old_secret is null) = (old_secret_until is null))
);
create index webhooks_programme on plaudit.webhooks (organisation_id, programme_id);

-- One event on its way to one webhook, with what its last attempts came to.
create table plaudit.webhook_deliveries (
  organisation_id  uuid not null,
  webhook_id       uuid not null,
  event_id         uuid not null,
  number           integer not null check (number > 0),
  kind             text not null,
  subject_kind     text not null,
  subject_id       uuid not null,
  event_at         timestamptz not null,
  state            text not null check (state in ('waiting', 'delivered', 'failed')),
  tries            integer not null default 0,
  due_at           timestamptz,
  attempts         jsonb not null default '[]',
  created_at       timestamptz not null,
  settled_at       timestamptz,
  primary key (organisation_id, webhook_id, event_id),
  unique (organisation_id, webhook_id, number),
  foreign key (organisation_id, webhook_id) references plaudit.webhooks (organisation_id, id) on delete cascade,
  foreign key (organisation_id, event_id) references plaudit.audit_events (organisation_id, id),
  check ((state = 'waiting') = (due_at is not null) and (state = 'waiting') = (settled_at is null))
);
create index webhook_deliveries_due on plaudit.webhook_deliveries (organisation_id, webhook_id, due_at) where state = 'waiting';
create index webhook_deliveries_event on plaudit.webhook_deliveries (organisation_id, event_id);

grant select, insert, update, delete on plaudit.api_keys to plaudit_app_rights;
grant select, update, delete on plaudit.api_keys to plaudit_jobs_rights;
grant select, insert on plaudit.api_key_programmes to plaudit_app_rights;
grant select, insert, update, delete on plaudit.webhooks to plaudit_app_rights;
grant select, update on plaudit.webhooks to plaudit_jobs_rights;
grant select, update, delete on plaudit.webhook_deliveries to plaudit_app_rights;
grant select, insert, update, delete on plaudit.webhook_deliveries to plaudit_jobs_rights;
