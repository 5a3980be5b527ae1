import { compare, type Fraction } from '../numeric/fraction.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import type { TieRung } from '../verdict/rules.ts';
import { type Rung, rungsOf } from './rungs.ts';

/** One tie that was parted: the rung that did it, and the groups it made, best first, with the answer of each. */
export type TieStep = {
  readonly by: TieRung['by'];
  readonly criteria: readonly string[];
  readonly groups: readonly { readonly entries: readonly number[]; readonly value: Fraction }[];
};

export type Ladder = {
  /** By entry with a place: its place once ties are broken, standard competition ranks, and whether it is still tied. */
  readonly places: ReadonlyMap<number, { readonly place: number; readonly tied: boolean }>;
  readonly steps: readonly TieStep[];
};

type Part = readonly (readonly number[])[];

/** The group parted as far as the rungs from `first` on can; every parting is noted in `steps`. */
function part(group: readonly number[], rungs: readonly Rung[], first: number, steps: TieStep[]): Part {
  if (group.length === 1) return [group];
  for (let at = first; at < rungs.length; at++) {
    const rung = rungs[at];
    const answers = rung?.ask(group);
    if (!rung || !answers) continue;
    const groups: { entries: number[]; value: Fraction }[] = [];
    for (const [entry, value] of [...answers].sort(([a, x], [b, y]) => compare(y, x) || a - b)) {
      const last = groups.at(-1);
      if (last && compare(last.value, value) === 0) last.entries.push(entry);
      else groups.push({ entries: [entry], value });
    }
    if (groups.length === 1) continue;
    steps.push({ by: rung.by, criteria: rung.criteria, groups });
    // The same rung again: head to head may part a smaller group that it could not part within the larger one.
    return groups.flatMap(({ entries }) => part(entries, rungs, at, steps));
  }
  return [group];
}

/**
 * Breaks the ties of a category by the declared rungs, in their order, until all are parted or no rung is left; what is still tied then
 * stays tied: a joint award. `criteria`: the mean mark on the heaviest criterion, then on the next (equal weights together);
 * `criterion`: on that one; `head-to-head`: wins less losses within the tie; `median` of the composites; `high-marks`: the share of
 * marks of `from` or more; `lot`: drawn by the committed seed. A rung that cannot be asked of all of them (a criterion not applicable to
 * one) is passed over. No rung reads an id, a time or the order of rows; a name only through the lot.
 */
export function breakTies(
  table: BallotTable,
  composites: Composites,
  scores: CategoryScores,
  rules: { readonly ties: readonly TieRung[]; readonly seed: string },
): Ladder {
  return partTies(scores, rungsOf({ table, composites, scores, seed: rules.seed }, rules.ties));
}

/** The same with the rungs at hand. */
export function partTies(scores: Pick<CategoryScores, 'entries'>, rungs: readonly Rung[]): Ladder {
  const groups = new Map<number, number[]>();
  for (const { entry, place } of scores.entries) if (place !== null) groups.set(place, [...(groups.get(place) ?? []), entry]);
  const steps: TieStep[] = [];
  const places = new Map<number, { place: number; tied: boolean }>();
  for (const [first, group] of groups) {
    let place = first;
    for (const entries of part(group, rungs, 0, steps)) {
      for (const entry of entries) places.set(entry, { place, tied: entries.length > 1 });
      place += entries.length;
    }
  }
  return { places, steps };
}

/** The step that parted two entries with the same score; undefined where none had to, or none could. */
export function partedBy({ steps }: Ladder, a: number, b: number): TieStep | undefined {
  const groupOf = (step: TieStep, entry: number) => step.groups.findIndex(({ entries }) => entries.includes(entry));
  return steps.find((step) => groupOf(step, a) >= 0 && groupOf(step, b) >= 0 && groupOf(step, a) !== groupOf(step, b));
}
