/** Every statement that writes or locks invitations. */
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import type { InvitedRole } from '../schemas.ts';
import { lockProgramme } from '../store.ts';

const life = 30 * 86_400_000;

/** A chapter of an edition, by the key it has there. */
export type ChapterOf = { readonly edition: EditionId; readonly chapter: string };

/** `of`: the chapter, for whoever is to manage one. */
type InvitedTo = { readonly programme: ProgrammeId; readonly email: string; readonly role: InvitedRole; readonly of?: ChapterOf };

export type NewInvitation = InvitedTo & { readonly name: string; readonly token: string; readonly by: PersonId };

export async function insertInvitation(ctx: Ctx, invitation: NewInvitation): Promise<{ id: string; expiresAt: Date }> {
  const { programme, email, name, role, of, token, by } = invitation;
  const id = ctx.ids.random();
  const expiresAt = new Date(ctx.now.getTime() + life);
  await ctx.db
    .insertInto('invitations')
    .values({
      organisation_id: ctx.organisation,
      id,
      programme_id: programme,
      email,
      name,
      role,
      edition_id: of?.edition ?? null,
      chapter: of?.chapter ?? null,
      token_hash: hashToken(token),
      invited_by: by,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  return { id, expiresAt };
}

export type LockedInvitation = {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly email: string;
  readonly name: string;
  readonly role: InvitedRole;
  readonly of: ChapterOf | undefined;
};

function openOnes(ctx: Ctx) {
  return ctx.db
    .selectFrom('invitations')
    .select(['id', 'programme_id as programme', 'email', 'name', 'role', 'edition_id', 'chapter'])
    .where('organisation_id', '=', ctx.organisation)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .forUpdate();
}

type OpenRow = Omit<LockedInvitation, 'role' | 'of'> & {
  readonly role: string;
  readonly edition_id: EditionId | null;
  readonly chapter: string | null;
};

function invitationOf({ edition_id: edition, chapter, role, ...row }: OpenRow): LockedInvitation {
  return { ...row, role: role as InvitedRole, of: edition === null || chapter === null ? undefined : { edition, chapter } };
}

/**
 * The invitation, locked, while it works: unused, not withdrawn and in time. Of two that come at once the second finds it used. Its
 * programme is locked first, as by all who invite and withdraw.
 */
export async function lockInvitation(ctx: Ctx, token: string): Promise<LockedInvitation | undefined> {
  const hash = hashToken(token);
  const there = await ctx.db
    .selectFrom('invitations')
    .select('programme_id as programme')
    .where('organisation_id', '=', ctx.organisation)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (there === undefined) return undefined;
  await lockProgramme(ctx, there.programme);
  const row = await openOnes(ctx).where('token_hash', '=', hash).where('expires_at', '>', ctx.now).executeTakeFirst();
  return row && invitationOf(row);
}

/** One that nobody has answered, locked; it may be past its time. The programme is locked by the caller. */
export async function lockOpenInvitation(ctx: Ctx, programme: ProgrammeId, id: string): Promise<LockedInvitation | undefined> {
  const row = await openOnes(ctx).where('programme_id', '=', programme).where('id', '=', id).executeTakeFirst();
  return row && invitationOf(row);
}

export async function markInvitationWithdrawn(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ withdrawn_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Every open invitation of this address to this role, or to this chapter, stops working; their ids. */
export async function closeInvitations(ctx: Ctx, { programme, email, role, of }: InvitedTo) {
  const rows = await ctx.db
    .updateTable('invitations')
    .set({ withdrawn_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('email', '=', email)
    .where('role', '=', role)
    .where('edition_id', 'is not distinct from', of?.edition ?? null)
    .where('chapter', 'is not distinct from', of?.chapter ?? null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function markInvitationAccepted(ctx: Ctx, id: string, person: PersonId): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ accepted_at: ctx.now, accepted_by: person })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}
