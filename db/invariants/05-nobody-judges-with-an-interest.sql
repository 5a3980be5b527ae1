-- No judge holds a seat or a ballot for an entry they own or have declared an interest in.
select a.organisation_id, a.entry_id, a.judge_id from assignments a
join entries e on e.organisation_id = a.organisation_id and e.id = a.entry_id
left join interests i on i.organisation_id = a.organisation_id and i.entry_id = a.entry_id and i.judge_id = a.judge_id
where e.owner_id = a.judge_id or i.judge_id is not null
