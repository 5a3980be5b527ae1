-- A ballot was submitted before judging closed.
select b.organisation_id, b.id, b.submitted_at from ballots b
join editions d on d.organisation_id = b.organisation_id and d.id = b.edition_id
where b.submitted_at >= d.judging_close_at
