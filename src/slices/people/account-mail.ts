/** Whoever owns an account hears of every change to how it is opened: if it was not they, they know at once. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { mail } from '#platform/outbox.server.ts';

export type AccountChange =
  | 'password-set'
  | 'factor-added'
  | 'factor-removed'
  | 'factors-reset'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'provider-connected'
  | 'provider-disconnected'
  | 'signed-out'
  | 'link-made';

export async function sayChanged(ctx: Ctx, person: PersonId, change: AccountChange): Promise<void> {
  const row = await ctx.db.selectFrom('directory.people').select(['email', 'name']).where('id', '=', person).executeTakeFirst();
  if (!row?.email) return;
  await mail(ctx, { mail: 'people.account-changed', to: row.email, person, data: { change, name: row.name } });
}
