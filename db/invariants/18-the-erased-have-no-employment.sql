-- Whose data were erased is known by no employment.
select e.organisation_id, e.id
  from employments e join contacts c on c.organisation_id = e.organisation_id and c.id = e.contact_id
 where c.erased_at is not null;
