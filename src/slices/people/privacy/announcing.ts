/** How slices hear that two accounts became one: as of every event, with the two ids read from it. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Pair } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';

const person = z.uuid().transform((id) => id as PersonId);
const body = z.object({ from: person, into: person });

export const mergedKind = 'people.accounts-merged';

/** Handled in the transaction that makes them one; what throws keeps them two. */
export function accountsMerged(handler: (ctx: Ctx, pair: Pair) => Promise<void>): void {
  listen(mergedKind, (ctx, announcement) => handler(ctx, body.parse(announcement.body)));
}
