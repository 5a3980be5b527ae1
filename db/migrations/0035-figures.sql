-- What is a part of the score and stands on no ballot: measures, counts of nominations and votes, what another round came to. The newest
-- word on each; those before it are in the record.
create table plaudit.entry_figures (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  source           text not null check (length(source) between 1 and 60),
  value            text not null check (length(value) between 1 and 40),
  evidence         text not null check (length(evidence) between 1 and 500),
  recorded_at      timestamptz not null,
  primary key (organisation_id, entry_id, source),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
grant select, insert, update on plaudit.entry_figures to plaudit_app_rights;
grant select on plaudit.entry_figures to plaudit_jobs_rights;

-- They tell who is ahead, as ballots do.
alter table plaudit.entry_figures enable row level security;
alter table plaudit.entry_figures force row level security;
create policy figures_opened on plaudit.entry_figures
  using (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));
