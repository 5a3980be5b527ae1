-- A link proves the mailbox it was mailed to and no other, for days and not for months; one nominator counts once, as what they said first.
alter table plaudit.nominees
  -- Where the link was mailed last, and when; nobody knows it of one that was mailed before this, unless the mail is still kept.
  add column mailed_to   text not null default '' check (length(mailed_to) <= 254),
  add column mailed_at   timestamptz,
  -- How often the nominee has corrected what is said of them.
  add column corrections integer not null default 0 check (corrections >= 0);
update plaudit.nominees n set mailed_to = lower(o.recipient), mailed_at = o.created_at from plaudit.outbox o
 where o.organisation_id = n.organisation_id and o.mail = 'nominations.told'
   and n.link_hash = sha256(convert_to(o.data ->> 'token', 'UTF8'));
-- contracts since 0041: rows are hidden as before once this migration ends, and nobody reads the table meanwhile
alter table plaudit.nominations no force row level security;
-- Two names of one provider are one; of other providers they are two mailboxes, with two owners.
update plaudit.nominees set mailbox = regexp_replace(mailbox, '@hotmail\.com$', '@hotmail.co.uk') where email ~* '@hotmail\.co\.uk\s*$';
update plaudit.nominees set mailbox = regexp_replace(mailbox, '@yahoo\.com$', '@ymail.com') where email ~* '@ymail\.com\s*$';
update plaudit.nominations set nominator_box = regexp_replace(nominator_box, '@hotmail\.com$', '@hotmail.co.uk')
 where nominator_email ~* '@hotmail\.co\.uk\s*$';
update plaudit.nominations set nominator_box = regexp_replace(nominator_box, '@yahoo\.com$', '@ymail.com')
 where nominator_email ~* '@ymail\.com\s*$';
update plaudit.nominees n set by_self = c.self, by_peers = c.peers, by_customers = c.customers from plaudit.nominees k
left join lateral (
  select count(*) filter (where f.relation = 'self')::int as self, count(*) filter (where f.relation = 'peer')::int as peers,
         count(*) filter (where f.relation = 'customer')::int as customers
    from (select distinct on (m.nominator_box) m.relation from plaudit.nominations m join plaudit.nominees g
            on g.organisation_id = m.organisation_id and g.id = m.nominee_id
           where m.organisation_id = k.organisation_id and k.joined_to is null and (g.id = k.id or g.joined_to = k.id)
           order by m.nominator_box, m.confirmed_at, m.id) f) c on true
 where n.organisation_id = k.organisation_id and n.id = k.id
   and (n.by_self, n.by_peers, n.by_customers) is distinct from (c.self, c.peers, c.customers);
-- contracts since 0041: as it was
alter table plaudit.nominations force row level security;

create index nominees_mailbox on plaudit.nominees (organisation_id, edition_id, mailbox) where mailbox <> '';
create index nominees_email on plaudit.nominees (organisation_id, email) where email <> '';
create index nominations_nominator on plaudit.nominations (organisation_id, nominator_email);
create index nominations_nominee_email on plaudit.nominations (organisation_id, nominee_email) where nominee_email <> '';
