-- Mail as organisers work with it: whose it is, batches that wait for a go, texts and senders of their own, what came back, and what
-- people switched off.

-- What a mail belongs to refers to nothing: every receipt would lock the one row of its edition, which is held while an edition changes.
alter table plaudit.outbox
  add column programme_id uuid,
  add column edition_id   uuid,
  add column batch_id     uuid,
  add column subject      text check (length(subject) <= 300),
  add column held_for     text check (held_for in ('restore', 'batch', 'address')),
  add column attempted_at timestamptz,
  add column next_at      timestamptz,
  -- Tries whose outcome nobody knows: the mail may have arrived once more than was written down.
  add column doubts       integer not null default 0 check (doubts >= 0);
update plaudit.outbox set held_for = 'restore' where state = 'held';
alter table plaudit.outbox drop constraint outbox_state_check,
  add constraint outbox_state_check check (state in ('queued', 'held', 'sent', 'kept', 'refused', 'failed', 'bounced', 'withheld')),
  add constraint outbox_held_for_check1 check ((state = 'held') = (held_for is not null));
create index outbox_programme on plaudit.outbox (organisation_id, programme_id, created_at desc, id desc) where programme_id is not null;
create index outbox_batch on plaudit.outbox (organisation_id, batch_id) where batch_id is not null;
create index outbox_recipient on plaudit.outbox (organisation_id, lower(recipient));
create index outbox_attempted on plaudit.outbox (organisation_id, attempted_at) where attempted_at is not null;

-- One text to many: prepared by one, looked at, then let go or thrown away.
create table plaudit.mail_batches (
  organisation_id  uuid not null,
  id               uuid not null,
  programme_id     uuid not null,
  edition_id       uuid not null,
  mail             text not null,
  subject          text not null check (length(subject) between 1 and 200),
  body             text not null check (length(body) between 1 and 20000),
  state            text not null check (state in ('held', 'released', 'discarded')),
  prepared_by      uuid not null references directory.people (id),
  prepared_at      timestamptz not null,
  decided_by       uuid references directory.people (id),
  decided_at       timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check ((state = 'held') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
create index mail_batches_edition on plaudit.mail_batches (organisation_id, edition_id, prepared_at desc, id);

-- An edition's own words for one kind of mail; without words the standing ones count, and the version goes on.
create table plaudit.mail_texts (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  mail             text not null,
  subject          text check (length(subject) between 1 and 200),
  body             text check (length(body) between 1 and 20000),
  version          integer not null default 1,
  changed_by       uuid not null references directory.people (id),
  changed_at       timestamptz not null,
  primary key (organisation_id, edition_id, mail),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  check ((subject is null) = (body is null))
);

-- As whom a programme writes. No address: the installation's.
create table plaudit.mail_senders (
  organisation_id  uuid not null,
  programme_id     uuid not null,
  name             text not null check (length(name) between 1 and 100),
  address          text check (length(address) <= 254),
  reply_to         text check (length(reply_to) <= 254),
  version          integer not null default 1,
  changed_by       uuid not null references directory.people (id),
  changed_at       timestamptz not null,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id)
);

-- Addresses that mail came back from, in lower case. A hard return says that there is no such mailbox.
create table plaudit.mail_returns (
  organisation_id  uuid not null,
  address          text not null check (address = lower(address) and length(address) <= 254),
  hard             boolean not null,
  returns          integer not null check (returns > 0),
  reason           text not null check (length(reason) <= 500),
  outbox_id        uuid,
  first_at         timestamptz not null,
  last_at          timestamptz not null,
  primary key (organisation_id, address),
  foreign key (organisation_id) references directory.organisations (id)
);

-- A row is a subject this person gets no mail about.
create table plaudit.mail_refusals (
  organisation_id  uuid not null,
  person_id        uuid not null references directory.people (id),
  topic            text not null check (topic in ('reminders', 'news')),
  refused_at       timestamptz not null,
  primary key (organisation_id, person_id, topic),
  foreign key (organisation_id) references directory.organisations (id)
);

grant update (held_for, attempts, attempted_at, next_at, last_error, settled_at) on plaudit.outbox to plaudit_app_rights;
grant select, insert, update on plaudit.mail_batches, plaudit.mail_texts, plaudit.mail_senders to plaudit_app_rights;
grant select, insert, delete on plaudit.mail_refusals to plaudit_app_rights;
grant select, delete on plaudit.mail_returns to plaudit_app_rights;
grant select on plaudit.mail_batches, plaudit.mail_texts, plaudit.mail_senders to plaudit_jobs_rights;
grant select, insert, update, delete on plaudit.mail_returns to plaudit_jobs_rights;
grant select, delete on plaudit.mail_refusals to plaudit_jobs_rights;
