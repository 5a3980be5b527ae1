-- What is withdrawn says since when and what it was, and its category counts its place as free; so does a category that an entry was moved away
-- from. (Whoever is erased takes the entry along.)
select c.organisation_id, c.id, c.code from categories c
left join lateral (
  select count(*) filter (where e.state = 'withdrawn') as withdrawn,
         count(*) filter (where (e.state = 'withdrawn') <> (e.withdrawn_at is not null)
                             or (e.state = 'withdrawn') <> (coalesce(e.withdrawn_from, '') in ('submitted', 'returned', 'accepted'))) as odd
    from entries e where e.organisation_id = c.organisation_id and e.category_id = c.id) e on true
left join lateral (
  select count(distinct m.entry_id) as away from entry_moves m
    join entries e on e.organisation_id = m.organisation_id and e.id = m.entry_id
   where m.organisation_id = c.organisation_id and c.id in (m.from_category, m.to_category) and e.category_id <> c.id) m on true
where e.withdrawn + m.away > c.places_freed or c.places_freed < 0 or c.places_freed > c.entries_numbered or e.odd > 0
