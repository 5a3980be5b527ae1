-- Things that came by post for an entry: what it is, where it lies, and what became of it. A row is never taken away; one that was noted by
-- mistake says so.
create table plaudit.entry_items (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  -- Blanked when whoever entered is erased.
  what             text not null check (length(what) <= 200),
  place            text not null check (length(place) <= 200),
  received_at      timestamptz not null,
  noted_by         uuid not null references directory.people (id),
  noted_at         timestamptz not null,
  outcome          text check (outcome in ('sent-back', 'kept', 'thrown-away', 'mistake')),
  ended_by         uuid references directory.people (id),
  ended_at         timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  check (received_at <= noted_at),
  check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null))
);
create index entry_items_entry on plaudit.entry_items (organisation_id, entry_id, received_at);
grant select, insert, update (what, place, outcome, ended_by, ended_at) on plaudit.entry_items to plaudit_app_rights;
grant select, update (what, place) on plaudit.entry_items to plaudit_jobs_rights;
