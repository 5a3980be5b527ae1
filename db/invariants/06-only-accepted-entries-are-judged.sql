-- Seats are dealt for accepted entries of the same edition only.
select a.organisation_id, a.entry_id, e.state from assignments a
join entries e on e.organisation_id = a.organisation_id and e.id = a.entry_id
where e.state <> 'accepted' or e.edition_id <> a.edition_id
