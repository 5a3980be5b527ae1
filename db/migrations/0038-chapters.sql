-- Regional chapters of an edition, by the keys its texts give them: who manages which, and which an entry belongs to. Whoever manages a
-- chapter has no row among the roles of its programme, so whatever reads those gives them nothing.
create table plaudit.chapter_roles (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  chapter          text not null check (length(chapter) between 1 and 60),
  person_id        uuid not null references directory.people (id),
  granted_at       timestamptz not null,
  primary key (organisation_id, edition_id, chapter, person_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index chapter_roles_person on plaudit.chapter_roles (organisation_id, person_id);
grant select, insert, delete on plaudit.chapter_roles to plaudit_app_rights;
grant select, insert, delete on plaudit.chapter_roles to plaudit_jobs_rights;

-- Null: nobody has said, or its edition has no chapters.
alter table plaudit.entries add column chapter text check (length(chapter) between 1 and 60);
create index entries_chapter on plaudit.entries (organisation_id, edition_id, chapter) where chapter is not null;
-- contracts since 0006: older code leaves both columns empty, and so never meets what is asked of them
alter table plaudit.invitations
  add column edition_id uuid,
  add column chapter text check (length(chapter) between 1 and 60),
  add foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id),
  drop constraint invitations_role_check,
  add constraint invitations_role_check check (role in ('manager', 'judge', 'auditor', 'chapter-manager')),
  add constraint invitations_of_chapter_check check ((role = 'chapter-manager') = (chapter is not null) and (chapter is null) = (edition_id is null));
-- To a chapter an address has one link at a time for each.
drop index plaudit.invitations_open;
-- contracts since 0006: for rows of older code, without a chapter, it asks what it asked before
create unique index invitations_open on plaudit.invitations (organisation_id, programme_id, email, role, edition_id, chapter) nulls not distinct
  where accepted_at is null and withdrawn_at is null;

-- A programme may ask a second factor of them too.
alter table plaudit.programmes
  drop constraint programmes_factor_roles_check,
  add constraint programmes_factor_roles_check check (factor_roles <@ array['manager', 'judge', 'auditor', 'chapter-manager']);
