-- Ballots for every scorecard: yes or no, parts of a mark, what does not apply, and words beside a mark.

-- A criterion that asks for yes or no (1 or 0) says whose yes it needs, and has no part in the score.
alter table plaudit.criteria add column gate text check (gate in ('every', 'most'));
-- Steps in a mark of 1: marks are kept as whole numbers of steps, 15 halves for 7.5.
alter table plaudit.criteria add column steps integer not null default 1 check (steps between 1 and 1000);
alter table plaudit.criteria add column not_applicable text not null default 'not-allowed'
  check (not_applicable in ('not-allowed', 'renormalise', 'lowest'));
alter table plaudit.criteria add column comment text not null default 'none' check (comment in ('required', 'suggested', 'none'));
-- Where marks are points a criterion weighs as much as its scale is long; how long that may be is said where scorecards are read.
alter table plaudit.criteria drop constraint criteria_weight_check;

-- Null: the judge said that the criterion does not apply.
alter table plaudit.ballot_marks alter column mark drop not null;

-- What a judge wrote beside one criterion; no row where nothing was written. As secret as the ballot it stands on.
create table plaudit.ballot_comments (
  organisation_id  uuid not null,
  ballot_id        uuid not null,
  criterion_id     uuid not null,
  comment          text not null check (length(comment) between 1 and 2000),
  primary key (organisation_id, ballot_id, criterion_id),
  foreign key (organisation_id, ballot_id) references plaudit.ballots (organisation_id, id),
  foreign key (organisation_id, criterion_id) references plaudit.criteria (organisation_id, id)
);
grant select, insert, update, delete on plaudit.ballot_comments to plaudit_app_rights;
grant select, delete on plaudit.ballot_comments to plaudit_jobs_rights;

alter table plaudit.ballot_comments enable row level security;
alter table plaudit.ballot_comments force row level security;
create policy comments_of_visible_ballots on plaudit.ballot_comments
  using (organisation_id = plaudit.current_organisation() and exists (
    select from plaudit.ballots b where b.organisation_id = ballot_comments.organisation_id and b.id = ballot_comments.ballot_id));
