/** What a link about an address would do; looking at it uses nothing up. */
import type { Ctx } from '#platform/context.ts';
import { hashToken } from '#platform/tokens.server.ts';

export type AddressLink = { readonly does: 'confirm' | 'undo'; readonly email: string };

export async function addressLink(ctx: Ctx, token: string): Promise<AddressLink | undefined> {
  const row = await ctx.db
    .selectFrom('directory.links')
    .select(['purpose', 'email'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', 'in', ['new-address', 'old-address'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row?.email ? { does: row.purpose === 'new-address' ? 'confirm' : 'undo', email: row.email } : undefined;
}
