-- Entries are withdrawn by whoever sent them in, and come back while entries are open. A place in a category that is given back is
-- counted beside the numbers, which are never given twice.
-- contracts since 0007: the state takes one word more
alter table plaudit.entries
  drop constraint entries_state_check,
  add constraint entries_state_check check (state in ('draft', 'submitted', 'returned', 'accepted', 'withdrawn'));
alter table plaudit.entries
  add column withdrawn_at timestamptz,
  -- What it was before, and comes back as, unless it was accepted: then it is looked at again.
  add column withdrawn_from text;
alter table plaudit.categories
  add column places_freed integer not null default 0;
