-- Requests about one's own data, holds that keep data, and timers that let data go; accounts that became one; and what erasing may touch.

-- Two accounts of one person: what is left of the one is a name for the other.
alter table directory.people
  add column same_as uuid references directory.people (id),
  add column merged_at timestamptz,
  drop constraint people_check,
  add constraint people_address check ((email is null) = (erased_at is not null or merged_at is not null)),
  add constraint people_merged check ((same_as is null) or (merged_at is not null and same_as <> id));
create index people_same_as on directory.people (same_as) where same_as is not null;

-- Global like the account itself: an address that leads to it besides its own.
create table directory.other_addresses (
  email      text primary key check (email = lower(email)),
  person_id  uuid not null references directory.people (id) on delete cascade,
  added_at   timestamptz not null
);
create index other_addresses_person on directory.other_addresses (person_id);

alter table directory.links
  drop constraint links_purpose_check,
  add constraint links_purpose_check check (purpose in ('sign-in', 'set-up', 'new-address', 'old-address', 'merge')),
  drop constraint links_check1,
  add constraint links_of_somebody check ((purpose in ('new-address', 'old-address', 'merge')) = (person_id is not null));

-- One open request of a kind a person. An export's content lies among the files until it expires.
create table plaudit.privacy_requests (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid not null references directory.people (id),
  kind             text not null check (kind in ('export', 'erasure')),
  state            text not null check (state in ('waiting', 'ready', 'done', 'withdrawn', 'refused', 'expired')),
  asked_by         uuid references directory.people (id),
  reason           text not null default '' check (length(reason) <= 500),
  refusal          text,
  created_at       timestamptz not null,
  due_at           timestamptz not null,
  settled_at       timestamptz,
  sha256           bytea check (length(sha256) = 32),
  bytes            bigint,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id),
  check ((sha256 is not null) = (kind = 'export' and state = 'ready')),
  check ((settled_at is null) = (state in ('waiting', 'ready')))
);
create unique index privacy_requests_open on plaudit.privacy_requests (organisation_id, person_id, kind) where settled_at is null;
create index privacy_requests_newest on plaudit.privacy_requests (organisation_id, created_at desc, id desc);
create index privacy_requests_due on plaudit.privacy_requests (organisation_id, due_at) where settled_at is null;

-- Nothing of what is held is erased or runs out: a dispute, an inquiry.
create table plaudit.privacy_holds (
  organisation_id  uuid not null,
  id               uuid not null,
  subject_kind     text not null check (subject_kind in ('person', 'programme')),
  subject_id       uuid not null,
  reason           text not null check (length(reason) between 3 and 500),
  placed_by        uuid not null references directory.people (id),
  placed_at        timestamptz not null,
  lifted_by        uuid references directory.people (id),
  lifted_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id),
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index privacy_holds_standing on plaudit.privacy_holds (organisation_id, subject_id) where lifted_at is null;

-- How long data is kept where the default does not fit: for a programme, or (scope is the organisation's id) for all of them.
create table plaudit.retention_rules (
  organisation_id  uuid not null,
  scope_id         uuid not null,
  timer            text not null,
  days             integer not null check (days between 1 and 36500),
  automatic        boolean not null,
  changed_at       timestamptz not null,
  primary key (organisation_id, scope_id, timer),
  foreign key (organisation_id) references directory.organisations (id)
);

grant select, insert, update, delete on directory.other_addresses to plaudit_app_rights;
grant select, delete on directory.other_addresses to plaudit_jobs_rights;
grant select, insert, update on plaudit.privacy_requests, plaudit.privacy_holds, plaudit.retention_rules to plaudit_app_rights;
grant select on plaudit.privacy_holds, plaudit.retention_rules to plaudit_jobs_rights;
grant update (reason) on plaudit.privacy_holds to plaudit_jobs_rights;
grant select, insert, update on plaudit.privacy_requests to plaudit_jobs_rights;

-- What erasing takes, column by column: the jobs role alone does it.
grant delete on plaudit.memberships, plaudit.programme_roles, plaudit.entry_files, plaudit.outbox, plaudit.assignments to plaudit_jobs_rights;
grant update (request) on plaudit.idempotency_keys to plaudit_jobs_rights;
grant update (email, name, withdrawn_at) on plaudit.invitations to plaudit_jobs_rights;
grant update (title, nominee) on plaudit.honours to plaudit_jobs_rights;
grant update (title, nominee, body, note) on plaudit.entries to plaudit_jobs_rights;
grant update (title, nominee, body) on plaudit.entry_history to plaudit_jobs_rights;
grant update (reason) on plaudit.screening_decisions, plaudit.interests to plaudit_jobs_rights;
grant select, update (comment), delete on plaudit.ballots to plaudit_jobs_rights;
grant select, delete on plaudit.ballot_marks to plaudit_jobs_rights;
grant select on plaudit.decisions to plaudit_jobs_rights;
-- What becomes another account's.
grant update (person_id), delete on plaudit.acceptances to plaudit_app_rights;
grant update (judge_id), delete on plaudit.interests to plaudit_app_rights;

-- Bodies that name somebody though they are nobody's or somebody else's: found by what only that person has, an address.
create function plaudit.erase_bodies_naming(organisation uuid, needles text[], reason text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare erased integer; begin
    if length(coalesce(reason, '')) < 3 then raise exception 'a reason is needed'; end if;
    update plaudit.audit_bodies b set salt = null, body = null, person_id = null,
        erased_at = plaudit.plaudit_now(), erased_reason = reason
      where b.organisation_id = organisation and b.body is not null
        and exists (select from unnest(needles) needle where length(needle) > 2 and strpos(b.body, needle) > 0);
    get diagnostics erased = row_count;
    return erased;
  end $$;
-- Jobs that say the same, in what they are given or in how they failed; one that runs at this moment is left to end.
create function plaudit.forget_in_queue(organisation uuid, needles text[]) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare gone integer; begin
    select count(*) into gone from graphile_worker.complete_jobs(array(
      select j.id from graphile_worker._private_jobs j
       where j.payload ->> 'organisation' = organisation::text and j.locked_at is null
         and exists (select from unnest(needles) needle where length(needle) > 2
           and (strpos(j.payload::text, needle) > 0 or strpos(coalesce(j.last_error, ''), needle) > 0))));
    return gone;
  end $$;
revoke all on function plaudit.erase_bodies_naming(uuid, text[], text), plaudit.forget_in_queue(uuid, text[]) from public;
grant execute on function plaudit.erase_bodies_naming(uuid, text[], text), plaudit.forget_in_queue(uuid, text[]) to plaudit_jobs_rights;
