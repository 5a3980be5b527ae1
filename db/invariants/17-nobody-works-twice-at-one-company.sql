-- Two employments of one person with one company do not overlap.
select a.organisation_id, a.id, b.id as other
  from employments a join employments b on b.organisation_id = a.organisation_id and b.contact_id = a.contact_id
   and b.company_id = a.company_id and b.id > a.id
 where a.starts_on < coalesce(b.ends_on, 'infinity') and b.starts_on < coalesce(a.ends_on, 'infinity');
