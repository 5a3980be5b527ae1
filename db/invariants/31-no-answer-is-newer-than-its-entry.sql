-- What an entry answers was saved with one of its versions.
select a.organisation_id, a.entry_id, a.field from entry_answers a
join entries e on e.organisation_id = a.organisation_id and e.id = a.entry_id
where a.version > e.version
