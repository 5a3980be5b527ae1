-- An invitation may be to become the owner of an entry: one at a time for each entry.
-- contracts since 0046: what one is invited to takes one word more
alter table plaudit.writer_invitations
  drop constraint writer_invitations_rights_check,
  add constraint writer_invitations_rights_check check (rights in ('view', 'edit', 'submit', 'owner'));
-- contracts since 0046: no code before wrote that word
create unique index writer_invitations_owner on plaudit.writer_invitations (organisation_id, entry_id)
  where rights = 'owner' and accepted_at is null and withdrawn_at is null;
