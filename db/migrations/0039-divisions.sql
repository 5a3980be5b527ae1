-- Which division of its category an entry is ranked in, where its answers do not tell: the newest word on each, with the reason. Those
-- before it are in the record.
create table plaudit.entry_divisions (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  division         text not null check (length(division) between 1 and 60),
  reason           text not null check (length(reason) between 1 and 500),
  decided_at       timestamptz not null,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
grant select, insert, update on plaudit.entry_divisions to plaudit_app_rights;
grant select on plaudit.entry_divisions to plaudit_jobs_rights;

-- It decides whom an entry is ranked with.
alter table plaudit.entry_divisions enable row level security;
alter table plaudit.entry_divisions force row level security;
create policy divisions_opened on plaudit.entry_divisions
  using (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));

-- The ranking a place is of: the key of the division; and what that was called when it was announced.
alter table plaudit.decisions add column division text check (length(division) between 1 and 60);
alter table plaudit.honours add column division text check (length(division) between 1 and 200);
