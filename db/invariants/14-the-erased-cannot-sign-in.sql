-- Somebody who was erased has no session, no password, no address and no name.
select p.id as organisation_id, p.id from directory.people p
left join directory.sessions s on s.person_id = p.id
where p.erased_at is not null and (s.person_id is not null or p.password_hash is not null or p.email is not null or p.name <> '')
