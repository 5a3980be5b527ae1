import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Who is to be judged by whom. Ids are unique in each list; `excluded` are entries the judge has a conflict with. */
export type Demand = {
  readonly entries: readonly { readonly id: string; readonly category: string }[];
  readonly judges: readonly { readonly id: string; readonly excluded: readonly string[] }[];
  /** Judges each entry is to have: a whole number, 0 or more. */
  readonly seatsPerEntry: number;
  /** Settles every choice between equals. Published with the result, so that anybody can repeat the draw. */
  readonly seed: string;
  /** Seats that stand already, of these entries; they count as seats and loads and are never moved. None when left out. */
  readonly kept?: readonly Seat[];
};

export type Seat = { readonly entry: string; readonly judge: string };

/** `seats`: the new ones, ordered by entry, then judge. `short`: entries with fewer judges than asked, as the rest have a conflict. */
export type Assignment = {
  readonly seats: readonly Seat[];
  readonly short: readonly { readonly entry: string; readonly category: string; readonly judges: number; readonly needed: number }[];
};

type Judge = { readonly id: string; readonly excluded: ReadonlySet<string>; load: number };

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A number drawn for a pair by the seed alone: SHA-256 of a text with no two readings. Order of rows, ids and time play no part. */
function lot(seed: string, entry: string, judge: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([seed, entry, judge]))));
}

/** The least loaded judges without a conflict; between equal loads the lot decides. */
function panelFor(entry: string, judges: readonly Judge[], seats: number, seed: string): readonly Judge[] {
  const free = judges.filter((judge) => !judge.excluded.has(entry));
  const drawn = free.map((judge) => ({ judge, lot: lot(seed, entry, judge.id) }));
  drawn.sort((a, b) => a.judge.load - b.judge.load || byText(a.lot, b.lot));
  return drawn.slice(0, seats).map(({ judge }) => judge);
}

/**
 * Deals judges to entries round by round. Never a pair with a conflict; each entry gets its seats, or every judge without a conflict
 * when there are too few, and is then reported as short; without conflicts no two loads differ by more than one. Entries with the most
 * conflicts choose first, as they have the least choice; between equals the seed decides. Kept seats stay and are filled up. The same demand gives the same seats
 * in whatever order its rows come.
 */
export function assign({ entries, judges, seatsPerEntry, seed, kept = [] }: Demand): Assignment {
  const seated = Map.groupBy(kept, ({ entry }) => entry);
  // Whoever holds a seat cannot take another on the same entry.
  const pool: Judge[] = judges.map(({ id, excluded }) => {
    const held = kept.filter(({ judge }) => judge === id).map(({ entry }) => entry);
    return { id, excluded: new Set([...excluded, ...held]), load: held.length };
  });
  const order = entries.map((entry) => ({
    entry,
    choice: pool.filter((judge) => !judge.excluded.has(entry.id)).length,
    lot: lot(seed, entry.id, ''),
  }));
  order.sort((a, b) => a.choice - b.choice || byText(a.lot, b.lot));
  const seats: { entry: string; judge: string }[] = [];
  const short: { entry: string; category: string; judges: number; needed: number }[] = [];
  for (const { entry } of order) {
    const standing = seated.get(entry.id)?.length ?? 0;
    const panel = panelFor(entry.id, pool, Math.max(0, seatsPerEntry - standing), seed);
    for (const judge of panel) {
      judge.load += 1;
      seats.push({ entry: entry.id, judge: judge.id });
    }
    const sitting = standing + panel.length;
    if (sitting < seatsPerEntry) short.push({ entry: entry.id, category: entry.category, judges: sitting, needed: seatsPerEntry });
  }
  seats.sort((a, b) => byText(a.entry, b.entry) || byText(a.judge, b.judge));
  short.sort((a, b) => byText(a.entry, b.entry));
  return { seats, short };
}
