import { fraction, toText } from '../../numeric/fraction.ts';
import type { Aggregation } from '../../verdict/rules.ts';
import type { SetAside, Standing } from '../standing.ts';
import { fullSum } from './location.ts';
import { type MethodInput, type Outcome, total } from './method.ts';

/**
 * Each judge deals out at most `points` among the entries of the category; an entry's score is the sum of what it was given. A judge who
 * dealt out more is set aside on every entry. An entry a judge gave nothing needs a 0: no mark is no ballot, and is never a zero, so
 * where panels differ in size sums are taken for a full panel as in `sum`.
 */
export function allotment(
  { table, panels, denominator, minimumPanel }: MethodInput,
  { points }: Extract<Aggregation, { kind: 'allotment' }>,
): Outcome {
  const spent = new Map<number, bigint>();
  const judgeOf = (ballot: number) => table.ballotJudge[ballot] ?? 0;
  for (const { ballots, values } of panels)
    for (const [i, ballot] of ballots.entries()) spent.set(judgeOf(ballot), (spent.get(judgeOf(ballot)) ?? 0n) + (values[i] ?? 0n));
  const over = (ballot: number) => (spent.get(judgeOf(ballot)) ?? 0n) > BigInt(points) * denominator;
  const kept = panels.map(({ ballots, values }) => ({
    values: values.filter((_, i) => !over(ballots[i] ?? 0)),
    setAside: ballots.filter(over).map((ballot): SetAside => ({ ballot, reason: 'over-allotment' })),
  }));
  const full = Math.max(0, ...kept.map(({ values }) => values.length));
  const standings = kept.map(({ values, setAside }): Standing => {
    if (values.length < minimumPanel) {
      return {
        score: null,
        lines: [],
        setAside,
        noPlace: { key: 'panel-too-small', facts: { ballots: values.length, needed: minimumPanel } },
      };
    }
    const line = { key: 'allotment', facts: { points, given: toText(fraction(total(values), denominator)) } } as const;
    const standing = fullSum({ values }, denominator, full);
    return { ...standing, lines: [line, ...standing.lines], setAside };
  });
  return { unit: 'points', better: 'higher', exact: true, standings };
}
