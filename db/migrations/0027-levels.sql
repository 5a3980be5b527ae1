-- What was reached rather than only won: the level of an award by the edition's rules, or as people decided. Null where it gives none.
alter table plaudit.decisions add column level text check (length(level) between 1 and 60);
alter table plaudit.honours add column level text check (length(level) between 1 and 60);
