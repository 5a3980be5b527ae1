-- Whoever decides which entries of a programme may compete, and runs no more of it.
-- contracts since 0006: older code gives none of the three a role it does not know
alter table plaudit.programme_roles
  drop constraint programme_roles_role_check,
  add constraint programme_roles_role_check check (role in ('manager', 'judge', 'auditor', 'screener'));
-- contracts since 0038: as above
alter table plaudit.invitations
  drop constraint invitations_role_check,
  add constraint invitations_role_check check (role in ('manager', 'judge', 'auditor', 'chapter-manager', 'screener'));
-- contracts since 0038: as above
alter table plaudit.programmes
  drop constraint programmes_factor_roles_check,
  add constraint programmes_factor_roles_check check (factor_roles <@ array['manager', 'judge', 'auditor', 'chapter-manager', 'screener']);
