-- An entry's category belongs to its edition, and its number begins with the category's code.
select e.organisation_id, e.id, e.number, c.code from entries e
join categories c on c.organisation_id = e.organisation_id and c.id = e.category_id
where c.edition_id <> e.edition_id or (e.number is not null and e.number not like c.code || '-%')
