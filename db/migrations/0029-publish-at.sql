-- An edition may be given the instant at which it becomes public, and then does by itself, by the clock: as it was when it was last
-- found ready. One that was changed since is looked at again before it goes out.
alter table plaudit.editions
  -- The version at which nothing was missing. It goes along with changes made once the edition is out.
  add column ready_version integer check (ready_version > 0);

create function plaudit.edition_is_public(state text, publish_at timestamptz, ready_version integer, version integer, at timestamptz)
  returns boolean language sql immutable parallel safe
  return state = 'published' or coalesce(publish_at <= at and ready_version = version, false);

-- The job that tells that an edition is out marks it.
grant update (state, publish_at, ready_version, version) on plaudit.editions to plaudit_jobs_rights;
