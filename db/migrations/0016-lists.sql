-- How somebody sees a list: the columns they chose, the rows they hold for an act, and views they keep by name; and their own time zone.
create table plaudit.list_columns (
  organisation_id  uuid not null,
  person_id        uuid not null references directory.people (id) on delete cascade,
  list             text not null check (list ~ '^[a-z]+(-[a-z]+)*$'),
  columns          text[] not null check (cardinality(columns) between 1 and 40),
  changed_at       timestamptz not null,
  primary key (organisation_id, person_id, list),
  foreign key (organisation_id) references directory.organisations (id)
);

-- One row a person, list and subject, so that a choice lasts over pages and searches and is counted exactly.
create table plaudit.list_choices (
  organisation_id  uuid not null,
  person_id        uuid not null references directory.people (id) on delete cascade,
  list             text not null check (list ~ '^[a-z]+(-[a-z]+)*$'),
  subject          text not null check (length(subject) <= 100),
  items            uuid[] not null check (cardinality(items) <= 10000),
  changed_at       timestamptz not null,
  primary key (organisation_id, person_id, list, subject),
  foreign key (organisation_id) references directory.organisations (id)
);

-- A view is its address: what was searched, filtered, sorted and shown. Shared ones are read by everybody who may read the list.
create table plaudit.saved_views (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid not null references directory.people (id) on delete cascade,
  list             text not null check (list ~ '^[a-z]+(-[a-z]+)*$'),
  subject          text not null check (length(subject) <= 100),
  name             text not null check (length(name) between 1 and 80),
  query            text not null check (length(query) <= 2000),
  shared           boolean not null,
  created_at       timestamptz not null,
  removed_at       timestamptz,
  version          integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id)
);
create index saved_views_list on plaudit.saved_views (organisation_id, list, subject, name) where removed_at is null;

-- An IANA name; without one a reader's own clock is known to their browser alone.
alter table directory.people add column time_zone text check (time_zone ~ '^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$');

grant select, insert, update, delete on plaudit.list_columns, plaudit.list_choices to plaudit_app_rights;
grant select, insert, update, delete on plaudit.saved_views to plaudit_app_rights;
grant select, delete on plaudit.list_columns, plaudit.list_choices, plaudit.saved_views to plaudit_jobs_rights;
