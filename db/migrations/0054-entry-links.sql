-- What answered at the web addresses of an entry when somebody had them looked at. Asked for by a button; the rows are the work of a job.
create table plaudit.entry_links (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  address          text not null check (length(address) <= 2000),
  asked_at         timestamptz not null,
  checked_at       timestamptz,
  status           int check (status between 100 and 999),
  fault            text check (fault in ('not-an-address', 'not-found', 'not-public', 'not-secure', 'slow', 'refused', 'broken')),
  primary key (organisation_id, entry_id, address),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  check (checked_at is not null or (status is null and fault is null)),
  check (checked_at is null or (status is null) <> (fault is null))
);
grant select, insert, update, delete on plaudit.entry_links to plaudit_app_rights;
grant select, update (checked_at, status, fault), delete on plaudit.entry_links to plaudit_jobs_rights;
