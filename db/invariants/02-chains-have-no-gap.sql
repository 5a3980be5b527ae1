-- A chain's seals are numbered 1 to its length, and its head is the last of them.
select c.organisation_id, c.id, c.length, count(s.seq) as seals, max(s.seq) as last
from audit_chains c left join audit_seals s on s.organisation_id = c.organisation_id and s.chain_id = c.id
group by c.organisation_id, c.id, c.length, c.head
having count(s.seq) <> c.length or coalesce(max(s.seq), 0) <> c.length
  or (c.length > 0 and c.head <> (select l.seal from audit_seals l
    where l.organisation_id = c.organisation_id and l.chain_id = c.id and l.seq = c.length))
