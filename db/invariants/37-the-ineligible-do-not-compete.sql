-- What may not compete says since when, by a verdict that was sent and stands, and is neither judged nor decided on. A verdict that
-- another screener did not agree to was never sent. (Whoever is erased takes the entry along.)
select e.organisation_id, e.id, e.state from entries e
left join screening_verdicts v on v.organisation_id = e.organisation_id and v.entry_id = e.id and v.undone_at is null
where (e.state = 'ineligible') <> (e.ineligible_at is not null)
   or (e.state = 'ineligible') <> (v.sent_at is not null)
   or (v.sent_at is not null and v.agrees is false)
   or (e.state = 'ineligible' and (
        exists (select from assignments a where a.organisation_id = e.organisation_id and a.entry_id = e.id)
     or exists (select from decisions d where d.organisation_id = e.organisation_id and d.entry_id = e.id)))
