-- Winners of editions that never ran here, brought in as lists, and which company is meant by a name as it was written.

-- One list that was handed in: looked at, then brought in, perhaps taken back. Its text is kept only until it is decided.
create table plaudit.winner_imports (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  state            text not null check (state in ('proposed', 'applied', 'withdrawn')),
  file             text not null check (length(file) between 1 and 200),
  format           text not null check (format in ('csv', 'json')),
  -- How several winners of one title stand in the list.
  several          text not null check (several in ('each', 'joint')),
  separator        text not null check (length(separator) <= 5),
  content          text not null check (length(content) <= 4000000),
  added            integer not null default 0 check (added >= 0),
  proposed_by      uuid references directory.people (id),
  proposed_at      timestamptz not null,
  decided_at       timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  check ((decided_at is null) = (state = 'proposed') and (state = 'proposed' or content = ''))
);
create index winner_imports_programme on plaudit.winner_imports (organisation_id, programme_id, proposed_at desc, id);

create table plaudit.past_wins (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  import_id        uuid not null,
  -- The row of the list it stands in.
  line             integer not null check (line > 0),
  -- As written, `1927/28`, and the years it covers.
  year             text not null check (length(year) between 1 and 40),
  first_year       integer not null check (first_year between 1800 and 2200),
  last_year        integer not null,
  category         text not null check (length(category) between 1 and 300),
  -- The code of the category it corresponds to, where the list says so.
  category_code    text check (length(category_code) between 1 and 60),
  nominee          text not null check (length(nominee) between 1 and 300),
  organisation     text not null check (length(organisation) <= 300),
  title            text not null check (length(title) <= 200),
  shared           boolean not null,
  -- What it is found by: folded, without accents.
  search           text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  foreign key (organisation_id, import_id) references plaudit.winner_imports (organisation_id, id),
  check (last_year between first_year and first_year + 1)
);
create index past_wins_programme on plaudit.past_wins (organisation_id, programme_id, first_year desc, last_year desc, category, id);
create index past_wins_import on plaudit.past_wins (organisation_id, import_id);

-- What somebody said a name in a list means: a company, one nobody knows yet made for it, or left without one. No row: nobody said.
create table plaudit.written_companies (
  organisation_id  uuid not null,
  programme_id     uuid not null,
  written          text not null check (length(written) between 1 and 300),
  company_id       uuid,
  said_by          uuid not null references directory.people (id),
  said_at          timestamptz not null,
  primary key (organisation_id, programme_id, written),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id)
);
create index written_companies_company on plaudit.written_companies (organisation_id, company_id);

grant select, insert, update on plaudit.winner_imports to plaudit_app_rights;
grant select, insert, delete on plaudit.past_wins to plaudit_app_rights;
grant select, insert, update, delete on plaudit.written_companies to plaudit_app_rights;
grant select, update (state, content, decided_at) on plaudit.winner_imports to plaudit_jobs_rights;
grant select, update (nominee, organisation, title, search) on plaudit.past_wins to plaudit_jobs_rights;
grant select, delete on plaudit.written_companies to plaudit_jobs_rights;
