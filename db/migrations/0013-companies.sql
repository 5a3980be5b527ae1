-- Companies that enter and employ, as an organisation knows them, and the people it knows there.
create table plaudit.companies (
  organisation_id  uuid not null,
  id               uuid not null,
  name             text not null check (length(name) between 1 and 200),
  search           text not null,
  country          text check (country ~ '^[A-Z]{2}$'),
  parent_id        uuid,
  merged_into      uuid,
  note             text not null default '' check (length(note) <= 2000),
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  version          integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references directory.organisations (id),
  foreign key (organisation_id, parent_id) references plaudit.companies (organisation_id, id),
  foreign key (organisation_id, merged_into) references plaudit.companies (organisation_id, id),
  check (parent_id <> id and merged_into <> id)
);
create index companies_list on plaudit.companies (organisation_id, search, id) where merged_into is null;
create index companies_parent on plaudit.companies (organisation_id, parent_id);
create index companies_merged on plaudit.companies (organisation_id, merged_into);

create table plaudit.company_names (
  organisation_id  uuid not null,
  id               uuid not null,
  company_id       uuid not null,
  name             text not null check (length(name) between 1 and 200),
  search           text not null,
  kind             text not null check (kind in ('trading', 'short', 'former', 'script', 'merged')),
  added_at         timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, company_id, name),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id)
);

-- Members of a group may share one, so a domain may belong to several companies.
create table plaudit.company_domains (
  organisation_id  uuid not null,
  company_id       uuid not null,
  domain           text not null check (length(domain) between 3 and 253),
  added_at         timestamptz not null,
  primary key (organisation_id, company_id, domain),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id)
);

-- How large a company was on a day, and how that is known. Nothing is overwritten: the latest day counts.
create table plaudit.company_sizes (
  organisation_id  uuid not null,
  id               uuid not null,
  company_id       uuid not null,
  class            text not null check (class in ('micro', 'small', 'medium', 'large')),
  as_of            date not null,
  source           text not null check (length(source) between 3 and 500),
  recorded_by      uuid references directory.people (id),
  recorded_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id)
);
create index company_sizes_company on plaudit.company_sizes (organisation_id, company_id, as_of desc);

-- Somebody the organisation's records know, with an account or without one.
create table plaudit.contacts (
  organisation_id  uuid not null,
  id               uuid not null,
  person_id        uuid references directory.people (id),
  name             text not null check (length(name) <= 200),
  email            text check (email = lower(email)),
  created_at       timestamptz not null,
  erased_at        timestamptz,
  version          integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, person_id),
  unique (organisation_id, email),
  foreign key (organisation_id) references directory.organisations (id),
  check (erased_at is null or (name = '' and email is null and person_id is null))
);

-- Ends on the first day somebody no longer worked there.
create table plaudit.employments (
  organisation_id  uuid not null,
  id               uuid not null,
  contact_id       uuid not null,
  company_id       uuid not null,
  title            text not null default '' check (length(title) <= 200),
  starts_on        date not null,
  ends_on          date,
  version          integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, contact_id) references plaudit.contacts (organisation_id, id),
  foreign key (organisation_id, company_id) references plaudit.companies (organisation_id, id),
  check (ends_on > starts_on)
);
create index employments_company on plaudit.employments (organisation_id, company_id);
create index employments_contact on plaudit.employments (organisation_id, contact_id);

grant select, insert, update on plaudit.companies, plaudit.contacts, plaudit.employments to plaudit_app_rights;
grant select, insert, update, delete on plaudit.company_names, plaudit.company_domains to plaudit_app_rights;
grant select, insert, update on plaudit.company_sizes to plaudit_app_rights;
grant delete on plaudit.employments to plaudit_app_rights;
grant select on plaudit.companies, plaudit.company_names, plaudit.company_domains, plaudit.company_sizes to plaudit_jobs_rights;
grant select, update on plaudit.contacts to plaudit_jobs_rights;
grant select, delete on plaudit.employments to plaudit_jobs_rights;
