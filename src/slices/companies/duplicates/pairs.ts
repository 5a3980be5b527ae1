/** Pairs that may be one company: somebody looked and says that they are two. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organiserRelations } from '#slices/programmes/index.ts';
import { subjectOf } from '../companies.ts';
import { companyById } from '../find.ts';
import { companyId } from '../schemas.ts';
import { lockPair, markDismissed } from '../store/pairs.ts';

const input = z.object({ first: companyId, second: companyId });

async function bothOf(ctx: Ctx, given: { first: CompanyId; second: CompanyId }) {
  const [first, second] = [await companyById(ctx, given.first), await companyById(ctx, given.second)];
  return first && second && { first, second };
}

async function settle(ctx: Ctx, given: { first: CompanyId; second: CompanyId }, dismissed: boolean): Promise<void> {
  const pair = await lockPair(ctx, given.first, given.second);
  if (pair === undefined || pair.dismissed === dismissed) throw problem('companies.pair-settled');
  await markDismissed(ctx, pair, dismissed);
}

/** They are two: the pair is not shown again, whatever is found later. */
export const dismissPair = operation('companies.dismiss-pair', {
  input,
  who: ['organiser'],
  find: bothOf,
  relations: organiserRelations,
  run: async (ctx, given, { first, second }) => {
    await settle(ctx, given, true);
    const body = { first: first.name, second: second.name, other: second.id };
    await tell(ctx, { kind: 'companies.pair-dismissed', programme: null, subject: subjectOf(first.id), body });
    return { first: first.id, second: second.id };
  },
});

/** Takes a dismissal back. */
export const reopenPair = operation('companies.reopen-pair', {
  input,
  who: ['organiser'],
  find: bothOf,
  relations: organiserRelations,
  run: async (ctx, given, { first, second }) => {
    await settle(ctx, given, false);
    const body = { first: first.name, second: second.name, other: second.id };
    await tell(ctx, { kind: 'companies.pair-reopened', programme: null, subject: subjectOf(first.id), body });
    return { first: first.id, second: second.id };
  },
});
