-- The ground every table stands on: schemas, the clock, what a connection may claim, and the default of no rights.
create schema plaudit;
create schema directory;
revoke all on schema plaudit, directory from public;
grant usage on schema plaudit, directory to plaudit_app_rights, plaudit_jobs_rights;

-- The clock. Time of the statement, so that a deadline is compared inside the snapshot that reads it.
create function plaudit.plaudit_now() returns timestamptz
  language sql stable parallel safe
  as $$ select statement_timestamp() $$;

-- Whose rows this transaction works on, who acts, and which secret scope the operation opened (empty: none).
create function plaudit.current_organisation() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('plaudit.organisation', true), '')::uuid $$;
create function plaudit.current_person() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('plaudit.person', true), '')::uuid $$;
create function plaudit.scope_open(wanted text) returns boolean
  language sql stable parallel safe
  as $$ select wanted = any (string_to_array(coalesce(current_setting('plaudit.scopes', true), ''), ' ')) $$;

-- The door to the queue: the application may add a job and nothing else there.
create function plaudit.enqueue(task text, payload json, job_key text, run_at timestamptz, max_attempts integer) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key,
      run_at => run_at, max_attempts => max_attempts);
  end $$;
revoke all on function plaudit.enqueue(text, json, text, timestamptz, integer) from public;
grant execute on function plaudit.enqueue(text, json, text, timestamptz, integer) to plaudit_app_rights, plaudit_jobs_rights;
