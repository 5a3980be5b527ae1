-- What every operation leans on: keys that make a retry act once, mail that waits to be sent, work that reports.

-- A key lives for days and names the organisation whose session wrote it. It refers to none: every save would lock that one row.
create table plaudit.idempotency_keys (
  organisation_id  uuid not null,
  actor            text not null,
  key              text not null check (length(key) between 8 and 128),
  operation        text not null,
  request_hash     bytea not null,
  request          jsonb not null,
  answer           jsonb not null,
  created_at       timestamptz not null,
  primary key (organisation_id, actor, key)
);
create index idempotency_keys_age on plaudit.idempotency_keys (organisation_id, created_at);

create table plaudit.outbox (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid,
  recipient        text not null,
  mail             text not null,
  data             jsonb not null,
  message_id       text not null,
  state            text not null check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts         integer not null default 0,
  last_error       text,
  created_at       timestamptz not null,
  settled_at       timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);
create index outbox_recent on plaudit.outbox (organisation_id, created_at desc, id desc);

-- Work that takes long says how far it is; a person may ask it to stop.
create table plaudit.long_jobs (
  organisation_id  uuid not null,
  id               uuid not null,
  task             text not null,
  requested_by     uuid,
  state            text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  done             integer not null default 0,
  total            integer,
  note             text,
  stop_requested   boolean not null default false,
  result           jsonb,
  created_at       timestamptz not null,
  moved_at         timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);

-- Global: a pool of workers serves every organisation. Its pulse shows that its jobs are not orphans.
create table directory.worker_pools (
  id          text primary key,
  started_at  timestamptz not null,
  pulse_at    timestamptz not null,
  progress_at timestamptz not null
);

-- Global: the row a process writes to show that it can commit.
create table directory.pulses (
  process     text primary key,
  pulse_at    timestamptz not null
);

grant select, insert on plaudit.idempotency_keys to plaudit_app_rights, plaudit_jobs_rights;
grant delete on plaudit.idempotency_keys to plaudit_jobs_rights;
grant select, insert on plaudit.outbox to plaudit_app_rights, plaudit_jobs_rights;
grant update on plaudit.outbox to plaudit_jobs_rights;
grant select, insert, update on plaudit.long_jobs to plaudit_app_rights, plaudit_jobs_rights;
grant select, insert, update, delete on directory.worker_pools to plaudit_jobs_rights;
grant select on directory.worker_pools to plaudit_app_rights;
grant select, insert, update, delete on directory.pulses to plaudit_app_rights, plaudit_jobs_rights;

-- What the organiser may see and do of the queue: the jobs of their organisation that failed, and one more try.
-- A job whose last try died with its process has no error to show, and nobody else would try it again.
create function plaudit.troubled_jobs(organisation uuid)
  returns table (id bigint, task text, attempts integer, max_attempts integer, last_error text, run_at timestamptz, created_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin
    return query select j.id::bigint, t.identifier, j.attempts::integer, j.max_attempts::integer, j.last_error, j.run_at, j.created_at
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'organisation' = organisation::text
        and (j.last_error is not null or (j.locked_at is null and j.attempts >= j.max_attempts))
      order by j.created_at desc limit 200;
  end $$;
create function plaudit.rerun_job(organisation uuid, job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform from graphile_worker._private_jobs j
      where j.id = job and j.payload ->> 'organisation' = organisation::text and j.locked_at is null
        and (j.last_error is not null or j.attempts >= j.max_attempts);
    if not found then return false; end if;
    perform graphile_worker.reschedule_jobs(array[job], run_at => plaudit.plaudit_now(), attempts => 0);
    return true;
  end $$;
revoke all on function plaudit.troubled_jobs(uuid), plaudit.rerun_job(uuid, bigint) from public;
grant execute on function plaudit.troubled_jobs(uuid), plaudit.rerun_job(uuid, bigint) to plaudit_app_rights;
