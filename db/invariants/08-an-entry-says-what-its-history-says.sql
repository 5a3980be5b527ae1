-- The newest version in an entry's history is what the entry says.
select e.organisation_id, e.id from entries e
join lateral (select h.title, h.nominee, h.body from entry_history h
  where h.organisation_id = e.organisation_id and h.entry_id = e.id order by h.version desc limit 1) h on true
where (h.title, h.nominee, h.body) is distinct from (e.title, e.nominee, e.body)
