/** Every statement that writes or locks invitations. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import type { Role } from '../schemas.ts';

const life = 30 * 86_400_000;

export type NewInvitation = { programme: ProgrammeId; email: string; name: string; role: Role; token: string; by: PersonId };

export async function insertInvitation(ctx: Ctx, invitation: NewInvitation): Promise<{ id: string; expiresAt: Date }> {
  const { programme, email, name, role, token, by } = invitation;
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
  readonly role: Role;
};

/** The invitation, locked, while it works: unused and in time. Of two that come at once the second finds it used. */
export async function lockInvitation(ctx: Ctx, token: string): Promise<LockedInvitation | undefined> {
  const row = await ctx.db
    .selectFrom('invitations')
    .select(['id', 'programme_id as programme', 'email', 'name', 'role'])
    .where('organisation_id', '=', ctx.organisation)
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

export async function markInvitationAccepted(ctx: Ctx, id: string, person: PersonId): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ accepted_at: ctx.now, accepted_by: person })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}
