-- A nominee counts each confirmed nominator once, with those of all that was merged into it; what is merged away counts nobody.
select n.organisation_id, n.id, n.by_self, n.by_peers, n.by_customers from nominees n
left join lateral (
  select count(distinct m.nominator_box) filter (where m.relation = 'self') as self,
         count(distinct m.nominator_box) filter (where m.relation = 'peer') as peers,
         count(distinct m.nominator_box) filter (where m.relation = 'customer') as customers
    from nominations m join nominees g on g.organisation_id = m.organisation_id and g.id = m.nominee_id
   where m.organisation_id = n.organisation_id and n.joined_to is null and (g.id = n.id or g.joined_to = n.id)) c on true
where (n.by_self, n.by_peers, n.by_customers) is distinct from (c.self, c.peers, c.customers)
