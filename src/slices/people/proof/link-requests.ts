/** Every mail that somebody has sent to an address counts: a mailbox can be flooded with what it never wanted. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { countFailure, type Trying, waitBefore } from './attempts.ts';

/** Whole minutes to wait; 0 where it was counted and may go on. What is no request from outside does not count. */
export async function countTry(ctx: Ctx, asking: Trying): Promise<number> {
  if (ctx.client === undefined) return 0;
  const minutes = await waitBefore(ctx, asking);
  if (minutes === 0) await countFailure(ctx, asking);
  return minutes;
}

/** @throws Problem `people.too-many-links` */
export async function countRequest(ctx: Ctx, account: string, person: PersonId | undefined): Promise<void> {
  const minutes = await countTry(ctx, { what: 'link', account, person });
  if (minutes > 0) throw problem('people.too-many-links', { minutes });
}
