-- What was decided about an entry before judging, each decision a row of its own.
create table plaudit.screening_decisions (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  verdict          text not null check (verdict in ('accepted', 'returned', 'reopened')),
  reason           text not null default '' check (length(reason) <= 2000),
  decided_by       uuid not null references directory.people (id),
  decided_at       timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
create index screening_decisions_entry on plaudit.screening_decisions (organisation_id, entry_id, decided_at);
grant select, insert on plaudit.screening_decisions to plaudit_app_rights;
grant select on plaudit.screening_decisions to plaudit_jobs_rights;
