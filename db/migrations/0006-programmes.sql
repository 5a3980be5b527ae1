-- A programme, its editions, what an edition judges by, and who does what in it.
create table plaudit.programmes (
  organisation_id  uuid not null,
  id               uuid not null,
  slug             text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name             text not null check (length(name) between 1 and 200),
  strapline        text not null check (length(strapline) <= 200),
  summary          text not null check (length(summary) <= 2000),
  time_zone        text not null,
  created_at       timestamptz not null,
  version          integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  foreign key (organisation_id) references directory.organisations (id)
);

create table plaudit.programme_roles (
  organisation_id  uuid not null,
  programme_id     uuid not null,
  person_id        uuid not null references directory.people (id),
  role             text not null check (role in ('manager', 'judge', 'auditor')),
  granted_at       timestamptz not null,
  primary key (organisation_id, programme_id, person_id, role),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id)
);
create index programme_roles_person on plaudit.programme_roles (organisation_id, person_id);

create table plaudit.invitations (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  email            text not null check (email = lower(email)),
  name             text not null,
  role             text not null check (role in ('manager', 'judge', 'auditor')),
  token_hash       bytea not null check (length(token_hash) = 32),
  invited_by       uuid not null references directory.people (id),
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  accepted_by      uuid references directory.people (id),
  withdrawn_at     timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitations_programme on plaudit.invitations (organisation_id, programme_id, created_at);
-- An address has one link to a role at a time.
create unique index invitations_open on plaudit.invitations (organisation_id, programme_id, email, role)
  where accepted_at is null and withdrawn_at is null;

create table plaudit.editions (
  organisation_id   uuid not null,
  id                uuid not null,
  programme_id      uuid not null,
  slug              text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name              text not null check (length(name) between 1 and 200),
  state             text not null check (state in ('draft', 'published')),
  entries_open_at   timestamptz not null,
  entries_close_at  timestamptz not null,
  judging_close_at  timestamptz not null,
  announced_at      timestamptz,
  seats             integer not null check (seats between 1 and 50),
  minimum_panel     integer not null check (minimum_panel between 1 and 50),
  created_at        timestamptz not null,
  version           integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, programme_id, slug),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  check (entries_open_at < entries_close_at and entries_close_at < judging_close_at and minimum_panel <= seats)
);

create table plaudit.categories (
  organisation_id    uuid not null,
  id                 uuid not null,
  edition_id         uuid not null,
  code               text not null check (code ~ '^[A-Z][A-Z0-9]{0,7}$'),
  name               text not null check (length(name) between 1 and 200),
  description        text not null check (length(description) <= 2000),
  position           integer not null,
  entries_numbered   integer not null default 0,
  primary key (organisation_id, id),
  unique (organisation_id, edition_id, code),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);

create table plaudit.criteria (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  name             text not null check (length(name) between 1 and 200),
  question         text not null check (length(question) <= 1000),
  weight           integer not null check (weight between 1 and 10000),
  scale_min        integer not null,
  scale_max        integer not null,
  position         integer not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check (scale_min < scale_max)
);
create index criteria_edition on plaudit.criteria (organisation_id, edition_id, position);

-- What was won, kept by the programme for ever; written when results are announced.
create table plaudit.honours (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  entry_id         uuid,
  nominee          text not null,
  title            text not null,
  shared           boolean not null,
  announced_at     timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id)
);
create index honours_edition on plaudit.honours (organisation_id, edition_id, category_id);

grant select, insert, update on plaudit.programmes, plaudit.editions, plaudit.categories, plaudit.criteria, plaudit.invitations to plaudit_app_rights;
grant select, insert, delete on plaudit.programme_roles to plaudit_app_rights;
grant delete on plaudit.categories, plaudit.criteria to plaudit_app_rights;
grant select, insert, delete on plaudit.honours to plaudit_app_rights;
grant select on plaudit.programmes, plaudit.editions, plaudit.categories, plaudit.criteria, plaudit.programme_roles, plaudit.invitations, plaudit.honours to plaudit_jobs_rights;

-- An honour says who won: before the announcement only an operation that opened the scope may see it.
alter table plaudit.honours enable row level security;
alter table plaudit.honours force row level security;
create policy honours_of_organisation on plaudit.honours
  using (organisation_id = plaudit.current_organisation() and (announced_at <= plaudit.plaudit_now() or plaudit.scope_open('decisions')))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('decisions'));
-- An honour may be taken back while its announcement lies in the future; once announced, it stays.
create policy honours_announced_stay on plaudit.honours as restrictive for delete
  using (announced_at > plaudit.plaudit_now());
