-- Every honour of an entry rests on a decision that it won, and every such decision has its honour.
select coalesce(h.organisation_id, d.organisation_id) as organisation_id, coalesce(h.entry_id, d.entry_id) as entry_id
from (select * from honours where entry_id is not null) h
full join (select * from decisions where won) d on d.organisation_id = h.organisation_id and d.entry_id = h.entry_id
where h.entry_id is null or d.entry_id is null
