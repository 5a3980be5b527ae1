import { leastCommonMultiple } from '../../numeric/fraction.ts';
import type { Ranking } from './rankings.ts';

/**
 * Votes counted at most to follow all orders of elimination, one for each different ranking in each set of entries left: eleven judges each
 * of whom puts another entry first need 22,528. Beyond it the entries left stay tied.
 */
export const mostVotes = 32_768;

/**
 * Entries that no judge tells apart are one class: which of them goes out first is all one. `orders`: what judges say, best group of
 * classes first, equal orders together with how many judges hold them. Votes are whole numbers of 1/`unit`.
 */
type Field = {
  readonly members: readonly (readonly number[])[];
  readonly orders: readonly { readonly groups: readonly (readonly number[])[]; readonly judges: bigint }[];
  readonly unit: bigint;
};

/** How many of each class are left, and how many in all. */
type Left = { readonly counts: readonly number[]; readonly size: number };

/** What one round did: the votes of each that was in (in 1/`unit`), and who went out. Numbers are places in `panels`. */
type Round = { readonly votes: ReadonlyMap<number, bigint>; readonly out: readonly number[] };

/**
 * Level entries whose votes together are not below the next entry's: the order they go out in may matter, so every order was followed
 * until all of them meet again. `level`: who was level; `best`: by entry that went out meanwhile, the best place any order gives it.
 * `followed`: false where there are too many orders, and all that were left are tied.
 */
type Fork = {
  readonly votes: ReadonlyMap<number, bigint>;
  readonly level: readonly number[];
  readonly best: ReadonlyMap<number, number>;
  readonly followed: boolean;
};

export type Stage = ({ readonly kind: 'round' } & Round) | ({ readonly kind: 'fork' } & Fork);

type Elimination = { readonly stages: readonly Stage[]; readonly unit: bigint; readonly best: readonly number[] };

function fieldOf(rankings: readonly Ranking[], n: number): Field {
  const signatures: string[][] = Array.from({ length: n }, () => []);
  rankings.forEach(({ groups }) => {
    groups.forEach((group, at) => {
      for (const entry of group) signatures[entry]?.push(String(at));
    });
  });
  const classes = new Map<string, number[]>();
  signatures.forEach((own, entry) => {
    const alike = classes.get(own.join());
    if (alike) alike.push(entry);
    else classes.set(own.join(), [entry]);
  });
  const members = [...classes.values()];
  const classOf = new Map(members.flatMap((own, at) => own.map((entry) => [entry, at] as const)));
  const orders = new Map<string, { groups: readonly (readonly number[])[]; judges: bigint }>();
  for (const { groups } of rankings) {
    const own = groups.map((group) => [...new Set(group.map((entry) => classOf.get(entry) ?? 0))].sort((a, b) => a - b));
    const text = own.map((group) => group.join()).join('>');
    orders.set(text, { groups: own, judges: (orders.get(text)?.judges ?? 0n) + 1n });
  }
  const widest = rankings.reduce((most, { groups }) => groups.reduce((wide, { length }) => Math.max(wide, length), most), 1);
  const unit = Array.from({ length: widest }, (_, i) => BigInt(i + 1)).reduce(leastCommonMultiple, 1n);
  return { members, orders: [...orders.values()], unit };
}

/** By class: the votes of each of its entries left. A judge's vote goes to the best entry left, in equal parts where several are equal. */
function votesIn({ members, orders, unit }: Field, { counts }: Left): readonly bigint[] {
  const votes = members.map(() => 0n);
  for (const { groups, judges } of orders) {
    for (const group of groups) {
      let size = 0;
      for (const own of group) size += counts[own] ?? 0;
      if (size === 0) continue;
      const each = (judges * unit) / BigInt(size);
      for (const own of group) votes[own] = (votes[own] ?? 0n) + each;
      break;
    }
  }
  return votes;
}

/** Classes with the fewest votes, and whether all of theirs may go out at once: together they have fewer than the next. */
function lowest({ counts }: Left, votes: readonly bigint[]) {
  const present = [...counts.keys()].filter((own) => (counts[own] ?? 0) > 0);
  let fewest: bigint | null = null;
  let next: bigint | null = null;
  for (const own of present) {
    const vote = votes[own] ?? 0n;
    if (fewest === null || vote < fewest) [fewest, next] = [vote, fewest];
    else if (vote > fewest && (next === null || vote < next)) next = vote;
  }
  const level = present.filter((own) => votes[own] === fewest);
  const entries = level.reduce((sum, own) => sum + (counts[own] ?? 0), 0);
  const together = next !== null && (fewest ?? 0n) * BigInt(entries) < next;
  return { level, entries, isSure: entries === 1 || together };
}

function without({ counts, size }: Left, classes: readonly number[], each: number | null): Left {
  const left = [...counts];
  let gone = 0;
  for (const own of classes) {
    const taken = each ?? left[own] ?? 0;
    left[own] = (left[own] ?? 0) - taken;
    gone += taken;
  }
  return { counts: left, size: size - gone };
}

/** All sets of one class less at a time that are met from here, until every order is at one set again, or nobody is left. */
function follow(field: Field, from: Left, budget: { votes: number }) {
  const best = new Map<number, number>();
  const bySize = new Map<number, Map<string, Left>>([[from.size, new Map([[from.counts.join(), from]])]]);
  let waiting = 1;
  for (let size = from.size; size > 0; size -= 1) {
    const sets = [...(bySize.get(size)?.values() ?? [])];
    const [only] = sets;
    if (size < from.size && waiting === 1 && only?.counts.every((n, own) => n === 0 || n === from.counts[own]))
      return { best, left: only, followed: true };
    for (const set of sets) {
      budget.votes -= field.orders.length;
      if (budget.votes < 0) return { best, left: { counts: from.counts.map(() => 0), size: 0 }, followed: false };
      const { level, isSure } = lowest(set, votesIn(field, set));
      const steps = isSure ? [without(set, level, null)] : level.map((own) => without(set, [own], 1));
      for (const next of steps) {
        for (const own of level) {
          if (next.counts[own] === set.counts[own]) continue;
          best.set(own, Math.min(best.get(own) ?? Number.MAX_SAFE_INTEGER, next.size + 1));
        }
        const known = bySize.get(next.size) ?? new Map<string, Left>();
        bySize.set(next.size, known);
        const key = next.counts.join();
        if (!known.has(key)) waiting += 1;
        known.set(key, next);
      }
      waiting -= 1;
    }
    bySize.delete(size);
  }
  return { best, left: { counts: from.counts.map(() => 0), size: 0 }, followed: true };
}

/**
 * Rounds of elimination among `n` entries. One with the fewest votes goes out. Of several, all go out at once where their votes together
 * are fewer than the next entry's, for then whoever goes first, none of the others can overtake it. Otherwise every order of taking them
 * out one by one is followed. `best`: by entry, the best place any order gives it; entries that share one stay tied.
 */
export function eliminate(rankings: readonly Ranking[], n: number): Elimination {
  const field = fieldOf(rankings, n);
  const { members } = field;
  const best = Array.from({ length: n }, () => 1);
  const stages: Stage[] = [];
  const budget = { votes: mostVotes };
  const entriesOf = (classes: readonly number[]): number[] => classes.flatMap((own) => members[own] ?? []).sort((a, b) => a - b);
  const place = (classes: readonly number[], at: (own: number) => number): void => {
    for (const own of classes) for (const entry of members[own] ?? []) best[entry] = at(own);
  };
  let left: Left = { counts: members.map(({ length }) => length), size: n };
  while (left.size > 0) {
    const votes = votesIn(field, left);
    const present = [...left.counts.keys()].filter((own) => (left.counts[own] ?? 0) > 0);
    const told = new Map(present.flatMap((own) => (members[own] ?? []).map((entry) => [entry, votes[own] ?? 0n] as const)));
    const { level, entries, isSure } = lowest(left, votes);
    if (isSure) {
      place(level, () => left.size - entries + 1);
      stages.push({ kind: 'round', votes: told, out: entriesOf(level) });
      left = without(left, level, null);
      continue;
    }
    const found = follow(field, left, budget);
    const gone = present.filter((own) => (found.left.counts[own] ?? 0) < (left.counts[own] ?? 0));
    const at = (own: number): number => (found.followed ? (found.best.get(own) ?? 1) : 1);
    place(gone, at);
    const reached = new Map(gone.flatMap((own) => (members[own] ?? []).map((entry) => [entry, at(own)] as const)));
    stages.push({ kind: 'fork', votes: told, level: entriesOf(level), best: reached, followed: found.followed });
    left = found.left;
  }
  return { stages, unit: field.unit, best };
}
