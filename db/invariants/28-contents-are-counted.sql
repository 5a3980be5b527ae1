-- How many rows refer to a content is what it says, and every file that lies beside an entry has its content in the table.
select c.organisation_id, encode(c.hash, 'hex') as id from plaudit.contents c
where c.refers <> (select count(*) from plaudit.entry_files f where f.organisation_id = c.organisation_id and f.sha256 = c.hash)
union all
select f.organisation_id, f.id::text from plaudit.entry_files f
where f.sha256 is not null and not exists (
  select from plaudit.contents c where c.organisation_id = f.organisation_id and c.hash = f.sha256 and c.bytes = f.bytes and c.media_type = f.media_type)
