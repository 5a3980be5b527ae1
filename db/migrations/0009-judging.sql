-- Who reads what, and the marks. Ballots are secret: a judge's own, or an operation that opened the scope.
create table plaudit.assignments (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  judge_id         uuid not null references directory.people (id),
  edition_id       uuid not null,
  assigned_at      timestamptz not null,
  primary key (organisation_id, entry_id, judge_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index assignments_judge on plaudit.assignments (organisation_id, judge_id, edition_id);
create index assignments_edition on plaudit.assignments (organisation_id, edition_id);

-- A judge with an interest in an entry never reads it.
create table plaudit.interests (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  judge_id         uuid not null references directory.people (id),
  reason           text not null check (length(reason) between 1 and 500),
  declared_at      timestamptz not null,
  primary key (organisation_id, entry_id, judge_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);

create table plaudit.ballots (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  entry_id         uuid not null,
  judge_id         uuid not null references directory.people (id),
  state            text not null check (state in ('open', 'submitted')),
  comment          text not null default '' check (length(comment) <= 4000),
  saved_at         timestamptz not null,
  submitted_at     timestamptz,
  version          integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, entry_id, judge_id),
  foreign key (organisation_id, entry_id, judge_id) references plaudit.assignments (organisation_id, entry_id, judge_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check ((submitted_at is null) = (state = 'open'))
);
create index ballots_edition on plaudit.ballots (organisation_id, edition_id);

create table plaudit.ballot_marks (
  organisation_id  uuid not null,
  ballot_id        uuid not null,
  criterion_id     uuid not null,
  mark             integer not null,
  primary key (organisation_id, ballot_id, criterion_id),
  foreign key (organisation_id, ballot_id) references plaudit.ballots (organisation_id, id),
  foreign key (organisation_id, criterion_id) references plaudit.criteria (organisation_id, id)
);

-- A seat is dealt, held (locked) while its ballot is written, and given back.
grant select, insert, delete on plaudit.assignments to plaudit_app_rights;
grant update (assigned_at) on plaudit.assignments to plaudit_app_rights;
grant select, insert on plaudit.interests to plaudit_app_rights;
grant select, insert, update, delete on plaudit.ballots to plaudit_app_rights;
grant select, insert, update, delete on plaudit.ballot_marks to plaudit_app_rights;
grant select on plaudit.assignments, plaudit.interests to plaudit_jobs_rights;

alter table plaudit.ballots enable row level security;
alter table plaudit.ballots force row level security;
-- What was submitted stays: a seat given up takes only an unsubmitted ballot with it.
create policy ballots_submitted_stay on plaudit.ballots as restrictive for delete using (state = 'open');
create policy ballots_own_or_opened on plaudit.ballots
  using (organisation_id = plaudit.current_organisation() and (judge_id = plaudit.current_person() or plaudit.scope_open('ballots')))
  with check (organisation_id = plaudit.current_organisation() and (judge_id = plaudit.current_person() or plaudit.scope_open('ballots')));
alter table plaudit.ballot_marks enable row level security;
alter table plaudit.ballot_marks force row level security;
create policy marks_of_visible_ballots on plaudit.ballot_marks
  using (organisation_id = plaudit.current_organisation() and exists (
    select from plaudit.ballots b where b.organisation_id = ballot_marks.organisation_id and b.id = ballot_marks.ballot_id));
