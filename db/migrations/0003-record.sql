-- The audit record: events that nobody may change, bodies that can be erased, chains that show both.
create table plaudit.audit_events (
  organisation_id  uuid not null,
  id               uuid not null,
  chain_id         uuid not null,
  transaction_id   xid8 not null default pg_current_xact_id(),
  kind             text not null,
  subject_kind     text not null,
  subject_id       uuid not null,
  at               timestamptz not null,
  event            text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);
create index audit_events_order on plaudit.audit_events (organisation_id, transaction_id, id);
create index audit_events_chain on plaudit.audit_events (organisation_id, chain_id, at, id);
create index audit_events_subject on plaudit.audit_events (organisation_id, subject_id, at);

create table plaudit.audit_bodies (
  organisation_id  uuid not null,
  event_id         uuid not null,
  person_id        uuid,
  salt             bytea,
  body             text,
  erased_at        timestamptz,
  erased_reason    text,
  primary key (organisation_id, event_id),
  foreign key (organisation_id, event_id) references plaudit.audit_events (organisation_id, id),
  check ((body is null) = (erased_at is not null) and (salt is null) = (erased_at is not null)
    and (erased_reason is null) = (erased_at is null))
);
create index audit_bodies_person on plaudit.audit_bodies (organisation_id, person_id);

-- One chain a programme, and one for what belongs to no programme (its id is the organisation's).
-- Only the organisation's own chain keeps `sealed_to`: whoever locks that row seals for all its chains.
create table plaudit.audit_chains (
  organisation_id      uuid not null,
  id                   uuid not null,
  sealed_to            xid8 not null default '0',
  length               integer not null default 0,
  head                 bytea not null,
  sealed_at            timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);

create table plaudit.audit_seals (
  organisation_id  uuid not null,
  chain_id         uuid not null,
  seq              integer not null check (seq > 0),
  event_id         uuid not null,
  seal             bytea not null check (length(seal) = 32),
  sealed_at        timestamptz not null,
  primary key (organisation_id, chain_id, seq),
  unique (organisation_id, event_id),
  foreign key (organisation_id, chain_id) references plaudit.audit_chains (organisation_id, id),
  foreign key (organisation_id, event_id) references plaudit.audit_events (organisation_id, id)
);

grant select, insert on plaudit.audit_events, plaudit.audit_bodies to plaudit_app_rights, plaudit_jobs_rights;
grant select on plaudit.audit_chains, plaudit.audit_seals to plaudit_app_rights;
grant select, insert, update on plaudit.audit_chains to plaudit_jobs_rights;
grant select, insert on plaudit.audit_seals to plaudit_jobs_rights;

-- The only way a body goes: whole, with its salt, for a stated reason; the event and its commitment stay.
create function plaudit.erase_audit_bodies(organisation uuid, person uuid, reason text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare erased integer; begin
    if length(coalesce(reason, '')) < 3 then raise exception 'a reason is needed'; end if;
    update plaudit.audit_bodies set salt = null, body = null, person_id = null,
        erased_at = plaudit.plaudit_now(), erased_reason = reason
      where organisation_id = organisation and person_id = person and body is not null;
    get diagnostics erased = row_count;
    return erased;
  end $$;
revoke all on function plaudit.erase_audit_bodies(uuid, uuid, text) from public;
grant execute on function plaudit.erase_audit_bodies(uuid, uuid, text) to plaudit_jobs_rights;
