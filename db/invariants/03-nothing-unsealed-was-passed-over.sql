-- Below the point an organisation is sealed to, every event has its seal.
select e.organisation_id, e.id from audit_events e
join audit_chains c on c.organisation_id = e.organisation_id and c.id = e.organisation_id
left join audit_seals s on s.organisation_id = e.organisation_id and s.event_id = e.id
where e.transaction_id < c.sealed_to and s.event_id is null
