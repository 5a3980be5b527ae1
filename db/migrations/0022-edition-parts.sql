-- What an edition is made of, part by part and version by version: texts, timeline, categories, forms, scorecards, rules, award.
-- A state of an edition is, for each part, the newest row of that version or before. Rows are only ever added.
create table plaudit.edition_parts (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  part             text not null check (part in ('texts', 'timeline', 'categories', 'forms', 'scorecards', 'rules', 'award')),
  version          integer not null check (version > 0),
  body             jsonb not null,
  -- SHA-256 of the canonical JSON of the body: what an entry, a ballot and a verdict were made by.
  hash             bytea not null check (length(hash) = 32),
  saved_at         timestamptz not null,
  primary key (organisation_id, edition_id, part, version),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
grant select, insert on plaudit.edition_parts to plaudit_app_rights;
grant select on plaudit.edition_parts to plaudit_jobs_rights;

-- Once published, an edition is locked; a reason opens it, and the reason is told publicly.
alter table plaudit.editions
  add column unlocked_because text check (length(unlocked_because) between 1 and 500),
  -- Publishes itself at this instant.
  add column publish_at timestamptz,
  -- Where judging does not open the moment entries close.
  add column judging_open_at timestamptz,
  -- Minutes after the close in which what is sent in still counts.
  add column entries_grace integer not null default 0 check (entries_grace between 0 and 1440);

-- A category that takes no more entries stays for those it had; each is marked by one scorecard of the edition.
alter table plaudit.categories
  add column retired boolean not null default false,
  add column scorecard text not null default 'main';
alter table plaudit.criteria
  add column scorecard text not null default 'main',
  -- What the criterion is called in the document: stays when its name changes. Null for those made before there were documents.
  add column key text;
