/** By which instant each draft is to be sent in: the close of the edition, a later one of whoever writes it, or its own. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { type Edition, partsOf } from '#slices/programmes/index.ts';
import { runningOfDrafts } from '../reopening/reopening-store.ts';
import { codesUntil } from './late-codes.ts';
import { redemptionsIn } from './late-store.ts';
import { standingIn } from './more-time/extensions-store.ts';

export type Draft = { readonly id: EntryId; readonly owner: PersonId; readonly nextOf: EntryId | null; readonly mendBy: Date | null };

/** Epoch milliseconds, without grace. `since`: when it became theirs; 0 for the close of the edition. */
export type Close = { readonly until: number; readonly since: number };

/** The later one. */
const later = (a: Close, b: Close | undefined): Close => (b && b.until > a.until ? b : a);

/** Of whoever redeemed a late code, until when the best of them holds. */
async function byCodes(ctx: Ctx, edition: Edition): Promise<ReadonlyMap<PersonId, Close>> {
  const redeemed = await redemptionsIn(ctx, edition.id);
  if (redeemed.length === 0) return new Map();
  const { timeline } = await partsOf(ctx, edition);
  const closes = new Map<PersonId, Close>();
  for (const { person, key, at } of redeemed) {
    const until = codesUntil(timeline, edition.zone, [key]);
    const [before, one] = [closes.get(person), until === undefined ? undefined : { until, since: at.getTime() }];
    if (one) closes.set(person, before ? later(before, one) : one);
  }
  return closes;
}

/** A next version has none once its opening is over. */
export async function closesOf(ctx: Ctx, edition: Edition, drafts: readonly Draft[]): Promise<ReadonlyMap<EntryId, Close>> {
  if (drafts.length === 0) return new Map();
  const again = new Map(
    (await runningOfDrafts(ctx, edition.id)).map(({ draft, until, at }) => [draft, { until: until.getTime(), since: at.getTime() }]),
  );
  const codes = await byCodes(ctx, edition);
  const given = Map.groupBy(await standingIn(ctx, edition.id), ({ person }) => person);
  const everybody = { until: edition.entriesCloseAt.getTime(), since: 0 };
  const ofWriter = (owner: PersonId): Close => {
    const extensions = (given.get(owner) ?? []).map(({ until, at }) => ({ until: until.getTime(), since: at.getTime() }));
    return extensions.reduce(later, later(everybody, codes.get(owner)));
  };
  const closes = new Map<EntryId, Close>();
  for (const { id, owner, nextOf, mendBy } of drafts) {
    // Sent back until an instant of its own, it has that one alone.
    const own = mendBy ? { until: mendBy.getTime(), since: 0 } : undefined;
    const close = nextOf === null ? (own ?? ofWriter(owner)) : again.get(id);
    if (close) closes.set(id, close);
  }
  return closes;
}
