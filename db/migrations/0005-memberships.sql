-- Who administers an organisation. Roles inside a programme belong to the programme.
create table plaudit.memberships (
  organisation_id  uuid not null,
  person_id        uuid not null references directory.people (id),
  role             text not null check (role in ('administrator')),
  granted_at       timestamptz not null,
  primary key (organisation_id, person_id, role),
  foreign key (organisation_id) references directory.organisations (id)
);
grant select, insert, delete on plaudit.memberships to plaudit_app_rights;
grant select on plaudit.memberships to plaudit_jobs_rights;
