-- Long lists of entries. `entry_tallies`: how many entries a category has in each state, as changes to be added up, so that those who
-- count do not read every entry and those who write do not wait for one row; a round puts the changes of an edition together.
-- `entry_search`: the words by which an entry that was sent in is found, folded by the application; drafts have no row.
create table plaudit.entry_tallies (
  organisation_id  uuid not null,
  edition_id       uuid not null,
  id               uuid not null default gen_random_uuid(),
  category_id      uuid not null,
  chapter          text,
  state            text not null,
  change           integer not null check (change <> 0),
  primary key (organisation_id, edition_id, id)
);
grant select, insert, delete on plaudit.entry_tallies to plaudit_app_rights, plaudit_jobs_rights;

-- A next version is no entry beside the one it is of.
create function plaudit.tally_entry() returns trigger language plpgsql set search_path = plaudit, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.next_of is null then
    insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
    values (old.organisation_id, old.edition_id, old.category_id, old.chapter, old.state, -1);
  end if;
  if tg_op <> 'DELETE' and new.next_of is null then
    insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
    values (new.organisation_id, new.edition_id, new.category_id, new.chapter, new.state, 1);
  end if;
  return null;
end $$;

create trigger entries_tallied_in after insert on plaudit.entries for each row execute function plaudit.tally_entry();
create trigger entries_tallied_out after delete on plaudit.entries for each row execute function plaudit.tally_entry();
create trigger entries_tallied after update on plaudit.entries for each row
  when ((old.edition_id, old.category_id, old.chapter, old.state, old.next_of)
        is distinct from (new.edition_id, new.category_id, new.chapter, new.state, new.next_of))
  execute function plaudit.tally_entry();

insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
select organisation_id, edition_id, category_id, chapter, state, count(*)
  from plaudit.entries where next_of is null group by 1, 2, 3, 4, 5;

create table plaudit.entry_search (
  organisation_id  uuid not null,
  entry_id         uuid not null,
  words            tsvector not null,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references plaudit.entries (organisation_id, id)
);
create index entry_search_words on plaudit.entry_search using gin (words);
grant select, insert, update, delete on plaudit.entry_search to plaudit_app_rights, plaudit_jobs_rights;

-- One state of an edition in the order of arrival.
create index entries_arrived on plaudit.entries (organisation_id, edition_id, state, submitted_at, id);
drop index plaudit.entries_edition;
