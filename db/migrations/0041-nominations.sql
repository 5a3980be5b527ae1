-- Nominations by others: who was proposed (a nominee), and each proposal with whoever made it. A proposal counts once its code came back.
-- Nobody is told of a nominee but those who run the award; who proposed them, and why, is the secret of `nominations`.
create table plaudit.nominees (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  kind             text not null check (kind in ('person', 'team', 'organisation', 'technology')),
  name             text not null check (length(name) <= 200),
  -- The company a person, a team or a technology belongs to; empty where nobody said.
  works_for        text not null check (length(works_for) <= 200),
  -- Empty where nobody knows; then somebody has to find it out before they can be told.
  email            text not null check (length(email) <= 254),
  -- The address without what mail leaves out of account; two that are equal reach one person.
  mailbox          text not null check (length(mailbox) <= 254),
  state            text not null check (state in ('proposed', 'told', 'accepted', 'declined')),
  -- Why they declined, in their words.
  answer           text not null default '' check (length(answer) <= 1000),
  -- How many have proposed them, each nominator once, with all that was merged into them; none for what was merged away.
  by_self          integer not null default 0 check (by_self >= 0),
  by_peers         integer not null default 0 check (by_peers >= 0),
  by_customers     integer not null default 0 check (by_customers >= 0),
  nominated_at     timestamptz not null,
  told_at          timestamptz,
  answered_at      timestamptz,
  -- Of the link that was mailed to them last.
  link_hash        bytea,
  entry_id         uuid,
  joined_to      uuid,
  version          integer not null default 1 check (version > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, joined_to) references plaudit.nominees (organisation_id, id),
  check (joined_to is null or (state = 'proposed' and joined_to <> id)),
  check ((answered_at is null) = (state in ('proposed', 'told')))
);
create index nominees_newest on plaudit.nominees (organisation_id, edition_id, nominated_at desc, id desc);
create index nominees_joined on plaudit.nominees (organisation_id, joined_to) where joined_to is not null;
create unique index nominees_link on plaudit.nominees (organisation_id, link_hash) where link_hash is not null;
create unique index nominees_entry on plaudit.nominees (organisation_id, entry_id) where entry_id is not null;

create table plaudit.nominations (
  organisation_id  uuid not null,
  id               uuid not null,
  edition_id       uuid not null,
  category_id      uuid not null,
  -- Whom it proposes, once it is confirmed.
  nominee_id       uuid,
  relation         text not null check (relation in ('self', 'peer', 'customer')),
  -- The nominee as the nominator wrote them down.
  nominee_kind     text not null check (nominee_kind in ('person', 'team', 'organisation', 'technology')),
  nominee_name     text not null check (length(nominee_name) <= 200),
  nominee_company  text not null check (length(nominee_company) <= 200),
  nominee_email    text not null check (length(nominee_email) <= 254),
  reason           text not null check (length(reason) <= 4000),
  evidence         text not null check (length(evidence) <= 2000),
  evidence_address text not null check (length(evidence_address) <= 500),
  nominator_name   text not null check (length(nominator_name) <= 200),
  nominator_email  text not null check (length(nominator_email) <= 254),
  nominator_box    text not null check (length(nominator_box) <= 254),
  -- Whether they may be named in public, and whether the nominee is told who they are.
  named            boolean not null,
  hidden           boolean not null,
  code_hash        bytea,
  tries            integer not null default 0 check (tries >= 0),
  made_at          timestamptz not null,
  confirmed_at     timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  foreign key (organisation_id, category_id) references plaudit.categories (organisation_id, id),
  foreign key (organisation_id, nominee_id) references plaudit.nominees (organisation_id, id),
  check ((confirmed_at is null) = (nominee_id is null))
);
create index nominations_of_nominee on plaudit.nominations (organisation_id, nominee_id) where nominee_id is not null;
create index nominations_by on plaudit.nominations (organisation_id, edition_id, nominator_box);
create index nominations_waiting on plaudit.nominations (organisation_id, made_at) where confirmed_at is null;

grant select, insert, update, delete on plaudit.nominees, plaudit.nominations to plaudit_app_rights;
grant select, update, delete on plaudit.nominees, plaudit.nominations to plaudit_jobs_rights;

alter table plaudit.nominations enable row level security;
alter table plaudit.nominations force row level security;
create policy nominations_opened on plaudit.nominations
  using (organisation_id = plaudit.current_organisation() and plaudit.scope_open('nominations'))
  with check (organisation_id = plaudit.current_organisation() and plaudit.scope_open('nominations'));
