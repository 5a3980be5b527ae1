-- What those who write an entry and those who run its programme say to each other about it. A message is one row that is never changed: a
-- correction is a next message. Messages of a thread are numbered, and what somebody has read goes by the number.
create table plaudit.entry_threads (
  organisation_id      uuid not null,
  entry_id             uuid not null,
  -- How many there are, and the last of each side.
  messages             integer not null default 0 check (messages >= 0),
  last_of_entrant      integer not null default 0,
  last_of_organiser    integer not null default 0,
  last_at              timestamptz not null,
  -- As far as the programme has answered, or said that no answer is needed.
  answered             integer not null default 0 check (answered >= 0),
  -- Who said so without an answer, of the last message they had read.
  settled_by           uuid references directory.people (id),
  settled_at           timestamptz,
  -- As far as each side was told by mail, and when the last one left.
  told_entrant         integer not null default 0,
  told_entrant_at      timestamptz,
  told_organiser       integer not null default 0,
  told_organiser_at    timestamptz,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  check ((settled_by is null) = (settled_at is null))
);
grant select, insert, update on plaudit.entry_threads to plaudit_app_rights;
grant select, update on plaudit.entry_threads to plaudit_jobs_rights;

create table plaudit.thread_messages (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  number           integer not null check (number > 0),
  side             text not null check (side in ('entrant', 'organiser')),
  person_id        uuid not null references directory.people (id),
  text             text not null check (length(text) <= 4000),
  at               timestamptz not null,
  primary key (organisation_id, entry_id, number),
  foreign key (organisation_id, entry_id) references plaudit.entry_threads (organisation_id, entry_id)
);
create index thread_messages_person on plaudit.thread_messages (organisation_id, person_id, at);
-- Blanked when somebody is erased, and given to the account another became part of; otherwise as it was said.
grant select, insert, update (text, person_id) on plaudit.thread_messages to plaudit_app_rights;
grant select, update (text) on plaudit.thread_messages to plaudit_jobs_rights;

-- How far each of those who write an entry has read.
create table plaudit.thread_reads (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  person_id        uuid not null references directory.people (id),
  through          integer not null check (through > 0),
  primary key (organisation_id, entry_id, person_id),
  foreign key (organisation_id, entry_id) references plaudit.entry_threads (organisation_id, entry_id)
);
create index thread_reads_person on plaudit.thread_reads (organisation_id, person_id);
grant select, insert, update, delete on plaudit.thread_reads to plaudit_app_rights;
grant select, delete on plaudit.thread_reads to plaudit_jobs_rights;
