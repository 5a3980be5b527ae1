-- A submitted ballot has one mark for every criterion of the scorecard its entry is judged by, each on the criterion's scale, or says that it
-- does not apply where that may be said; and no other mark, nor words beside a criterion of another scorecard.
select b.organisation_id, b.id, c.id as criterion, m.mark from ballots b
join entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
join categories k on k.organisation_id = e.organisation_id and k.id = e.category_id
join criteria c on c.organisation_id = b.organisation_id and c.edition_id = b.edition_id and c.scorecard = k.scorecard
left join ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id and m.criterion_id = c.id
where b.state = 'submitted' and (m.criterion_id is null or (m.mark is null and c.not_applicable = 'not-allowed')
  or m.mark < c.scale_min * c.steps or m.mark > c.scale_max * c.steps)
union all
select b.organisation_id, b.id, c.id, m.mark from ballots b
join entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
join categories k on k.organisation_id = e.organisation_id and k.id = e.category_id
join (select organisation_id, ballot_id, criterion_id, mark from ballot_marks
      union all select organisation_id, ballot_id, criterion_id, null from ballot_comments) m
  on m.organisation_id = b.organisation_id and m.ballot_id = b.id
join criteria c on c.organisation_id = m.organisation_id and c.id = m.criterion_id
where c.scorecard <> k.scorecard or c.edition_id <> b.edition_id
