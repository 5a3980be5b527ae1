-- Names that addresses had before: whoever kept one is led to what it is called now.
create table plaudit.former_addresses (
  organisation_id  uuid not null,
  kind             text not null check (kind in ('programme', 'edition', 'category')),
  -- In what the name was told apart from others: the organisation, a programme, an edition.
  within_id        uuid not null,
  name             text not null check (length(name) between 1 and 64),
  programme_id     uuid not null,
  -- Of an edition and of a category.
  edition_id       uuid,
  -- The code a category has now.
  code             text,
  left_at          timestamptz not null,
  primary key (organisation_id, kind, within_id, name),
  foreign key (organisation_id, programme_id) references plaudit.programmes (organisation_id, id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index former_addresses_programme on plaudit.former_addresses (organisation_id, programme_id);
create index former_addresses_edition on plaudit.former_addresses (organisation_id, edition_id);

grant select, insert, update, delete on plaudit.former_addresses to plaudit_app_rights;
