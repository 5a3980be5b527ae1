-- A draft of a next version belongs to one opening at least, of the entry it is the next version of, and stays a draft; the entry has the version it was sent in as.
select e.organisation_id, e.id from entries e
where e.next_of is not null and (e.state <> 'draft' or not exists (
  select from entry_reopenings r where r.organisation_id = e.organisation_id and r.draft_id = e.id and r.entry_id = e.next_of))
union all
select r.organisation_id, r.id from entry_reopenings r
join entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
join entries d on d.organisation_id = r.organisation_id and d.id = r.draft_id
where d.next_of is distinct from r.entry_id or r.version_after > e.version or r.version_before >= r.version_after or e.next_of is not null
