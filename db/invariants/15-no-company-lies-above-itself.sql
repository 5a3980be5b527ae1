-- Companies and their parents make a tree: no company lies above itself, and none that stands has a parent that was merged away.
with recursive above (organisation_id, company_id, parent_id, steps) as (
  select organisation_id, id, parent_id, 1 from companies where parent_id is not null
  union all
  select a.organisation_id, a.company_id, c.parent_id, a.steps + 1
    from above a join companies c on c.organisation_id = a.organisation_id and c.id = a.parent_id
   where c.parent_id is not null and a.parent_id <> a.company_id and a.steps < 1000
)
select organisation_id, company_id, 'above itself' as why from above where parent_id = company_id
union
select c.organisation_id, c.id, 'parent merged away' from companies c
  join companies p on p.organisation_id = c.organisation_id and p.id = c.parent_id
 where c.merged_into is null and p.merged_into is not null;
