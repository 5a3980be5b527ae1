-- What is added up says how many entries a category has in each state: as many as there are. A next version is none of them.
select organisation_id, edition_id, category_id, state, tallied.chapter, coalesce(tallied.entries, 0) as tallied, coalesce(counted.entries, 0) as counted
  from (select organisation_id, edition_id, category_id, state, coalesce(chapter, '') as chapter, sum(change) as entries
          from entry_tallies group by 1, 2, 3, 4, 5) tallied
  full join (select organisation_id, edition_id, category_id, state, coalesce(chapter, '') as chapter, count(*) as entries
          from entries where next_of is null group by 1, 2, 3, 4, 5) counted
    using (organisation_id, edition_id, category_id, state, chapter)
 where coalesce(tallied.entries, 0) <> coalesce(counted.entries, 0)
