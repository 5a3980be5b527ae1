-- Nobody stands in for longer than an hour, for themselves, or after it was over.
select organisation_id, id
  from stand_ins
 where ends_at > began_at + interval '1 hour' or ended_at > ends_at or person_id = by_id;
