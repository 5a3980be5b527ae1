/** Every statement that writes of whom a programme asks a second factor. */
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import type { InvitedRole } from '../schemas.ts';

export async function markFactorRoles(ctx: Ctx, programme: ProgrammeId, roles: readonly InvitedRole[]): Promise<void> {
  await ctx.db
    .updateTable('programmes')
    .set({ factor_roles: [...roles] })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', programme)
    .execute();
}
