-- What of an entry was sent back to be mended, by the keys of what it is asked; and since when its writer knows the form as it is.
alter table plaudit.entries add column asked text[] not null default '{}' check (cardinality(asked) <= 40);
-- Null: since it was saved last.
alter table plaudit.entries add column form_seen timestamptz;
