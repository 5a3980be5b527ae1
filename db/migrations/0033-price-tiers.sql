-- The price tier an entry fell into when it was first sent in: what would be paid, in minor units. Null where nothing was named.
alter table plaudit.entries
  add column fee_tier text check (length(fee_tier) between 1 and 60),
  add column fee_amount integer check (fee_amount >= 0),
  add column fee_currency text check (fee_currency ~ '^[A-Z]{3}$');
