-- What whoever looks after the machine is told: backups as they were taken, the queue, processes that count; and mail that is held.

-- Global: a backup is of the whole installation.
create table directory.backups (
  id         uuid primary key,
  taken_at   timestamptz not null,
  ended_at   timestamptz not null,
  state      text not null check (state in ('whole', 'damaged', 'failed')),
  file       text not null default '',
  bytes      bigint not null default 0,
  note       text not null default '' check (length(note) <= 500)
);
create index backups_newest on directory.backups (taken_at desc);
grant select on directory.backups to plaudit_app_rights, plaudit_jobs_rights;

-- Every process counts for itself, and whoever asks one of them hears of all.
alter table directory.pulses add column counters jsonb not null default '{}';

-- Mail that waits for a person to say that it may leave: after a restore, what waited may have left already.
alter table plaudit.outbox drop constraint outbox_state_check,
  add constraint outbox_state_check check (state in ('queued', 'held', 'sent', 'kept', 'failed'));
grant update (state) on plaudit.outbox to plaudit_app_rights;

-- How much the queue has to do, for an organisation or (null) for all: numbers and ages, nothing of what the jobs say.
create function plaudit.queue_state(organisation uuid)
  returns table (waiting integer, running integer, failed integer, oldest_seconds double precision)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin return query select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= plaudit.plaudit_now())::integer,
      count(*) filter (where locked_at is not null)::integer,
      count(*) filter (where last_error is not null or (locked_at is null and attempts >= max_attempts))::integer,
      coalesce(extract(epoch from plaudit.plaudit_now() - min(run_at)
        filter (where locked_at is null and attempts = 0 and run_at <= plaudit.plaudit_now())), 0)::double precision
    from graphile_worker._private_jobs where organisation is null or payload ->> 'organisation' = organisation::text;
  end $$;
revoke all on function plaudit.queue_state(uuid) from public;
grant execute on function plaudit.queue_state(uuid) to plaudit_app_rights, plaudit_jobs_rights;

-- The log of erasures is written from here, again and again.
create index people_erased on directory.people (erased_at) where erased_at is not null;
