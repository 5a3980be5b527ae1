-- What an outage gave, everybody it counts has, until its instant, and nobody has it any longer once it was taken back.
select g.organisation_id, g.id from outage_graces g
where g.people <> (select count(*) from deadline_extensions x where x.organisation_id = g.organisation_id and x.grace_id = g.id)
   or exists (select from deadline_extensions x where x.organisation_id = g.organisation_id and x.grace_id = g.id
     and (x.until <> g.until or x.edition_id <> g.edition_id or (g.ended_at is not null and x.ended_at is null)))
