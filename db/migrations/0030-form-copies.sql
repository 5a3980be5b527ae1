-- Working copies of the forms that entries answer: what is to be asked, before it is. Rows are only ever added; the newest row of a form is
-- its copy, unless it says that the copy has ended: thrown away, or made what the edition asks.
create table plaudit.form_copies (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  -- The key of the form in its edition.
  form             text not null check (length(form) between 1 and 60),
  version          integer not null check (version > 0),
  body             jsonb not null,
  ended            text check (ended in ('discarded', 'applied')),
  begun_by         uuid not null,
  begun_at         timestamptz not null,
  saved_by         uuid not null,
  saved_at         timestamptz not null,
  primary key (organisation_id, edition_id, form, version),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
grant select, insert on plaudit.form_copies to plaudit_app_rights;
grant select on plaudit.form_copies to plaudit_jobs_rights;
