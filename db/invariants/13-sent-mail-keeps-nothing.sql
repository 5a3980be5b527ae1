-- A mail that left keeps no data: links in it were secrets.
select o.organisation_id, o.id from outbox o where o.state in ('sent', 'bounced') and o.data <> '{}'
