/** That an entry is in another category than it was sent in to. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { isAsSentIn } from '../mending/since.ts';
import type { Entry } from '../store.ts';
import type { EntryView } from '../views.ts';
import { type Move, movesOf, savedSince, stands } from './moves-store.ts';

export type LastMove = {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: string;
  /** How much of what it answers is kept and not asked any more. */
  readonly aside: number;
};

/** For whoever writes it: the last time it was moved; undefined for what never was, and once it is back where it was sent in. */
export async function lastMove(ctx: Ctx, { id, category, edition }: EntryView): Promise<LastMove | undefined> {
  const moves = (await movesOf(ctx, [id])).filter(stands);
  const [last, first] = [moves[0], moves.at(-1)];
  if (last === undefined || first?.from === category.id) return undefined;
  const at = zonedText(last.at.getTime(), edition.zone);
  return { from: last.fromName, to: last.toName, reason: last.reason, at, aside: last.unasked.length };
}

type Of = Pick<Entry, 'id' | 'state' | 'version' | 'savedAt' | 'submittedAt'>;

/**
 * The move that can be taken back: the last one that stands, while the entry says what it said when it was moved. One that was sent back since
 * for another reason is its writer's until that is taken back.
 */
export async function undoableMove(ctx: Ctx, entry: Of): Promise<Move | undefined> {
  const [last] = (await movesOf(ctx, [entry.id])).filter(stands);
  if (last === undefined || (entry.state !== 'submitted' && entry.state !== 'returned')) return undefined;
  if (entry.state === 'returned' && entry.version !== last.version) return undefined;
  return (await savedSince(ctx, entry.id, last.version)) || !(await isAsSentIn(ctx, entry)) ? undefined : last;
}
