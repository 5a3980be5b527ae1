import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#core/numeric/normal.ts';
import { random } from '#core/numeric/random.ts';
import { calibrate } from './calibrate.ts';
import { componentsOf, designOf, largerSide } from './design.ts';
import { equationsOf } from './equations.ts';
import type { Fit, FitInput } from './fit.ts';
import { bartlett, noiseOf } from './judge-noise.ts';
import { fitReml, type Point, remlCriterion } from './reml.ts';
import { twoWay } from './two-way.ts';

const options = { seatsAtRandom: false, priors: null };

function crossed(rows: readonly (readonly number[])[]): FitInput {
  const judges = rows[0]?.length ?? 0;
  const cells = rows.flatMap((row, entry) => row.map((y, judge) => ({ entry, judge, y })));
  return {
    y: Float64Array.from(cells, ({ y }) => y),
    entry: Int32Array.from(cells, ({ entry }) => entry),
    judge: Int32Array.from(cells, ({ judge }) => judge),
    entries: rows.length,
    judges,
    category: new Int32Array(rows.length),
    categories: 1,
  };
}

function unpenalised(input: FitInput): { point: Point; entry: number; judge: number; residual: number } {
  const design = designOf(input, largerSide(input), input.category);
  const point = fitReml(equationsOf(design, null), { penalty: false, start: { outer: 1, inner: 1 } });
  if (point === null) throw new Error('not fitted');
  const { outerRidge, innerRidge } = point.solved;
  const [entry, judge] = design.eliminated === 'entries' ? [outerRidge, innerRidge] : [innerRidge, outerRidge];
  const residual = point.residualVariance;
  return { point, entry: residual / entry, judge: residual / judge, residual };
}

describe('a crossed design without the penalty', () => {
  // Entries' means 3, 6, 9, 6; judges' means 5, 7, 6; squares 54, 8 and, of what is left, 8: mean squares 18, 4 and 4/3.
  const rows = [
    [1, 4, 4],
    [5, 8, 5],
    [9, 10, 8],
    [5, 6, 7],
  ];

  it('has the variances of the analysis of variance, by hand', () => {
    const { entry, judge, residual } = unpenalised(crossed(rows));
    expect(residual).toBeCloseTo(8 / 6, 6);
    expect(entry).toBeCloseTo((18 - 8 / 6) / 3, 5);
    expect(judge).toBeCloseTo((4 - 8 / 6) / 4, 5);
  });

  it('has the same variances whichever side is eliminated', () => {
    const input = crossed(rows);
    const turned = { ...input, entry: input.judge, judge: input.entry, entries: 3, judges: 4, category: new Int32Array(3) };
    const one = unpenalised(input);
    const other = unpenalised(turned);
    expect(other.entry).toBeCloseTo(one.judge, 6);
    expect(other.judge).toBeCloseTo(one.entry, 6);
    expect(remlCriterion(other.point)).toBeCloseTo(remlCriterion(one.point), 9);
  });

  it('ends at a variance of nought where judges differ by less than noise makes them', () => {
    const noisy = rows.map((row, entry) => row.map((_, judge) => entry * 3 + (((entry + judge) % 3) - 1)));
    const { judge } = unpenalised(crossed(noisy));
    expect(judge).toBeLessThan(1e-6);
    expect(calibrate({ ...crossed(noisy) }, options).variances?.judge).toBeGreaterThan(0.001);
  });
});

/** 30 entries, 8 judges, three or four of them an entry, two categories. */
function invented(): FitInput {
  const draw = random('invariance');
  const severity = Array.from({ length: 8 }, () => normalQuantile(draw.uniform()));
  const cells = Array.from({ length: 30 }, (_, entry) => {
    const quality = 2 * normalQuantile(draw.uniform());
    return Array.from({ length: 3 + (entry % 2) }, (_unused, s) => (entry * 3 + s * (1 + (entry % 2))) % 8).map((judge) => ({
      entry,
      judge,
      y: Math.round(4 * (quality + (severity[judge] ?? 0) + normalQuantile(draw.uniform()))) / 4,
    }));
  }).flat();
  return {
    y: Float64Array.from(cells, ({ y }) => y),
    entry: Int32Array.from(cells, ({ entry }) => entry),
    judge: Int32Array.from(cells, ({ judge }) => judge),
    entries: 30,
    judges: 8,
    category: Int32Array.from({ length: 30 }, (_, entry) => entry % 2),
    categories: 2,
  };
}

const near = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i += 1) expect(a[i]).toBeCloseTo(b[i] ?? Number.NaN, 7);
};

describe('what does not matter', () => {
  const input = invented();
  const fit = calibrate(input, options);

  it('the order of the ballots changes no bit', () => {
    const order = [...input.y.keys()].map((b) => (b * 37) % input.y.length);
    expect(new Set(order).size).toBe(input.y.length);
    const shuffled = calibrate(
      {
        ...input,
        y: Float64Array.from(order, (b) => input.y[b] ?? 0),
        entry: Int32Array.from(order, (b) => input.entry[b] ?? 0),
        judge: Int32Array.from(order, (b) => input.judge[b] ?? 0),
      },
      options,
    );
    const whole = ({ corrected, standardError, judgeEffect, judgeStandardError, variances, gates, remlCriterion: criterion }: Fit) =>
      JSON.stringify([[...corrected], [...standardError], [...judgeEffect], [...judgeStandardError], variances, gates, criterion]);
    expect(whole(shuffled)).toBe(whole(fit));
    expect(order.map((b) => fit.residual[b])).toEqual([...shuffled.residual]);
  });

  it('neither do other numbers for judges and entries, but for rounding', () => {
    const judge = (j: number) => (j * 3 + 1) % 8;
    const entry = (i: number) => (i * 7 + 4) % 30;
    const category = new Int32Array(30);
    input.category.forEach((own, i) => {
      category[entry(i)] = own;
    });
    const renamed = calibrate({ ...input, judge: input.judge.map(judge), entry: input.entry.map(entry), category }, options);
    near(
      fit.corrected.map((_, i) => renamed.corrected[entry(i)] ?? 0),
      fit.corrected,
    );
    near(
      fit.judgeEffect.map((_, j) => renamed.judgeEffect[judge(j)] ?? 0),
      fit.judgeEffect,
    );
    expect(renamed.remlCriterion).toBeCloseTo(fit.remlCriterion ?? Number.NaN, 8);
    expect(renamed.gates.hausman?.p).toBeCloseTo(fit.gates.hausman?.p ?? Number.NaN, 6);
  });

  it('marks shifted and stretched shift and stretch the scores', () => {
    const stretched = calibrate({ ...input, y: input.y.map((y) => 50 + 8 * y) }, options);
    near(
      stretched.corrected.map((score) => (score - 50) / 8),
      fit.corrected,
    );
    near(
      stretched.standardError.map((error) => error / 8),
      fit.standardError,
    );
    expect((stretched.variances?.judge ?? 0) / 64).toBeCloseTo(fit.variances?.judge ?? Number.NaN, 7);
    expect(stretched.gates.bartlett?.statistic).toBeCloseTo(fit.gates.bartlett?.statistic ?? Number.NaN, 6);
  });

  it('entries and judges without a ballot stay unsaid', () => {
    const wider = calibrate({ ...input, entries: 31, judges: 9, category: Int32Array.of(...input.category, 0) }, options);
    expect([...wider.corrected.subarray(0, 30)]).toEqual([...fit.corrected]);
    expect([wider.corrected[30], wider.judgeEffect[8], wider.component[30], wider.judgeComponent[8], wider.pool[30]]).toEqual([
      Number.NaN,
      Number.NaN,
      -1,
      -1,
      -1,
    ]);
  });
});

it('components are numbered by their first entry', () => {
  const input = {
    ...invented(),
    y: new Float64Array(4),
    entry: Int32Array.of(2, 0, 3, 0),
    judge: Int32Array.of(5, 1, 5, 2),
    entries: 4,
    judges: 6,
  };
  const { entry, judge, count } = componentsOf(input);
  expect([[...entry], [...judge], count]).toEqual([[0, -1, 1, 1], [-1, 0, 0, -1, -1, 1], 2]);
});

describe('the noise gate', () => {
  /** Three judges with variances 1, 1 and 9 on 10 degrees of freedom each. */
  const judges = {
    ballots: Float64Array.of(12, 12, 12, 0),
    squares: Float64Array.of(10, 10, 90, 0),
    freedom: Float64Array.of(10, 10, 10, 0),
  };

  it('is Bartlett’s statistic, by hand', () => {
    // 30·ln(11/3) − 10·ln 9 = 17.0065…, over 1 + (3/10 − 1/30)/6.
    const gate = bartlett(judges);
    expect(gate?.df).toBe(2);
    expect(gate?.statistic).toBeCloseTo((30 * Math.log(11 / 3) - 10 * Math.log(9)) / (1 + (0.3 - 1 / 30) / 6), 9);
    expect(gate?.p).toBeCloseTo(Math.exp(-(gate?.statistic ?? 0) / 2), 12);
    expect(gate?.fired).toBe(true);
  });

  it('draws each judge’s variance to the pooled one as ten ballots would', () => {
    const pooled = 110 / 30;
    const [a, b, c, d] = noiseOf(judges);
    expect(a).toBeCloseTo((12 * 1 + 10 * pooled) / 22, 12);
    expect(b).toBe(a);
    expect(c).toBeCloseTo((12 * 9 + 10 * pooled) / 22, 12);
    expect(d).toBeNaN();
  });

  it('has nothing to say of one judge', () => {
    expect(bartlett({ ballots: Float64Array.of(9), squares: Float64Array.of(3), freedom: Float64Array.of(5) })).toBeNull();
  });
});

it('the Hausman gate has nothing to say where the fixed fit leaves no residual', () => {
  const input = {
    ...invented(),
    y: Float64Array.of(1, 2, 4, 3),
    entry: Int32Array.of(0, 0, 1, 2),
    judge: Int32Array.of(0, 1, 1, 0),
    entries: 3,
    judges: 2,
    category: new Int32Array(3),
    categories: 1,
  };
  expect(twoWay(input, componentsOf(input))?.freedom).toBe(0);
  expect(calibrate(input, options)).toMatchObject({ gates: { hausman: null }, categories: [{ state: 'thin' }] });
});

it('in a large design of marks at random the estimates are the same wherever the search starts', () => {
  const { below } = random('nothing tells them apart');
  const [entries, panel, judges] = [1600, 4, 40];
  const seats = Int32Array.from({ length: entries }, () => below(judges));
  const input: FitInput = {
    y: Float64Array.from({ length: entries * panel }, () => 1 + below(10)),
    entry: Int32Array.from({ length: entries * panel }, (_, ballot) => Math.floor(ballot / panel)),
    judge: Int32Array.from(
      { length: entries * panel },
      (_, ballot) => ((seats[Math.floor(ballot / panel)] ?? 0) + 7 * (ballot % panel)) % judges,
    ),
    entries,
    judges,
    category: new Int32Array(entries),
    categories: 1,
  };
  const equations = equationsOf(designOf(input, 'entries', input.category), null);
  const [from, other] = [1, 300].map((ridge) => fitReml(equations, { penalty: true, start: { outer: ridge, inner: ridge } }));
  expect((from?.solved.outerRidge ?? 0) / (other?.solved.outerRidge ?? 1)).toBeCloseTo(1, 5);
  expect((from?.solved.innerRidge ?? 0) / (other?.solved.innerRidge ?? 1)).toBeCloseTo(1, 5);
});
