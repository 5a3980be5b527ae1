-- An entry that was sent in to the wrong category is moved to another one of its edition. It keeps its number, what it paid by, and all it
-- answered, also what the other category does not ask.
create table plaudit.entry_moves (
  organisation_id   uuid not null,
  id                uuid not null,
  entry_id          uuid not null,
  -- The version of the entry that began with it: the order of its moves, and of what was saved before and since.
  version           integer not null check (version > 1),
  from_category     uuid not null,
  to_category       uuid not null,
  reason            text not null check (length(reason) <= 2000),
  -- By the names of controls: what the other category asks and was not answered, and what was answered and is not asked any more.
  missing           text[] not null,
  unasked           text[] not null,
  -- What it said of its kinds, and the version of its edition it was read by; put back with it, and part of the receipt of what was sent in.
  kind_before       text,
  nominator_before  text,
  rules_before      integer,
  moved_by          uuid not null references directory.people (id),
  moved_at          timestamptz not null,
  undone_by         uuid references directory.people (id),
  undone_at         timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, entry_id, version),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id),
  foreign key (organisation_id, from_category) references plaudit.categories (organisation_id, id),
  foreign key (organisation_id, to_category) references plaudit.categories (organisation_id, id),
  check (from_category <> to_category),
  check ((undone_by is null) = (undone_at is null))
);
grant select, insert on plaudit.entry_moves to plaudit_app_rights;
grant update (reason, undone_by, undone_at) on plaudit.entry_moves to plaudit_app_rights;
-- Jobs blank what was said of people who are erased.
grant select, update (reason) on plaudit.entry_moves to plaudit_jobs_rights;
