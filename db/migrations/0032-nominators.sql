-- What an entry says of the kind of its nominee and of who sends it in, as its category asks; null where nothing was said.
alter table plaudit.entries
  add column nominee_kind text check (nominee_kind in ('person', 'team', 'organisation', 'technology')),
  add column nominated_by text check (nominated_by in ('self', 'peer', 'customer'));
alter table plaudit.entry_history
  add column nominee_kind text,
  add column nominated_by text;
