-- Whom the product reminded of a deadline, and when: a reminder is sent once because its row is written once.

-- How many days before entries close whoever has not sent in is reminded. No row, or no days: nobody is.
create table plaudit.reminder_plans (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  days             integer[] not null check (cardinality(days) <= 5 and 0 < all (days) and 60 >= all (days)),
  version          integer not null default 1,
  changed_by       uuid not null references directory.people (id),
  -- What would have been due before this is not made up for.
  changed_at       timestamptz not null,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);

create table plaudit.writer_reminders (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  person_id        uuid not null references directory.people (id),
  -- Null: a manager sent it by hand.
  days             integer,
  -- The close they were reminded of. Who gets another one is reminded of that too.
  closes_at        timestamptz not null,
  reminded_at      timestamptz not null,
  reminded_by      uuid references directory.people (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check ((days is null) = (reminded_by is not null))
);
create unique index writer_reminders_once on plaudit.writer_reminders (organisation_id, edition_id, person_id, days, closes_at)
  where days is not null;
create index writer_reminders_edition on plaudit.writer_reminders (organisation_id, edition_id, reminded_at);

-- By a manager's act; `owed`: how many ballots were missing then.
create table plaudit.judge_reminders (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  judge_id         uuid not null references directory.people (id),
  reminded_at      timestamptz not null,
  reminded_by      uuid not null references directory.people (id),
  owed             integer not null check (owed > 0),
  primary key (organisation_id, edition_id, judge_id, reminded_at),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);

grant select, insert, update on plaudit.reminder_plans to plaudit_app_rights;
grant select on plaudit.reminder_plans to plaudit_jobs_rights;
grant select, insert on plaudit.writer_reminders, plaudit.judge_reminders to plaudit_app_rights;
grant select, insert on plaudit.writer_reminders to plaudit_jobs_rights;
grant select on plaudit.judge_reminders to plaudit_jobs_rights;
-- The round asks by when each draft is to be sent in.
grant select on plaudit.late_redemptions to plaudit_jobs_rights;
