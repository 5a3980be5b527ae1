/** Each row of the table of designs, in its order: what is scored how, and what may be claimed. */
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#core/numeric/normal.ts';
import { random } from '#core/numeric/random.ts';
import { calibrate } from './calibrate.ts';
import type { Fit, FitInput, FitOptions } from './fit.ts';
import { uncertainty } from './uncertainty.ts';

type Ballot = { entry: number; judge: number; y: number };
const plain: FitOptions = { seatsAtRandom: false, priors: null };

function inputOf(ballots: readonly Ballot[], category: readonly number[], judges: number): FitInput {
  return {
    y: Float64Array.from(ballots, ({ y }) => y),
    entry: Int32Array.from(ballots, ({ entry }) => entry),
    judge: Int32Array.from(ballots, ({ judge }) => judge),
    entries: category.length,
    judges,
    category: Int32Array.from(category),
    categories: 1 + Math.max(...category),
  };
}

/** Quality and severity by normal draws; `seats` says who judges an entry. */
function invented(seed: string, entries: number, judges: number, seats: (entry: number) => readonly number[], noise = 0.5): FitInput {
  const draw = random(seed);
  const normal = () => normalQuantile(draw.uniform());
  const severity = Array.from({ length: judges }, normal);
  const ballots = Array.from({ length: entries }, (_, entry) => {
    const quality = 5 + normal();
    return seats(entry).map((judge) => ({ entry, judge, y: quality + (severity[judge] ?? 0) + noise * normal() }));
  }).flat();
  return inputOf(
    ballots,
    Array.from({ length: entries }, () => 0),
    judges,
  );
}

const cyclic = (seats: number, judges: number) => (entry: number) =>
  Array.from({ length: seats }, (_, s) => (entry + s * (1 + (entry % 3))) % judges).filter((judge, at, all) => all.indexOf(judge) === at);
const doubtOf = (fit: Fit, input: FitInput) => uncertainty(fit, input, { seed: 'table', draws: 2000, seats: 2 });
const means = ({ y, entry, entries }: FitInput) =>
  Array.from({ length: entries }, (_, i) => {
    const own = [...y].filter((_unused, b) => entry[b] === i);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });

describe('every judge scored every entry of the category', () => {
  const input = invented('all', 8, 5, () => [0, 1, 2, 3, 4]);
  const fit = calibrate(input, plain);

  it('the raw mean is official, and nothing is shrunk', () => {
    expect(fit.categories).toEqual([
      { state: 'complete', method: 'raw', entries: 8, panel: { least: 5, most: 5 }, components: 1, posterior: 0 },
    ]);
    means(input).forEach((mean, i) => {
      expect(fit.corrected[i]).toBeCloseTo(mean, 12);
    });
    expect([...fit.kept]).toEqual(Array.from({ length: 8 }, () => 1));
    expect(fit.gates.hausman).toBeNull();
  });

  it('its error is that of the residual model, not that of marks which severities spread', () => {
    for (const error of fit.standardError)
      expect(error).toBeCloseTo(Math.sqrt(((fit.variances?.residual ?? Number.NaN) / 5) * (7 / 8)), 12);
    const [first = []] = [[...input.y].slice(0, 5)];
    const mean = first.reduce((sum, value) => sum + value, 0) / 5;
    const naive = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4 / 5);
    expect(naive).toBeGreaterThan(1.3 * (fit.standardError[0] ?? Number.NaN));
  });

  it('the mixed ranking is the same, and chances are claimed', () => {
    const doubt = doubtOf(fit, input);
    const order = [...(doubt.categories[0]?.pools[0]?.order ?? [])];
    expect(order).toEqual([...means(input).keys()].sort((a, b) => (fit.corrected[b] ?? 0) - (fit.corrected[a] ?? 0)));
    expect(doubt.pFirst.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 1);
    expect([...doubt.draws]).toEqual([2000]);
  });
});

describe('connected and incomplete, harshness not going with quality', () => {
  const input = invented('connected', 40, 8, cyclic(4, 8));
  const fit = calibrate(input, plain);

  it('the mixed model is official, with chances and intervals', () => {
    expect(fit.gates.hausman?.fired).toBe(false);
    expect(fit.categories[0]).toMatchObject({ state: 'connected', method: 'mixed', components: 1, posterior: 0 });
    const doubt = doubtOf(fit, input);
    for (let i = 0; i < 40; i += 1) {
      expect(doubt.rankLow[i]).toBeGreaterThan(0);
      expect(doubt.rankHigh[i]).toBeGreaterThanOrEqual(doubt.rankLow[i] ?? Number.NaN);
      expect(fit.kept[i]).toBeGreaterThan(0.5);
      expect(fit.kept[i]).toBeLessThan(1);
    }
  });

  it('three judges noisier than the others open the noise gate: their ballots count for less', () => {
    const draw = random('noisy');
    const noisy = { ...input, y: input.y.map((y, b) => y + ((input.judge[b] ?? 0) < 2 ? 3 * normalQuantile(draw.uniform()) : 0)) };
    const own = calibrate(noisy, plain);
    expect(own.gates.bartlett?.fired).toBe(true);
    expect(own.gates.bartlett?.df).toBe(7);
    expect(own.categories[0]).toMatchObject({ state: 'connected', method: 'mixed-judge-noise' });
    const variance = own.judgeResidualVariance ?? new Float64Array();
    expect(Math.min(...variance.subarray(0, 2))).toBeGreaterThan(2 * Math.max(...variance.subarray(2)));
    expect(fit.gates.bartlett?.fired).toBe(false);
    expect(fit.judgeResidualVariance).toBeNull();
  });
});

describe('connected, harsh judges met the better entries', () => {
  /** Quality rises with the number of the entry, and so does harshness with that of the judge. */
  const draw = random('confounded');
  const noise = () => 0.3 * normalQuantile(draw.uniform());
  const ballots = Array.from({ length: 40 }, (_, entry) =>
    Array.from({ length: 4 }, (_unused, s) => {
      const judge = Math.min(9, Math.floor(entry / 6) + s);
      return { entry, judge, y: entry / 5 - judge + noise() };
    }),
  ).flat();
  const input = inputOf(
    ballots.filter(({ entry, judge }, at) => ballots.findIndex((b) => b.entry === entry && b.judge === judge) === at),
    Array.from({ length: 40 }, () => 0),
    10,
  );
  const fit = calibrate(input, plain);

  it('two-way fixed effects are official, and the gate is told', () => {
    expect(fit.gates.hausman?.fired).toBe(true);
    expect(fit.categories[0]).toMatchObject({ state: 'harshness-went-with-quality', method: 'fixed', posterior: 0 });
    expect([...fit.kept]).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('they find the order that the raw means hide', () => {
    const inversions = (scores: ArrayLike<number>) =>
      Array.from({ length: 39 }, (_, i) => Number((scores[i + 1] ?? 0) < (scores[i] ?? 0))).reduce((a, b) => a + b);
    expect((fit.corrected[39] ?? 0) - (fit.corrected[0] ?? 0)).toBeCloseTo(39 / 5, 0);
    expect(means(input)[39] ?? 0).toBeLessThan((means(input)[0] ?? 0) + 2);
    expect(inversions(fit.corrected)).toBeLessThan(inversions(means(input)));
  });

  it('their intervals are wider than those of the mixed model would be', () => {
    const residual = fit.residualVariance[0] ?? Number.NaN;
    for (const error of fit.standardError) expect(error).toBeGreaterThan(Math.sqrt((residual / 4) * (39 / 40)));
    expect(doubtOf(fit, input).draws).toEqual([2000]);
  });
});

describe('several components', () => {
  const input = invented('parts', 24, 8, (entry) =>
    (entry % 2 === 0 ? [0, 1, 2, 3] : [4, 5, 6, 7]).filter((judge) => judge % 4 !== entry % 3),
  );

  it('seats drawn at random: one ranking by the mixed model, marked as resting on that', () => {
    const fit = calibrate(input, { ...plain, seatsAtRandom: true });
    expect(fit.categories[0]).toMatchObject({ state: 'components-at-random', method: 'mixed', components: 2 });
    expect(new Set(fit.pool)).toEqual(new Set([0]));
  });

  it('otherwise entries are ranked within their component only', () => {
    const fit = calibrate(input, plain);
    expect(fit.categories[0]).toMatchObject({ state: 'components', method: 'mixed', components: 2 });
    expect([...fit.pool]).toEqual(Array.from({ length: 24 }, (_, entry) => entry % 2));
    const doubt = doubtOf(fit, input);
    expect(doubt.categories[0]?.pools.map(({ order }) => order.length)).toEqual([12, 12]);
    expect(Math.max(...doubt.rankHigh)).toBeLessThanOrEqual(12);
    for (const part of [0, 1])
      expect(doubt.pFirst.filter((_, entry) => entry % 2 === part).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 1);
  });
});

describe('few readings', () => {
  it('two judges an entry: the mixed model with the penalty, and the state that says a winner needs P ≥ .5', () => {
    const input = invented('two', 30, 6, (entry) => [entry % 6, (entry + 1 + Math.floor(entry / 6)) % 6]);
    const fit = calibrate(input, plain);
    expect(fit.categories[0]).toMatchObject({ state: 'thin', method: 'mixed', panel: { least: 2, most: 2 } });
    expect(fit.variances?.judge).toBeGreaterThan(0);
    expect(doubtOf(fit, input).draws).toEqual([2000]);
  });

  it('fewer residual degrees of freedom than twice the judges are as thin, whatever the panel', () => {
    const input = invented('thin', 8, 6, (entry) => [entry % 6, (entry + 1) % 6, (entry + 3) % 6]);
    expect(input.y.length - 8 - 6 + 1).toBeLessThan(12);
    expect(calibrate(input, plain).categories[0]).toMatchObject({ state: 'thin', method: 'mixed', panel: { least: 3, most: 3 } });
  });
});

describe('one judge an entry', () => {
  const input = invented('one', 24, 4, (entry) => [entry % 4]);

  it('without variances of an earlier year: the raw mark, no chances', () => {
    const fit = calibrate(input, plain);
    expect(fit.categories[0]).toMatchObject({ state: 'one-judge', method: 'raw', posterior: null });
    expect([...fit.corrected]).toEqual([...input.y]);
    const doubt = doubtOf(fit, input);
    expect([doubt.draws, doubt.categories[0]?.pools[0]?.word]).toEqual([[0], null]);
    expect([...doubt.pFirst, ...fit.standardError].every(Number.isNaN)).toBe(true);
    expect(fit.remlCriterion).toBeNull();
  });

  it('with them: centred on the judge as far as they say, by hand', () => {
    const priors = { entry: 1, judge: 0.5, residual: 0.25 };
    const fit = calibrate(input, { ...plain, priors });
    expect(fit.categories[0]).toMatchObject({ state: 'one-judge-with-priors', method: 'judge-centred', posterior: 0 });
    // Six marks a judge, all judges alike: the overall mean stands, judge j is 6·.5/(6·.5 + 1.25) of its mean's distance off, an entry
    // 1/(1 + .25) of what is left.
    const overall = input.y.reduce((sum, value) => sum + value, 0) / 24;
    for (let entry = 0; entry < 24; entry += 1) {
      const own = [...input.y].filter((_, b) => b % 4 === entry % 4);
      const judge = (3 / 4.25) * (own.reduce((sum, value) => sum + value, 0) / 6 - overall);
      expect(fit.corrected[entry]).toBeCloseTo(overall + 0.8 * ((input.y[entry] ?? 0) - overall - judge), 9);
    }
    expect(doubtOf(fit, input).pFirst.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 1);
  });
});

describe('too little or too much', () => {
  it('two entries in a category: raw, no ranks, while another category is ranked', () => {
    const wide = invented('wide', 12, 5, cyclic(3, 5));
    const input = { ...wide, category: wide.category.map((_, entry) => (entry < 2 ? 0 : 1)), categories: 2 };
    const fit = calibrate(input, plain);
    expect(fit.categories.map(({ state }) => state)).toEqual(['too-few-entries', 'connected']);
    expect([...fit.pool.subarray(0, 3)]).toEqual([-1, -1, 0]);
    means(input)
      .slice(0, 2)
      .forEach((mean, i) => {
        expect(fit.corrected[i]).toBeCloseTo(mean, 12);
      });
    expect(doubtOf(fit, input).categories[0]?.pools).toEqual([]);
  });

  it('a single entry, and a category nobody entered', () => {
    const input = {
      ...inputOf(
        [
          { entry: 0, judge: 0, y: 7 },
          { entry: 0, judge: 1, y: 8 },
        ],
        [0, 1],
        2,
      ),
      entry: Int32Array.of(0, 0),
    };
    const fit = calibrate(input, plain);
    expect(fit.categories.map(({ state, entries }) => [state, entries])).toEqual([
      ['too-few-entries', 1],
      ['too-few-entries', 0],
    ]);
    expect([...fit.corrected]).toEqual([7.5, Number.NaN]);
  });

  it('no ballot at all', () => {
    const fit = calibrate(inputOf([], [0, 0, 0], 2), plain);
    expect(fit.categories[0]).toMatchObject({ state: 'too-few-entries', entries: 0 });
    expect([...fit.corrected, ...fit.judgeEffect].every(Number.isNaN)).toBe(true);
  });

  it('one judge in all is one judge an entry', () => {
    const input = inputOf(
      [6, 9, 7, 8].map((y, entry) => ({ entry, judge: 0, y })),
      [0, 0, 0, 0],
      1,
    );
    expect(calibrate(input, plain).categories[0]).toMatchObject({ state: 'one-judge', method: 'raw' });
    expect(calibrate(input, { ...plain, priors: { entry: 1, judge: 1, residual: 1 } }).categories[0]?.state).toBe('one-judge-with-priors');
  });

  it('all marks equal, and judges who agree on every entry: raw, and no doubt to tell', () => {
    for (const y of [() => 5, (entry: number) => entry]) {
      const ballots = Array.from({ length: 12 }, (_, b) => ({ entry: b >> 1, judge: ((b >> 1) + (b & 1)) % 3, y: y(b >> 1) }));
      const fit = calibrate(
        inputOf(
          ballots,
          Array.from({ length: 6 }, () => 0),
          3,
        ),
        plain,
      );
      expect(fit.categories[0]).toMatchObject({ state: 'no-variance', method: 'raw', posterior: null });
      expect([...fit.corrected]).toEqual(Array.from({ length: 6 }, (_, entry) => y(entry)));
    }
  });

  it('judges who differ by constants only are corrected exactly', () => {
    const ballots = Array.from({ length: 12 }, (_, b) => ({
      entry: b >> 1,
      judge: ((b >> 1) + (b & 1)) % 3,
      y: (b >> 1) + 2 * (((b >> 1) + (b & 1)) % 3),
    }));
    const fit = calibrate(
      inputOf(
        ballots,
        Array.from({ length: 6 }, () => 0),
        3,
      ),
      plain,
    );
    expect(fit.categories[0]).toMatchObject({ state: 'severity-only', method: 'fixed', posterior: null });
    // On the scale of the panel, whose mean severity is 2.
    fit.corrected.forEach((score, entry) => {
      expect(score).toBeCloseTo(entry + 2, 9);
    });
    [-2, 0, 2].forEach((effect, judge) => {
      expect(fit.judgeEffect[judge]).toBeCloseTo(effect, 9);
    });
  });

  it.each([
    ['by constants only, each part is corrected exactly', 2, 'fixed'],
    ['in nothing, the raw means stand', 0, 'raw'],
  ])('where no judge joins two parts and judges differ %s, and ranked within the parts only', (_what, severity, method) => {
    // Entries 0 to 2 have judges 0 to 2, entries 3 to 5 judges 3 to 5, two each in a ring.
    const ballots = Array.from({ length: 12 }, (_unused, b) => {
      const entry = b >> 1;
      const judge = 3 * Math.floor(entry / 3) + ((entry + (b & 1)) % 3);
      return { entry, judge, y: entry + severity * judge };
    });
    const input = inputOf(ballots, [0, 0, 0, 0, 0, 0], 6);
    const fit = calibrate(input, plain);
    expect(fit.categories[0]).toMatchObject({ state: 'components', method, components: 2, posterior: null });
    expect([...fit.pool]).toEqual([0, 0, 0, 1, 1, 1]);
    [0, 1, 2, 3, 4, 5].forEach((entry) => {
      expect(fit.corrected[entry]).toBeCloseTo(entry + severity * (entry < 3 ? 1 : 4), 9);
    });
    const random = calibrate(input, { ...plain, seatsAtRandom: true }).categories[0];
    expect(random?.state).toBe(severity === 0 ? 'components-at-random' : 'components');
  });

  it('more than 2,000 judges are a vote, not a panel', () => {
    const ballots = Array.from({ length: 6003 }, (_, b) => ({ entry: b % 3, judge: b % 2001, y: b % 7 }));
    const spread = ballots.map((ballot, b) => ({ ...ballot, entry: (b + Math.floor(b / 2001)) % 3 }));
    const input = inputOf(spread, [0, 0, 0], 2001);
    const fit = calibrate(input, plain);
    expect(fit.categories[0]).toMatchObject({ state: 'too-many-judges', method: 'raw', posterior: null });
    means(input).forEach((mean, i) => {
      expect(fit.corrected[i]).toBeCloseTo(mean, 9);
    });
  });
});
