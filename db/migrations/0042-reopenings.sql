-- One entry that is opened again after entries closed. Its writer writes the next version in a draft of its own; what was sent in stands,
-- for everybody who reads it, until the next version is sent in. Where the clock runs out, nothing has to be done: it stands.
alter table plaudit.entries
  -- The entry this draft is the next version of; null for every entry that stands for itself.
  add column next_of uuid;

create table plaudit.entry_reopenings (
  organisation_id  uuid not null,
  id               uuid not null,
  entry_id         uuid not null,
  -- The draft of its next version.
  draft_id         uuid not null,
  reason           text not null check (length(reason) <= 2000),
  until            timestamptz not null,
  reopened_by      uuid not null references directory.people (id),
  reopened_at      timestamptz not null,
  -- Null: it runs, or has run out and nobody has opened the entry once more.
  ended_at         timestamptz,
  ended_as         text check (ended_as in ('sent-in', 'cancelled', 'ran-out')),
  -- Of the entry, as it stood before and after the next version was sent in; and when the former had been.
  version_before   integer,
  version_after    integer,
  sent_before      timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, draft_id) references plaudit.entries (organisation_id, id),
  check ((ended_at is null) = (ended_as is null)),
  check ((version_before is null) = (coalesce(ended_as, '') <> 'sent-in') and (version_after is null) = (version_before is null)
         and (sent_before is null) = (version_before is null))
);
create unique index entry_reopenings_running on plaudit.entry_reopenings (organisation_id, entry_id) where ended_at is null;
create index entry_reopenings_entry on plaudit.entry_reopenings (organisation_id, entry_id, reopened_at);
create index entry_reopenings_draft on plaudit.entry_reopenings (organisation_id, draft_id);

grant select, insert, update on plaudit.entry_reopenings to plaudit_app_rights;
grant select, update (reason) on plaudit.entry_reopenings to plaudit_jobs_rights;
