/** Who does what in a programme, and who was asked to. */
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { requireRelation } from '../access.ts';
import { namedChapters } from '../chapters/views.ts';
import type { InvitedRole, Role } from '../schemas.ts';

export async function rolesOf(ctx: Ctx, programme: ProgrammeId, person: PersonId): Promise<Role[]> {
  const rows = await ctx.db
    .selectFrom('programme_roles')
    .select('role')
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('person_id', '=', person)
    .execute();
  return rows.map((row) => row.role as Role);
}

export type RoleHolder = {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
};

export async function peopleOfProgramme(ctx: Ctx, programme: ProgrammeId): Promise<RoleHolder[]> {
  await requireRelation(ctx, programme, ['manager', 'auditor']);
  return holders(ctx, programme).orderBy('r.role').orderBy('p.name').execute() as Promise<RoleHolder[]>;
}

function holders(ctx: Ctx, programme: ProgrammeId) {
  return ctx.db
    .selectFrom('programme_roles as r')
    .innerJoin('directory.people as p', 'p.id', 'r.person_id')
    .select(['r.person_id as person', 'p.name', (e) => e.fn.coalesce('p.email', e.val('')).as('email'), 'r.role', 'r.granted_at as since'])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('r.programme_id', '=', programme);
}

/** The judges of a programme, for the slices that seat them; no check, because those have made theirs. */
export async function judgesOf(ctx: Ctx, programme: ProgrammeId): Promise<RoleHolder[]> {
  return holders(ctx, programme).where('r.role', '=', 'judge').orderBy('p.id').execute() as Promise<RoleHolder[]>;
}

export type InvitationView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: InvitedRole;
  /** The chapter they are to manage, by its key. */
  readonly chapter: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
};

/** Invitations nobody has answered yet, newest first; those past their time among them. */
export async function openInvitations(ctx: Ctx, programme: ProgrammeId): Promise<InvitationView[]> {
  await requireRelation(ctx, programme, ['manager', 'auditor']);
  const rows = await ctx.db
    .selectFrom('invitations')
    .select(['id', 'name', 'email', 'role', 'chapter', 'created_at as sentAt', 'expires_at as expiresAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as InvitedRole }));
}

export type InvitationForVisitor = {
  readonly programme: string;
  readonly role: InvitedRole;
  /** What the chapter is called they are to manage, and the edition's name; undefined for a role in the programme. */
  readonly chapter: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly invitedBy: string;
  /** Whether the address has an account. */
  readonly known: boolean;
  /** Whether somebody else is signed in here. */
  readonly forAnother: boolean;
};

/** What a mailed invitation is about, while it works; looking at it uses nothing up. */
export async function invitationForVisitor(ctx: Ctx, token: string): Promise<InvitationForVisitor | undefined> {
  const row = await ctx.db
    .selectFrom('invitations as i')
    .innerJoin('programmes as p', (join) => join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.programme_id'))
    .innerJoin('directory.people as by', 'by.id', 'i.invited_by')
    .leftJoin('directory.people as known', 'known.email', 'i.email')
    .select([
      'p.name as programme',
      'i.role',
      'i.email',
      'i.name',
      'by.name as invitedBy',
      'known.id as person',
      'i.edition_id',
      'i.chapter',
    ])
    .where('i.organisation_id', '=', ctx.organisation)
    .where('i.token_hash', '=', hashToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', ctx.now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { person, role, edition_id: edition, chapter: key, ...rest } = row;
  const chapter = edition === null ? undefined : (await namedChapters(ctx, edition)).find((one) => one.key === key);
  const signedIn = personOf(ctx);
  return {
    ...rest,
    role: role as InvitedRole,
    chapter: chapter?.name,
    known: person !== null,
    forAnother: signedIn !== undefined && signedIn !== person,
  };
}
