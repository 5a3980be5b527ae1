-- An entry was submitted while its edition was published and open.
select e.organisation_id, e.id, e.submitted_at from entries e
join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
where e.submitted_at is not null and (e.submitted_at < d.entries_open_at
  or not plaudit.edition_is_public(d.state, d.publish_at, d.ready_version, d.version, e.submitted_at))
