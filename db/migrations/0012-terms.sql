-- What people agree to, in versions, and who agreed to which and when; and links that change an address.
create table plaudit.terms (
  organisation_id  uuid not null,
  kind             text not null check (kind in ('terms', 'privacy')),
  version          integer not null check (version > 0),
  body             text not null check (length(body) between 1 and 100000),
  published_at     timestamptz not null,
  replaced_at      timestamptz,
  primary key (organisation_id, kind, version),
  foreign key (organisation_id) references directory.organisations (id)
);
create unique index terms_current on plaudit.terms (organisation_id, kind) where replaced_at is null;

create table plaudit.acceptances (
  organisation_id  uuid not null,
  person_id        uuid not null references directory.people (id),
  kind             text not null,
  version          integer not null,
  accepted_at      timestamptz not null,
  primary key (organisation_id, person_id, kind, version),
  foreign key (organisation_id, kind, version) references plaudit.terms (organisation_id, kind, version)
);

-- A link about an address that changes knows whose it is, and the one to the old address also which one to go back to.
alter table directory.links
  add column person_id uuid references directory.people (id) on delete cascade,
  drop constraint links_purpose_check,
  add constraint links_purpose_check check (purpose in ('sign-in', 'set-up', 'new-address', 'old-address')),
  add check ((purpose in ('new-address', 'old-address')) = (person_id is not null));

grant select, insert, update (replaced_at) on plaudit.terms to plaudit_app_rights;
grant select, insert on plaudit.acceptances to plaudit_app_rights;
grant select on plaudit.terms, plaudit.acceptances to plaudit_jobs_rights;
