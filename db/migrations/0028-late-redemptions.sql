-- Who redeemed a late code of an edition, and may therefore send in later than others. The codes are made of the installation's secret.
create table plaudit.late_redemptions (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  -- The late code as the edition's timeline names it.
  key              text not null check (length(key) between 1 and 60),
  person_id        uuid not null references directory.people (id),
  redeemed_at      timestamptz not null,
  primary key (organisation_id, edition_id, key, person_id),
  foreign key (organisation_id, edition_id) references plaudit.editions (organisation_id, id)
);
create index late_redemptions_person on plaudit.late_redemptions (organisation_id, person_id);

grant select, insert on plaudit.late_redemptions to plaudit_app_rights;
