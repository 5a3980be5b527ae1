import { breakTies } from '../ranking/ladder.ts';
import type { TallyRules, TieRung } from '../verdict/rules.ts';
import { sameEntries } from './order.ts';
import { notTested, type Outcome } from './outcome.ts';
import type { Counted } from './recount.ts';

/** Another tie rule and whom it would make first and let through; `none`: equal scores stay joint. */
export type OtherRule = {
  readonly rule: 'none' | 'criteria' | 'head-to-head' | 'median';
  readonly winners: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

/** `tied`: entries that share the first score or the score at the cut; `tried`: rules tried; `changes`: those with another outcome. */
export type TieRule = { readonly tied: number; readonly tried: readonly OtherRule['rule'][]; readonly changes: readonly OtherRule[] };

const single = [{ by: 'criteria' }, { by: 'head-to-head' }, { by: 'median' }] as const;

/** The raw ranking with each of the usual tie rules alone and with none, against the declared ladder. */
export function otherTieRules(counted: Counted, rules: Pick<TallyRules, 'ties' | 'seed' | 'seats'>): Outcome<TieRule> {
  const { table, composites, scores } = counted;
  const placed = scores.entries.filter(({ place }) => place !== null);
  if (placed.length === 0) return notTested('nobody-ranked');
  const undecided = placed.filter(({ place, tied }) => tied && (place === 1 || crosses(counted, place ?? 0, rules.seats)));
  // Ties that begin beyond the seats let nobody through, however they are broken.
  const atStake = { ...scores, entries: scores.entries.filter(({ place }) => place !== null && place <= rules.seats) };
  const orderBy = (ties: readonly TieRung[]) => {
    const { places } = breakTies(table, composites, atStake, { ties, seed: rules.seed });
    const within = (last: number) => [...places].flatMap(([entry, { place }]) => (place <= last ? [entry] : [])).sort((a, b) => a - b);
    return { first: within(1), through: within(rules.seats) };
  };
  const tried: OtherRule['rule'][] = ['none', ...single.map(({ by }) => by)];
  const declared = orderBy(undecided.length === 0 ? [] : rules.ties);
  const name = (entry: number) => table.entries[entry]?.name ?? '';
  const changes = (undecided.length === 0 ? [] : tried).flatMap((rule): OtherRule[] => {
    const order = orderBy(single.filter(({ by }) => by === rule));
    if (sameEntries(order.first, declared.first) && sameEntries(order.through, declared.through)) return [];
    const gained = order.through.filter((entry) => !declared.through.includes(entry)).map(name);
    const lost = declared.through.filter((entry) => !order.through.includes(entry)).map(name);
    return [{ rule, winners: order.first.map(name), gained, lost }];
  });
  return { tested: true, tied: undecided.length, tried, changes };
}

/** True where entries of one score begin within the seats and end beyond them. */
function crosses({ scores }: Counted, place: number, seats: number): boolean {
  return place <= seats && place + scores.entries.filter((entry) => entry.place === place).length - 1 > seats;
}
