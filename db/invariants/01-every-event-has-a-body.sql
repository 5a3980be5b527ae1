-- Every event has its body, or the row that says why it was erased.
select e.organisation_id, e.id from audit_events e
left join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
where b.event_id is null
