-- Whoever won stands first in their category, and everybody who stands first won; where the rules it was counted by give levels, whoever
-- reached one won, and nobody else.
select d.organisation_id, d.id, d.rank, d.won, d.level from decisions d
join tallies t on t.organisation_id = d.organisation_id and t.id = d.tally_id
cross join lateral (select exists (
  select from jsonb_array_elements(coalesce(t.result -> 'tallies', '[]')) g
   where g -> 'categories' ? d.category_id::text and jsonb_array_length(g -> 'rules' -> 'levels') > 0) as levels) r
where d.won <> case when r.levels then d.level is not null else d.rank = 1 end or (d.level is not null and not (r.levels and d.won))
