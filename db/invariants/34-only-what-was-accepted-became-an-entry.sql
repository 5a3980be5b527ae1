-- An entry comes from a nominee who accepted, in the category they were nominated in; nothing is merged into what was merged away.
select n.organisation_id, n.id, n.state from nominees n
left join entries e on e.organisation_id = n.organisation_id and e.id = n.entry_id
left join nominees h on h.organisation_id = n.organisation_id and h.id = n.joined_to
where (n.entry_id is not null and (n.state <> 'accepted' or e.category_id <> n.category_id))
   or h.joined_to is not null or h.category_id <> n.category_id
