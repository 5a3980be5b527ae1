-- Until when an entry that was sent back may be mended and sent in again, where whoever sent it back said so. It is the entry's own instant:
-- neither the close of entries nor anybody's longer time moves it.
alter table plaudit.entries add column mend_by timestamptz;

-- contracts since 0008: what was decided takes two words more
alter table plaudit.screening_decisions
  drop constraint screening_decisions_verdict_check,
  add constraint screening_decisions_verdict_check
    check (verdict in ('accepted', 'returned', 'reopened', 'mending-moved', 'return-undone'));
-- The instant it named.
alter table plaudit.screening_decisions add column until timestamptz;
