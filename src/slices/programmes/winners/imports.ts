/** Bringing in lists of winners of editions that never ran here: proposed and looked at, then applied; taken back as a whole. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { programmeId } from '../schemas.ts';
import { type LockedProgramme, lockProgramme } from '../store.ts';
import { proposalOf } from './known.ts';
import { deleteWins, importById, insertImport, insertWins, lockImport, markImport, type WinnerImport } from './store.ts';

const listShape = {
  file: z.string().trim().min(1).max(200),
  format: z.enum(['csv', 'json']),
  content: z.string().min(1).max(4_000_000),
  several: z.enum(['each', 'joint']).default('each'),
  separator: z.string().trim().max(5).default(''),
};

/** What is told: how many, never whom. */
const subjectOf = (id: string) => ({ kind: 'winner-import', id });

/** A list to look at. It says nothing of anybody until it is applied, and may be as wrong as it likes. */
export const proposeWinners = operation('programmes.propose-winners', {
  input: z.object({ programme: programmeId, ...listShape }),
  who: ['manager', 'system'],
  // It names people, so no answer keeps it.
  secret: true,
  find: (ctx, input) => lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, { programme, ...list }, found) => {
    const id = await insertImport(ctx, { programme, ...list });
    await tell(ctx, { kind: 'programmes.winners-proposed', programme, subject: subjectOf(id), body: { format: list.format } });
    return { import: id, programme: found.slug };
  },
});

type Found = { readonly list: WinnerImport; readonly programme: LockedProgramme };

/** The programme first, whose lock keeps two lists from adding the same; then the list as it is now. */
async function findImport(ctx: Ctx, id: string): Promise<Found | undefined> {
  const seen = await importById(ctx, id);
  const programme = seen && (await lockProgramme(ctx, seen.programme));
  const list = programme && (await lockImport(ctx, id));
  return list && programme && { list, programme };
}

/** All that is not there yet, or nothing where anything is wrong with the list. */
export const applyWinners = operation('programmes.apply-winners', {
  input: z.object({ import: z.uuid() }),
  who: ['manager', 'system'],
  find: (ctx, input) => findImport(ctx, input.import),
  relations: (ctx, { programme }) => programmeRelations(ctx, programme.id),
  run: async (ctx, _input, { list, programme }) => {
    if (list.state !== 'proposed') throw problem('winners.import-decided');
    const { add, there, faults, refusals } = await proposalOf(ctx, programme.id, list);
    const wrong = [
      ...refusals.map((refusal) => ({ ...refusal, path: '' })),
      ...faults.map((fault) => ({ ...fault, path: `row.${fault.row}` })),
    ];
    if (wrong.length > 0)
      throw problem(
        'winners.faulty',
        { count: wrong.length },
        wrong.map(({ path, code, facts }) => ({ path, code, facts })),
      );
    await insertWins(ctx, list, add);
    await markImport(ctx, list.id, 'applied', add.length);
    const body = { added: add.length, there: there.length };
    await tell(ctx, { kind: 'programmes.winners-applied', programme: programme.id, subject: subjectOf(list.id), body });
    return { import: list.id, programme: programme.slug, ...body };
  },
});

/** Everything the list brought in goes again; one that was only proposed is put away. */
export const withdrawWinners = operation('programmes.withdraw-winners', {
  input: z.object({ import: z.uuid() }),
  who: ['manager', 'system'],
  find: (ctx, input) => findImport(ctx, input.import),
  relations: (ctx, { programme }) => programmeRelations(ctx, programme.id),
  run: async (ctx, _input, { list, programme }) => {
    if (list.state === 'withdrawn') throw problem('winners.import-decided');
    const removed = await deleteWins(ctx, list.id);
    await markImport(ctx, list.id, 'withdrawn');
    await tell(ctx, { kind: 'programmes.winners-withdrawn', programme: programme.id, subject: subjectOf(list.id), body: { removed } });
    return { import: list.id, programme: programme.slug, removed };
  },
});
