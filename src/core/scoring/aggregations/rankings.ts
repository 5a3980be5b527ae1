import { add, type Fraction, fraction, multiply, toText } from '../../numeric/fraction.ts';
import type { Aggregation } from '../../verdict/rules.ts';
import type { Panel, SetAside, Standing } from '../standing.ts';
import { byValue, type MethodInput, type Outcome } from './method.ts';

/** One judge's order of the panels marked, best first; equals share a group. Numbers are places in `panels`. */
export type Ranking = { readonly judge: number; readonly groups: readonly (readonly number[])[]; readonly entries: number };

/** Every judge's ranking, in order of the judges, from the composites of their counted ballots. */
export function rankings({ table, panels }: Pick<MethodInput, 'table' | 'panels'>): Ranking[] {
  const marked = new Map<number, { panel: number; value: bigint }[]>();
  panels.forEach(({ ballots, values }, panel) => {
    ballots.forEach((ballot, i) => {
      const judge = table.ballotJudge[ballot] ?? 0;
      const own = marked.get(judge);
      const seen = { panel, value: values[i] ?? 0n };
      if (own) own.push(seen);
      else marked.set(judge, [seen]);
    });
  });
  return [...marked.keys()]
    .sort((a, b) => a - b)
    .map((judge) => {
      const own = [...(marked.get(judge) ?? [])].sort((a, b) => byValue(b.value, a.value) || a.panel - b.panel);
      const groups: number[][] = [];
      own.forEach(({ panel, value }, i) => {
        if (i > 0 && own[i - 1]?.value === value) groups.at(-1)?.push(panel);
        else groups.push([panel]);
      });
      return { judge, groups, entries: own.length };
    });
}

/** What each judge gives each entry, from the place its group of equals begins at and its size. */
type Worth = (place: number, size: number, entries: number) => Fraction;

/**
 * Applies a method that compares entries to the ballots that can: a judge who marked one entry of several says nothing of order and is
 * set aside; an entry left below the minimum panel by that is insufficient and leaves the comparison, which may set aside more.
 */
export function amongRanked(input: MethodInput, method: (input: MethodInput) => readonly Standing[]): readonly Standing[] {
  const { table, minimumPanel } = input;
  const judgeOf = (ballot: number) => table.ballotJudge[ballot] ?? 0;
  let left = input.panels.map((panel, at) => ({ ...panel, at }));
  /** What each panel came to, whether it stayed or not. */
  const last = new Map<number, Panel>();
  for (let before = -1; before !== ballotsIn(left); ) {
    before = ballotsIn(left);
    const counts = new Map<number, number>();
    for (const judge of left.flatMap(({ ballots }) => ballots.map(judgeOf))) counts.set(judge, (counts.get(judge) ?? 0) + 1);
    const says = (ballot: number) => left.length === 1 || (counts.get(judgeOf(ballot)) ?? 0) > 1;
    const next = left.map(({ entry, ballots, values, at }) => {
      return { entry, ballots: ballots.filter(says), values: values.filter((_, i) => says(ballots[i] ?? 0)), at };
    });
    for (const panel of next) last.set(panel.at, panel);
    left = next.filter(({ ballots }) => ballots.length >= minimumPanel);
  }
  const standings = method({ ...input, panels: left });
  const found = new Map(left.map(({ at }, i) => [at, standings[i]]));
  return input.panels.map(({ ballots }, at): Standing => {
    const own = new Set(last.get(at)?.ballots);
    const setAside = ballots.filter((ballot) => !own.has(ballot)).map((ballot): SetAside => ({ ballot, reason: 'ranks-nothing' }));
    const noPlace = { key: 'panel-too-small', facts: { ballots: own.size, needed: minimumPanel } } as const;
    return { ...(found.get(at) ?? { score: null, lines: [], noPlace }), setAside };
  });
}

const ballotsIn = (panels: readonly Panel[]): number => panels.reduce((sum, { ballots }) => sum + ballots.length, 0);

type Collected = { readonly ballots: number; readonly sum: Fraction; readonly mean: Fraction; readonly full: number };

/** Sums and means over the judges of each panel. */
function collect(input: MethodInput, worth: Worth, standing: (collected: Collected) => Standing): readonly Standing[] {
  const sums = input.panels.map(() => fraction(0));
  for (const { groups, entries } of rankings(input)) {
    let place = 1;
    for (const group of groups) {
      const each = worth(place, group.length, entries);
      for (const panel of group) sums[panel] = add(sums[panel] ?? fraction(0), each);
      place += group.length;
    }
  }
  const full = Math.max(0, ...input.panels.map(({ ballots }) => ballots.length));
  return input.panels.map(({ ballots: own }, i): Standing => {
    const sum = sums[i] ?? fraction(0);
    return standing({ ballots: own.length, sum, mean: multiply(sum, fraction(1, own.length)), full });
  });
}

/** How far the places of a judge who marked k of n entries are stretched. */
const stretch = (n: number, k: number) => (k > 1 ? fraction(n - 1, k - 1) : fraction(0));

/**
 * The mean of the places judges give an entry among those they marked; equals share the mean of their places. A judge who marked k of
 * the category's n entries has places stretched to 1 … n: 1 + (place − 1) · (n − 1) / (k − 1), so that few entries are no advantage.
 */
export function meanRank(all: MethodInput): Outcome {
  const standings = amongRanked(all, (input) => {
    const place: Worth = (first, size, k) => add(fraction(1), multiply(fraction(2 * first + size - 3, 2), stretch(input.panels.length, k)));
    return collect(input, place, ({ ballots, sum, mean: score }) => ({
      score,
      lines: [{ key: 'mean-rank', facts: { sum: toText(sum), ballots, score: toText(score) } }],
    }));
  });
  return { unit: 'rank', better: 'lower', exact: true, standings };
}

/**
 * Borda: an entry gets from each judge as many points as entries stand below it, and half a point for each equal (stretched to n − 1 where
 * a judge marked k of n entries, as in `meanRank`), or what `points` say its place is worth, equals sharing. The score is the sum; where
 * panels differ in size, the sum of a full panel at the entry's own mean.
 */
export function borda(all: MethodInput, { points }: Extract<Aggregation, { kind: 'borda' }>): Outcome {
  const declared: Worth = (first, size) => {
    const shared = Array.from({ length: size }, (_, i) => points?.[first - 1 + i] ?? 0).reduce((sum, each) => sum + each, 0);
    return fraction(shared, size);
  };
  const standings = amongRanked(all, (input) => {
    const below: Worth = (first, size, k) => multiply(fraction(2 * (k - first) - size + 1, 2), stretch(input.panels.length, k));
    return collect(input, points ? declared : below, ({ ballots, sum, mean, full }) => {
      const score = multiply(mean, fraction(full));
      return { score, lines: [{ key: 'borda', facts: { sum: toText(sum), ballots, full, score: toText(score) } }] };
    });
  });
  return { unit: 'points', better: 'higher', exact: true, standings };
}
