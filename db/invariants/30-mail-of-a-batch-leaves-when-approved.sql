-- What nobody approved, or somebody threw away, has not left and is not about to.
select o.organisation_id, o.id from outbox o join mail_batches b on b.organisation_id = o.organisation_id and b.id = o.batch_id
  where b.state <> 'released' and o.state not in ('held', 'withheld')
