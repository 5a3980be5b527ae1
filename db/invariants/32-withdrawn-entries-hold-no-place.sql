-- What is withdrawn says since when and what it was, and its category counts its place as free. (Whoever is erased takes the entry along.)
select c.organisation_id, c.id, c.code from categories c
left join lateral (
  select count(*) filter (where e.state = 'withdrawn') as withdrawn,
         count(*) filter (where (e.state = 'withdrawn') <> (e.withdrawn_at is not null)
                             or (e.state = 'withdrawn') <> (coalesce(e.withdrawn_from, '') in ('submitted', 'returned', 'accepted'))) as odd
    from entries e where e.organisation_id = c.organisation_id and e.category_id = c.id) e on true
where e.withdrawn > c.places_freed or c.places_freed < 0 or c.places_freed > c.entries_numbered or e.odd > 0
