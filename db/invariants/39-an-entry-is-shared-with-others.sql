-- Nobody writes an entry twice over: its owner is no writer beside, and the writers of a next version are those of the entry it is of.
select w.organisation_id, w.entry_id, w.person_id from entry_writers w
join entries e on e.organisation_id = w.organisation_id and e.id = w.entry_id
where e.owner_id = w.person_id or e.next_of is not null
