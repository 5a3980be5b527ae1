/** Several nominations of one nominee: merged by people alone, parted again by them, and every nominator stays credited. */
import { z } from 'zod';
import { noMerging } from '#core/nominations/states.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '#slices/programmes/index.ts';
import { nomineeId } from './schemas.ts';
import * as store from './store.ts';

const factsOf = (nominee: store.Nominee) => ({ ...nominee, merged: nominee.mergedInto !== null });
const subjectOf = (id: string) => ({ kind: 'nominee', id });

type Two = { readonly kept: store.Nominee; readonly other: store.Nominee };

async function lockTwo(ctx: Ctx, into: string, nominee: string): Promise<Two | undefined> {
  const found = await store.lockNominees(ctx, [into, nominee]);
  const [kept, other] = [found.find(({ id }) => id === into), found.find(({ id }) => id === nominee)];
  return kept && other && kept !== other && kept.edition === other.edition ? { kept, other } : undefined;
}

/** `brought`: what had been merged into the other one before and came with it, for whoever takes it back. */
export const mergeNominees = operation('nominations.merge-nominees', {
  input: z.object({ into: nomineeId, nominee: nomineeId }),
  who: ['manager'],
  scopes: ['nominations'],
  find: (ctx, input) => lockTwo(ctx, input.into, input.nominee),
  relations: (ctx, { kept }) => programmeRelations(ctx, kept.programme),
  run: async (ctx, _input, { kept, other }) => {
    const refusal = noMerging(factsOf(kept), factsOf(other));
    if (refusal) throw problem(refusal.code, refusal.facts);
    const brought = [...(await store.markMerged(ctx, kept.id, other.id))];
    await store.recount(ctx, [kept.id, other.id, ...brought]);
    const body = { merged: other.id, brought };
    await tell(ctx, { kind: 'nominations.nominees-merged', programme: kept.programme, subject: subjectOf(kept.id), body });
    return { into: kept.id, nominee: other.id, brought };
  },
});

/** The undoing: what was merged away speaks for itself again, with those it had brought. */
export const splitNominee = operation('nominations.split-nominee', {
  input: z.object({ nominee: nomineeId, brought: z.array(nomineeId).max(1000).default([]) }),
  who: ['manager'],
  scopes: ['nominations'],
  find: async (ctx, input) => {
    const found = await store.lockNominees(ctx, [input.nominee, ...input.brought]);
    const nominee = found.find(({ id }) => id === input.nominee);
    return nominee && { nominee, brought: found.filter(({ id }) => id !== nominee.id) };
  },
  relations: (ctx, { nominee }) => programmeRelations(ctx, nominee.programme),
  run: async (ctx, input, { nominee, brought }) => {
    const from = nominee.mergedInto;
    const theirs = brought.filter(({ mergedInto }) => mergedInto === from).map(({ id }) => id);
    if (from === null || theirs.length !== input.brought.length) throw problem('nominations.not-merged');
    await store.markSplit(ctx, nominee.id, theirs);
    await store.recount(ctx, [from, nominee.id, ...theirs]);
    const body = { split: nominee.id, brought: theirs };
    await tell(ctx, { kind: 'nominations.nominee-split', programme: nominee.programme, subject: subjectOf(from), body });
    return { nominee: nominee.id, from };
  },
});
