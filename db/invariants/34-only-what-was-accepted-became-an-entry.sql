-- An entry comes from a nominee who accepted, in the category they were nominated in, whatever it was moved to since; nothing is merged into
-- what was merged away.
select n.organisation_id, n.id, n.state from nominees n
left join entries e on e.organisation_id = n.organisation_id and e.id = n.entry_id
left join lateral (select m.from_category from entry_moves m
  where m.organisation_id = e.organisation_id and m.entry_id = e.id and m.undone_at is null order by m.version limit 1) m on true
left join nominees h on h.organisation_id = n.organisation_id and h.id = n.joined_to
where (n.entry_id is not null and (n.state <> 'accepted' or coalesce(m.from_category, e.category_id) <> n.category_id))
   or h.joined_to is not null or h.category_id <> n.category_id
