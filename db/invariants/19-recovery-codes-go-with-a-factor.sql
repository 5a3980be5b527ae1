-- Recovery codes stand in for a factor: whoever has none has no codes either.
select p.id as organisation_id, p.id from directory.people p
where not exists (select from directory.factors f where f.person_id = p.id and f.confirmed_at is not null)
  and (exists (select from directory.recovery_codes c where c.person_id = p.id)
    or exists (select from directory.fresh_recovery_codes c where c.person_id = p.id))
