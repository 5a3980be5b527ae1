/** Companies belong to the organisation, not to one programme: whoever runs a programme works with them, whoever audits one reads them. */
import { decide } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { organiserRelations } from '#slices/programmes/index.ts';

/** For views. Answers whether the reader may change what they read. */
export async function requireReader(ctx: Ctx): Promise<{ readonly mayChange: boolean }> {
  const relations = await organiserRelations(ctx);
  if (!decide(['organiser', 'auditor'], relations).allowed)
    throw problem(personOf(ctx) === undefined ? 'general.sign-in-needed' : 'general.not-found');
  return { mayChange: relations.includes('organiser') };
}
