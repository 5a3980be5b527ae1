/** What pages ask browsers for: a passkey to sign in with, to show as a second step, or to make. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { assertionOptions, registrationOptions } from './ceremony.ts';

export function passkeyForSignIn(ctx: Ctx): Promise<string> {
  return assertionOptions(ctx, 'sign in');
}

type Maker = { readonly id: PersonId; readonly email: string; readonly name: string };

/** `organisation` is what the browser shows of us. */
export function passkeyToMake(ctx: Ctx, maker: Maker, organisation: string): Promise<string> {
  return registrationOptions(ctx, maker, organisation);
}

export type SecondStep = {
  /** Undefined for whoever has no passkey. */
  readonly passkey: string | undefined;
};

/** What may be shown in the session that waits; undefined when none does. */
export async function secondStep(ctx: Ctx, token: string): Promise<SecondStep | undefined> {
  const rows = await ctx.db
    .selectFrom('directory.sessions as s')
    .leftJoin('directory.factors as f', (join) => join.onRef('f.person_id', '=', 's.person_id').on('f.kind', '=', 'passkey'))
    .select(['s.id', 's.person_id', 'f.id as passkey'])
    .where('s.token_hash', '=', hashToken(token))
    .where('s.waiting', '=', true)
    .where('s.expires_at', '>', ctx.now)
    .limit(1)
    .execute();
  const [row] = rows;
  return row && { passkey: row.passkey === null ? undefined : await assertionOptions(ctx, `factor ${row.id}`, row.person_id) };
}
