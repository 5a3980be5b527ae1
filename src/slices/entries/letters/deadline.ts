/** Until when a letter may be asked for, written and changed. */
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { closesOf } from '../deadlines/closes.ts';
import type { Entry } from '../store.ts';

type Written = Pick<Entry, 'id' | 'owner' | 'state' | 'mendBy' | 'nextOf'>;

/** The close of entries; of one that is still being written, its own later one. */
export async function lettersUntil(ctx: Ctx, edition: Edition, { id, owner, state, mendBy }: Written): Promise<Date> {
  if (state !== 'draft' && state !== 'returned') return edition.entriesCloseAt;
  const own = (await closesOf(ctx, edition, [{ id, owner, nextOf: null, mendBy }])).get(id);
  return new Date(Math.max(edition.entriesCloseAt.getTime(), own?.until ?? 0));
}

const takesPart: readonly string[] = ['draft', 'returned', 'submitted', 'accepted'];

/** Why no letter of an entry may be asked for or written any more. */
export function whyNoLetters(state: string, until: Date, now: Date): 'entries.letter-entry-out' | 'entries.letters-closed' | undefined {
  if (!takesPart.includes(state)) return 'entries.letter-entry-out';
  return now < until ? undefined : 'entries.letters-closed';
}

/** @throws Problem where it is too late, or the entry takes part no more */
export async function requireTimeForLetters(ctx: Ctx, edition: Edition, entry: Entry): Promise<Date> {
  const until = await lettersUntil(ctx, edition, entry);
  const why = whyNoLetters(entry.state, until, ctx.now);
  if (why) throw problem(why, { until: zonedText(until.getTime(), edition.zone) });
  return until;
}
