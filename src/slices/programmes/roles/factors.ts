/** Whom a programme asks for a second factor: those who hold a role in it, by role. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations, requireRelation } from '../access.ts';
import { type InvitedRole, invitedRole, programmeId } from '../schemas.ts';
import { lockProgramme } from '../store.ts';
import { markFactorRoles } from './factor-store.ts';

/** Whoever holds one of these roles and has no factor is led to set one up with their next click. */
export const requireFactorOfRoles = operation('programmes.require-factor-of-roles', {
  input: z.object({ programme: programmeId, roles: z.array(invitedRole).max(invitedRole.options.length) }),
  who: ['manager'],
  grave: true,
  find: (ctx, input) => lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, { id }) => {
    const roles = [...new Set(input.roles)].sort();
    await markFactorRoles(ctx, id, roles);
    await tell(ctx, { kind: 'programmes.factor-required', programme: id, subject: { kind: 'programme', id }, body: { roles } });
    return null;
  },
});

/** The roles of a programme that need a second factor. */
export async function factorRoles(ctx: Ctx, programme: ProgrammeId): Promise<InvitedRole[]> {
  await requireRelation(ctx, programme, ['manager', 'auditor']);
  const row = await ctx.db
    .selectFrom('programmes')
    .select('factor_roles')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', programme)
    .executeTakeFirst();
  return (row?.factor_roles ?? []) as InvitedRole[];
}
