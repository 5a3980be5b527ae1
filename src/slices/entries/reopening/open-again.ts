/** Which entries are open again at this moment, for whoever writes them. */
import { hasNextVersion, stillOpen } from '#core/entries/reopening.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Reopening, reopeningsOf } from './reopening-store.ts';

export type OpenAgain = Pick<Reopening, 'draft' | 'until' | 'reason'>;

/** The one that runs now, of all of an entry's. */
export const running = (all: readonly Reopening[], now: Date): Reopening | undefined =>
  all.find(({ endedAs, until, state }) => endedAs === null && hasNextVersion(state) && stillOpen(until.getTime(), now.getTime()));

export async function openAgain(ctx: Ctx, entries: readonly EntryId[]): Promise<ReadonlyMap<EntryId, OpenAgain>> {
  const all = Map.groupBy(await reopeningsOf(ctx, entries), ({ entry }) => entry);
  return new Map(
    [...all].flatMap(([entry, of]) => {
      const now = running(of, ctx.now);
      return now ? [[entry, { draft: now.draft, until: now.until, reason: now.reason }] as const] : [];
    }),
  );
}
