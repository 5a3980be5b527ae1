-- A nominee counts each confirmed nominator once, as what they said first, with those of all that was merged into it; what is merged away
-- counts nobody.
select n.organisation_id, n.id, n.by_self, n.by_peers, n.by_customers from nominees n
left join lateral (
  select count(*) filter (where f.relation = 'self') as self, count(*) filter (where f.relation = 'peer') as peers,
         count(*) filter (where f.relation = 'customer') as customers
    from (select distinct on (m.nominator_box) m.relation from nominations m join nominees g
            on g.organisation_id = m.organisation_id and g.id = m.nominee_id
           where m.organisation_id = n.organisation_id and n.joined_to is null and (g.id = n.id or g.joined_to = n.id)
           order by m.nominator_box, m.confirmed_at, m.id) f) c on true
where (n.by_self, n.by_peers, n.by_customers) is distinct from (c.self, c.peers, c.customers)
