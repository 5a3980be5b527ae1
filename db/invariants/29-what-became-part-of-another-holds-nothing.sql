-- An account that became part of another has no way in, no role, no seat and no entry of its own.
select o.organisation_id, p.id from directory.people p
join (select null::uuid as organisation_id, person_id from directory.sessions
  union all select null, person_id from directory.factors
  union all select null, person_id from directory.other_addresses
  union all select organisation_id, person_id from memberships
  union all select organisation_id, person_id from programme_roles
  union all select organisation_id, judge_id from assignments
  union all select organisation_id, owner_id from entries) o on o.person_id = p.id
where p.same_as is not null
union all
select null, p.id from directory.people p where p.same_as is not null and (p.email is not null or p.password_hash is not null or p.name <> '')
