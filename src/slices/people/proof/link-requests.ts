/** Every mail that somebody has sent to an address counts: a mailbox can be flooded with what it never wanted. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { countFailure, type Trying, waitBefore } from './attempts.ts';

/** What is no request from outside does not count. @throws Problem `people.too-many-links` */
export async function countRequest(ctx: Ctx, account: string, person: PersonId | undefined): Promise<void> {
  if (ctx.client === undefined) return;
  const asking: Trying = { what: 'link', account, person };
  const minutes = await waitBefore(ctx, asking);
  if (minutes > 0) throw problem('people.too-many-links', { minutes });
  await countFailure(ctx, asking);
}
