-- A company that was merged away says where to, as the one merge of it that stands; it is no longer searched for.
select coalesce(m.organisation_id, c.organisation_id) as organisation_id, coalesce(m.merged_id, c.id) as company_id
  from (select * from companies where merged_into is not null) c
  full join (select * from company_merges where undone_at is null) m
    on m.organisation_id = c.organisation_id and m.merged_id = c.id and m.kept_id = c.merged_into
 where c.id is null or m.id is null
union
select k.organisation_id, k.company_id
  from company_keys k join companies c on c.organisation_id = k.organisation_id and c.id = k.company_id
 where c.merged_into is not null;
