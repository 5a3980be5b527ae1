/** Every figure of a fit once more, by whole matrices of all ballots: V = σ²_u·ZZ' + σ²_v·WW' + R, generalised least squares, predictions. */
import { describe, expect, it } from 'vitest';
import { random } from '#core/numeric/random.ts';
import { componentsOf, designOf } from './design.ts';
import { equationsOf, leveragesOf, residualsOf } from './equations.ts';
import type { FitInput } from './fit.ts';
import { hausman } from './hausman.ts';
import { posteriorOf } from './posterior.ts';
import { fitReml, type Point, remlCriterion } from './reml.ts';
import { effects, errorsWithin, fixedEffects } from './scores.ts';
import { twoWay } from './two-way.ts';

type Matrix = number[][];
const zeros = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
const at = (m: Matrix, i: number, j: number) => m[i]?.[j] ?? Number.NaN;
const turned = (m: Matrix): Matrix => (m[0] ?? []).map((_, j) => m.map((row) => row[j] ?? 0));
const times = (a: Matrix, b: Matrix): Matrix => {
  const columns = turned(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, value, k) => sum + value * (column[k] ?? 0), 0)));
};
const combined = (a: Matrix, b: Matrix, scale: number): Matrix => a.map((row, i) => row.map((value, j) => value + scale * at(b, i, j)));
const column = (values: Iterable<number>): Matrix => Array.from(values, (value) => [value]);
const flat = (m: Matrix) => m.map(([value = Number.NaN]) => value);
const scalar = (m: Matrix) => at(m, 0, 0);

/** By Gauss and Jordan with the largest pivot; columns without one are left out (a generalised inverse of a semidefinite matrix). */
function inverse(m: Matrix): { inverse: Matrix; logDeterminant: number; rank: number } {
  const n = m.length;
  const a = m.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  const taken = new Set<number>();
  let logDeterminant = 0;
  for (;;) {
    const left = Array.from({ length: n }, (_, i) => i).filter((i) => !taken.has(i));
    const pivot = left.reduce((best, i) => (best < 0 || at(a, i, i) > at(a, best, best) ? i : best), -1);
    if (pivot < 0 || at(a, pivot, pivot) < 1e-9) break;
    const p = at(a, pivot, pivot);
    taken.add(pivot);
    logDeterminant += Math.log(p);
    const row = (a[pivot] ?? []).map((value) => value / p);
    a.forEach((other, i) => {
      const factor = at(a, i, pivot);
      a[i] = i === pivot ? row : other.map((value, j) => value - factor * (row[j] ?? 0));
    });
  }
  const whole = a.map((row, i) => row.slice(n).map((value, j) => (taken.has(i) && taken.has(j) ? value : 0)));
  return { inverse: whole, logDeterminant, rank: taken.size };
}

/** Columns of ones where `unit` has the number of the column. */
const indicators = (units: Iterable<number>, count: number): Matrix =>
  Array.from(units, (unit) => Array.from({ length: count }, (_, i) => (i === unit ? 1 : 0)));

function invented(seed: string, entries: number, judges: number, seats: number, categories: number): FitInput {
  const draw = random(seed);
  const ballots = Array.from({ length: entries }, (_, entry) => {
    const left = Array.from({ length: judges }, (_unused, judge) => judge);
    return Array.from({ length: seats }, () => ({
      entry,
      judge: left.splice(draw.below(left.length), 1)[0] ?? 0,
      y: draw.below(40) / 4 + entry / 3,
    }));
  }).flat();
  return {
    y: Float64Array.from(ballots, ({ y }) => y),
    entry: Int32Array.from(ballots, ({ entry }) => entry),
    judge: Int32Array.from(ballots, ({ judge }) => judge),
    entries,
    judges,
    category: Int32Array.from({ length: entries }, (_, entry) => entry % categories),
    categories,
  };
}

/** All of it from the definitions, for given variances; `r`: residual variance by ballot. */
function byMatrices(input: FitInput, entry: number, judge: number, r: readonly number[]) {
  const x = indicators(
    [...input.entry].map((i) => input.category[i] ?? 0),
    input.categories,
  );
  const z = indicators(input.entry, input.entries);
  const w = indicators(input.judge, input.judges);
  const noise = zeros(r.length, r.length).map((row, i) => row.map((_, j) => (i === j ? (r[i] ?? 0) : 0)));
  const v = combined(combined(noise, times(z, turned(z)), entry), times(w, turned(w)), judge);
  const { inverse: vi, logDeterminant } = inverse(v);
  const information = inverse(times(times(turned(x), vi), x));
  const vix = times(vi, x);
  const p = combined(vi, times(times(vix, information.inverse), turned(vix)), -1);
  const y = column(input.y);
  const py = times(p, y);
  const predicted = (units: Matrix, variance: number) => ({
    value: flat(times(turned(units), py)).map((value) => variance * value),
    error: times(times(turned(units), p), units).map((row, i) => Math.sqrt(variance - variance * variance * (row[i] ?? 0))),
  });
  const q = scalar(times(turned(y), py));
  return {
    criterion: logDeterminant + information.logDeterminant + q + (r.length - input.categories) * Math.log(2 * Math.PI),
    q,
    entries: predicted(z, entry),
    entryCovariance: combined(
      times(times(turned(z), p), z).map((row) => row.map((value) => -entry * entry * value)),
      indicators(
        Array.from({ length: input.entries }, (_, i) => i),
        input.entries,
      ),
      entry,
    ),
    judges: predicted(w, judge),
    residual: flat(times(noise, py)),
    leverage: r.map((own, b) => 1 - own * at(p, b, b)),
  };
}

function variancesOf(point: Point): { entry: number; judge: number } {
  const { outerRidge, innerRidge, equations } = point.solved;
  const [entry, judge] = equations.design.eliminated === 'entries' ? [outerRidge, innerRidge] : [innerRidge, outerRidge];
  return { entry: point.residualVariance / entry, judge: point.residualVariance / judge };
}

/** The largest difference of any two that belong together; ∞ where there are not as many of one as of the other. */
const apart = (found: Iterable<number>, expected: readonly number[]) => {
  const values = [...found];
  return values.length === expected.length
    ? Math.max(...values.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))))
    : Infinity;
};

/** Values of a design's positions, in the order of the ballots. */
const byBallot = (values: Float64Array, positions: Int32Array) => {
  const sorted = new Float64Array(values.length);
  positions.forEach((ballot, position) => {
    sorted[ballot] = values[position] ?? Number.NaN;
  });
  return sorted;
};

describe.each([
  ['one category, entries eliminated', invented('a', 11, 5, 3, 1), 'entries', null],
  ['three categories, entries eliminated', invented('b', 14, 6, 4, 3), 'entries', null],
  ['three categories, judges eliminated', invented('b', 14, 6, 4, 3), 'judges', null],
  ['each judge with a noise of its own', invented('c', 12, 5, 4, 2), 'entries', Float64Array.of(1, 0.25, 2, 0.5, 1.5)],
  ['the same, judges eliminated', invented('c', 12, 5, 4, 2), 'judges', Float64Array.of(1, 0.25, 2, 0.5, 1.5)],
] as const)('the mixed model, %s', (_, input, side, weights) => {
  const design = designOf(input, side, input.category);
  const point = fitReml(equationsOf(design, weights), { penalty: true, start: { outer: 1, inner: 1 } });
  if (point === null) throw new Error('not fitted');
  const { entry, judge } = variancesOf(point);
  const r = [...input.judge].map((j) => point.residualVariance / (weights?.[j] ?? 1));
  const whole = byMatrices(input, entry, judge, r);

  it('has the criterion of the whole matrices, and the residual variance Q/(N − p)', () => {
    expect(Math.abs(remlCriterion(point) - whole.criterion)).toBeLessThan(1e-8);
    expect(whole.q).toBeCloseTo(input.y.length - input.categories, 8);
  });

  it('has their predictions and standard errors of entries and judges', () => {
    const posterior = posteriorOf(point.solved, point.spread, point.residualVariance, input.entries);
    expect(apart(effects(posterior, 'entries').value, whole.entries.value)).toBeLessThan(1e-8);
    expect(apart(effects(posterior, 'entries').error, whole.entries.error)).toBeLessThan(1e-8);
    expect(apart(effects(posterior, 'judges').value, whole.judges.value)).toBeLessThan(1e-8);
    expect(apart(effects(posterior, 'judges').error, whole.judges.error)).toBeLessThan(1e-8);
  });

  it('has their standard error of an entry within a field, as of a contrast', () => {
    const posterior = posteriorOf(point.solved, point.spread, point.residualVariance, input.entries);
    const field = [...input.category.keys()].filter((i) => input.category[i] === 0);
    const errors = field.map((one) => {
      const contrast = column([...input.category.keys()].map((i) => (i === one ? 1 : 0) - (field.includes(i) ? 1 / field.length : 0)));
      return Math.sqrt(scalar(times(times(turned(contrast), whole.entryCovariance), contrast)));
    });
    expect(apart(errorsWithin(posterior, Int32Array.from(field)), errors)).toBeLessThan(1e-8);
  });

  it('has their residuals and leverages', () => {
    expect(apart(byBallot(residualsOf(point.solved), design.ballotAt), whole.residual)).toBeLessThan(1e-8);
    expect(apart(byBallot(leveragesOf(point.solved, point.spread), design.ballotAt), whole.leverage)).toBeLessThan(1e-8);
  });

  it('lies at the top of the penalised likelihood: no other variances near do better', () => {
    const m = input.y.length - input.categories;
    const penalised = (a: number, b: number) => {
      const { criterion, q } = byMatrices(input, entry * a, judge * b, r);
      // Profiled over the scale of all variances; the penalty −ln σ²_u − ln σ²_v knows that scale as well.
      return criterion - q + (m - 2) * Math.log(q / m) - Math.log(a) - Math.log(b);
    };
    const best = penalised(1, 1);
    for (const [a, b] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
      [1.01, 1.01],
      [0.99, 1.01],
      [3, 1],
      [1, 3],
      [0.3, 1],
      [1, 0.3],
    ] as const) {
      expect(penalised(a, b)).toBeGreaterThan(best);
    }
    // One way and back in each variance differs by its square only: the slope is nought.
    expect(Math.abs(penalised(1.001, 1) - penalised(1 / 1.001, 1))).toBeLessThan(1e-6);
    expect(Math.abs(penalised(1, 1.001) - penalised(1, 1 / 1.001))).toBeLessThan(1e-6);
  });
});

describe.each([
  ['more entries than judges', invented('d', 12, 6, 3, 2)],
  ['more judges than entries', invented('e', 7, 9, 4, 1)],
])('two-way fixed effects, %s', (_, input) => {
  const components = componentsOf(input);
  const two = twoWay(input, components);
  if (two === null) throw new Error('not fitted');
  const z = indicators(input.entry, input.entries);
  const w = indicators(input.judge, input.judges);
  // Σ of judges' effects = 0, as one more row of full weight: the scale of the panel.
  const x = z.map((row, b) => [...row, ...(w[b] ?? [])]);
  const constraint = Array.from({ length: input.entries + input.judges }, (_unused, i): number => (i < input.entries ? 0 : 1));
  const normal = combined(times(turned(x), x), times(column(constraint), [constraint]), 1);
  const solved = inverse(normal).inverse;
  const centre = [...input.y].reduce((sum, value) => sum + value, 0) / input.y.length;
  const y = column([...input.y].map((value) => value - centre));
  const beta = flat(times(solved, times(turned(x), y)));
  const squares = flat(combined(y, times(x, column(beta)), -1)).reduce((sum, e) => sum + e * e, 0);
  const rank = inverse(times(turned(x), x)).rank;

  it('leave the same sum of squares and degrees of freedom', () => {
    expect(two.residualSquares).toBeCloseTo(squares, 8);
    expect(two.freedom).toBe(input.y.length - rank);
  });

  it('give entries and judges the same effects and errors on the scale of the panel', () => {
    const variance = squares / two.freedom;
    const model = fitted(two, variance, input.entries);
    const found = fixedEffects(model, components);
    const error = (i: number) => Math.sqrt(variance * contrastVariance(solved, i, input.entries, input.judges));
    expect(apart([...found.entries, ...found.judges.value], beta)).toBeLessThan(1e-8);
    const judges = Array.from({ length: input.judges }, (_unused, j) => error(input.entries + j));
    expect(apart(found.judges.error, judges)).toBeLessThan(1e-8);
    const within = Array.from({ length: input.entries }, (_unused, i) => error(i));
    const all = Int32Array.from({ length: input.entries }, (_unused, i) => i);
    expect(apart(errorsWithin(model, all), within)).toBeLessThan(1e-8);
  });
});

function fitted(two: NonNullable<ReturnType<typeof twoWay>>, variance: number, entries: number) {
  const { size } = two.solved.equations;
  // L⁻¹ by solving L·x = e column by column, a path of its own.
  const l = zeros(size, size).map((row, i) => row.map((_, j) => (j <= i ? (two.solved.factor[i * size + j] ?? 0) : 0)));
  const spread = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const x: number[] = Array.from({ length: size }, (_, i) => (i === j ? 1 : 0));
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(l, i, k) * (x[k] ?? 0);
      x[i] = (x[i] ?? 0) / at(l, i, i);
      spread[j * size + i] = two.solved.held.includes(j) ? 0 : (x[i] ?? 0);
    }
  }
  return posteriorOf(two.solved, spread, variance, entries);
}

/** Variance ÷ σ² of an entry less the mean entry, or of a judge less the mean judge. */
function contrastVariance(solved: Matrix, i: number, entries: number, judges: number): number {
  const isEntry = i < entries;
  const contrast = Array.from({ length: entries + judges }, (_, k): number => {
    return (k === i ? 1 : 0) - (k < entries !== isEntry ? 0 : 1 / (isEntry ? entries : judges));
  });
  return scalar(times(times([contrast], solved), column(contrast)));
}

it.each([
  ['more entries than judges', invented('h', 16, 6, 3, 2)],
  ['more judges than entries', invented('i', 7, 9, 4, 1)],
])('the Hausman statistic is d’V⁻d of the two fits of the judges, by whole matrices: %s', (_, input) => {
  const two = twoWay(input, componentsOf(input));
  if (two === null) throw new Error('not fitted');
  const ridge = 0.7;
  const w = indicators(input.judge, input.judges).map((row) => row.slice(1));
  const y = column(input.y);
  const judgesBeside = (other: Matrix, whitened: Matrix) => {
    const inner = inverse(times(times(turned(other), whitened), other)).inverse;
    const wo = times(whitened, other);
    const m = combined(whitened, times(times(wo, inner), turned(wo)), -1);
    const covariance = inverse(times(times(turned(w), m), w)).inverse;
    return { covariance, effect: times(covariance, times(times(turned(w), m), y)) };
  };
  const one = zeros(input.y.length, input.y.length).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const z = indicators(input.entry, input.entries);
  const f = judgesBeside(z, one);
  const g = judgesBeside(
    indicators(
      [...input.entry].map((i) => input.category[i] ?? 0),
      input.categories,
    ),
    inverse(combined(one, times(z, turned(z)), 1 / ridge)).inverse,
  );
  const d = combined(f.effect, g.effect, -1);
  const v = inverse(combined(f.covariance, g.covariance, -1));
  const statistic = (scalar(times(times(turned(d), v.inverse), d)) * two.freedom) / two.residualSquares;
  const gate = hausman(input, two, ridge);
  expect(gate?.df).toBe(v.rank);
  expect(gate?.statistic).toBeCloseTo(statistic, 7);
});
