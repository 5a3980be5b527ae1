-- A thread counts its messages without a gap, knows the last of each side, and nobody has read or answered what was not said.
select t.organisation_id, t.entry_id from entry_threads t
  left join lateral (
    select count(*) as count, coalesce(max(m.number), 0) as last,
           coalesce(max(m.number) filter (where m.side = 'entrant'), 0) as entrant,
           coalesce(max(m.number) filter (where m.side = 'organiser'), 0) as organiser
      from thread_messages m where m.organisation_id = t.organisation_id and m.entry_id = t.entry_id) m on true
 where t.messages <> m.count or t.messages <> m.last or t.last_of_entrant <> m.entrant or t.last_of_organiser <> m.organiser
    or greatest(t.answered, t.told_entrant, t.told_organiser) > t.messages
    or exists (select from thread_reads r where r.organisation_id = t.organisation_id and r.entry_id = t.entry_id and r.through > t.messages)
    or exists (select from entries e where e.organisation_id = t.organisation_id and e.id = t.entry_id and e.next_of is not null)
