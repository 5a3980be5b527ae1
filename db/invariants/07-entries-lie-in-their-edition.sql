-- An entry's category belongs to its edition. Its number begins with the code of the category it was numbered in: the one it is in, or the one
-- the first of its moves that stand has left. These lead from one category to the next, and the last one to where it is.
with standing as (
  select m.organisation_id, m.entry_id, m.from_category, m.to_category,
         lag(m.to_category) over w as came_from, lead(m.id) over w as next
    from entry_moves m where m.undone_at is null
  window w as (partition by m.organisation_id, m.entry_id order by m.version))
select e.organisation_id, e.id, e.number, c.code from entries e
join categories c on c.organisation_id = e.organisation_id and c.id = e.category_id
left join standing m on m.organisation_id = e.organisation_id and m.entry_id = e.id and m.came_from is null
join categories n on n.organisation_id = e.organisation_id and n.id = coalesce(m.from_category, e.category_id)
where c.edition_id <> e.edition_id or n.edition_id <> e.edition_id or (e.number is not null and e.number not like n.code || '-%')
union all
select e.organisation_id, e.id, e.number, t.code from standing m
join entries e on e.organisation_id = m.organisation_id and e.id = m.entry_id
join categories t on t.organisation_id = m.organisation_id and t.id = m.to_category
where e.number is null or t.edition_id <> e.edition_id or m.from_category <> coalesce(m.came_from, m.from_category)
   or (m.next is null and m.to_category <> e.category_id)
