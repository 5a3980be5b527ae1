import { expect, it } from 'vitest';
import { random } from '#core/numeric/random.ts';
import { groupBy } from '../by-key.ts';
import type { Cells } from './cells.ts';
import { twoWay } from './two-way.ts';

function cellsFrom(pairs: readonly (readonly [entry: number, judge: number])[], y: readonly number[]): Cells {
  const entry = Int32Array.from(pairs, ([i]) => i);
  const judge = Int32Array.from(pairs, ([, j]) => j);
  const [entries, judges] = [Math.max(...entry) + 1, Math.max(...judge) + 1];
  const ballot = Int32Array.from(pairs.keys());
  return {
    ballot,
    entry,
    judge,
    y: Float64Array.from(y),
    byEntry: groupBy(entry, entries),
    byJudge: groupBy(judge, judges),
    entries,
    judges,
  };
}

/** Columns of the plain design, made orthogonal one by one; those that add nothing are dropped. */
function basis({ entry, judge, entries, judges }: Cells): Float64Array[] {
  const columns = [
    ...Array.from({ length: entries }, (_, i) => Float64Array.from(entry, (e) => Number(e === i))),
    ...Array.from({ length: judges }, (_, j) => Float64Array.from(judge, (e) => Number(e === j))),
  ];
  const kept: Float64Array[] = [];
  for (const column of columns) {
    const left = kept.reduce(
      (rest, unit) => minus(rest, unit, dot(rest, unit)),
      kept.reduce((rest, unit) => minus(rest, unit, dot(rest, unit)), column),
    );
    const size = Math.sqrt(dot(left, left));
    if (size > 1e-9) kept.push(left.map((value) => value / size));
  }
  return kept;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const minus = (a: Float64Array, b: Float64Array, times: number): Float64Array => a.map((value, i) => value - times * (b[i] ?? 0));

it('residuals, leverages, degrees of freedom and partial regressions are those of the plain design, in one part or in several', () => {
  const { below, uniform } = random('designs');
  for (let round = 0; round < 40; round += 1) {
    const [entries, judges] = [3 + below(6), 2 + below(5)];
    const split = round % 3 === 0;
    const pairs = Array.from({ length: entries }, (_, i) =>
      Array.from({ length: judges }, (__, j) => [i, j] as const).filter(([, j]) => (!split || (i + j) % 2 === 0) && uniform() < 0.8),
    )
      .filter((panel) => panel.length > 1)
      .flat();
    if (pairs.length < 4) continue;
    const cells = cellsFrom(
      pairs,
      pairs.map(() => 10 * uniform()),
    );
    const units = basis(cells);
    const plain = units.reduce((rest, unit) => minus(rest, unit, dot(rest, unit)), cells.y);
    const fit = twoWay(cells);
    const df = pairs.length - units.length;
    expect(fit === null).toBe(df < 1);
    if (fit === null) continue;
    expect(fit?.df).toBe(pairs.length - units.length);
    cells.y.forEach((_, at) => {
      expect(fit?.residual[at]).toBeCloseTo(plain[at] ?? 0, 9);
      expect(fit?.free[at]).toBeCloseTo(1 - units.reduce((sum, unit) => sum + (unit[at] ?? 0) ** 2, 0), 9);
    });
    const judge = cells.judge[0] ?? 0;
    const own = [...cells.judge.keys()].filter((at) => cells.judge[at] === judge);
    const weights = own.map(() => uniform());
    const x = new Float64Array(pairs.length);
    own.forEach((at, i) => {
      x[at] = weights[i] ?? 0;
    });
    expect(fit?.left(judge, own, weights)).toBeCloseTo(dot(x, x) - units.reduce((sum, unit) => sum + dot(x, unit) ** 2, 0), 9);
  }
});

it('nothing is compared where nothing is left: one ballot an entry, or all just as expected', () => {
  const apart = [
    [0, 0],
    [0, 1],
    [1, 2],
    [1, 3],
  ] as const;
  const square = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const;
  expect(twoWay(cellsFrom(apart, [1, 2, 3, 4]))).toBeNull();
  expect(twoWay(cellsFrom(square, [1, 2, 3, 4]))).toBeNull();
  expect(twoWay(cellsFrom(square, [1, 2, 3, 5]))).not.toBeNull();
});
