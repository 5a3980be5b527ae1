-- A submitted ballot has one mark for every criterion of its edition, each on the criterion's scale.
select b.organisation_id, b.id, c.id as criterion, m.mark from ballots b
join criteria c on c.organisation_id = b.organisation_id and c.edition_id = b.edition_id
left join ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id and m.criterion_id = c.id
where b.state = 'submitted' and (m.mark is null or m.mark < c.scale_min or m.mark > c.scale_max)
