-- An instant to be mended until belongs to what is sent back, and to what was when it was withdrawn.
select e.organisation_id, e.id, e.state, e.mend_by from entries e
where e.mend_by is not null and e.state <> 'returned' and not (e.state = 'withdrawn' and e.withdrawn_from = 'returned')
