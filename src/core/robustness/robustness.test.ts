import { describe, expect, it } from 'vitest';
import { calibrate } from '#core/calibration/calibrate.ts';
import { toText } from '#core/numeric/fraction.ts';
import { aggregate } from '#core/scoring/aggregate.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { composites } from '#core/scoring/composite.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { fitInputOf } from '#core/verdict/fit-input.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { drawPanel, planCriteria, plant } from '#tests/support/ballots/drawn-panel.ts';
import { builtTable as tableOf } from '#tests/support/ballots/one-check.ts';
import { refitOrders } from './corrected-order.ts';
import { refitter } from './refit.ts';
import { type Robustness, robustnessOf } from './robustness.ts';
import { correctedByCriterion, correctedContest, rawContest, weighted } from './weights/contest.ts';

const rulesFor = (criteria: readonly Criterion[], rules: Partial<TallyRules> = {}): TallyRules => ({
  version: 1,
  criteria,
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 3,
  ties: [],
  levels: [],
  seats: 3,
  seed: 'test',
  draws: 100,
  priors: null,
  seatsAtRandom: false,
  ...rules,
});

function test(rows: readonly MarkRow[], given: Partial<TallyRules> = {}, criteria = planCriteria({ criteria: 5 })) {
  const rules = rulesFor(criteria, given);
  const table = tableOf(criteria, rows);
  const weighed = composites(table, rules);
  const scores = table.categories.map((_, category) => aggregate(table, weighed, category, rules));
  const fit = calibrate(fitInputOf(table, weighed).input, rules);
  const [first] = robustnessOf({ table, composites: weighed, rules, fit, scores });
  if (!first) throw new Error('no category');
  const categories = scores.map((own) => ({ table, composites: weighed, rules, scores: own }));
  return { table, weighed, fit, rules, categories, found: first };
}

/** What a test found; a test that was not made is an error here. */
function of<K extends 'weights' | 'effectiveWeights' | 'rawAgainstCorrected' | 'tieRule' | 'conflicts'>(found: Robustness, what: K) {
  const outcome = found[what];
  if (!outcome.tested) throw new Error(`${what}: ${outcome.why}`);
  return outcome as Extract<Robustness[K], { tested: true }>;
}

/** Marks by hand: by entry, by judge, one mark a criterion. */
function byHand(
  marks: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>,
  groups: Readonly<Record<string, string>> = {},
): MarkRow[] {
  return Object.entries(marks).flatMap(([entry, judges]) =>
    Object.entries(judges).flatMap(([judge, given]) =>
      given.map((mark, c) => ({
        category: 'c',
        entry,
        judge,
        criterion: `criterion 000${c + 1}`,
        mark,
        entryGroup: groups[entry] ?? null,
        judgeGroup: groups[judge] ?? null,
      })),
    ),
  );
}

const two = planCriteria({ criteria: 2 });

describe('one judge left out', () => {
  it('whoever decides alone is named, with who would win and who would go through', () => {
    const rows = byHand({
      a: { x: [7, 7], y: [7, 7], z: [10, 10] },
      b: { x: [8, 8], y: [8, 8], z: [6, 6] },
      c: { x: [1, 1], y: [1, 1], z: [1, 1] },
    });
    const { found } = test(rows, { seats: 1 }, two);
    expect(found.leaveOneOut.raw).toEqual({
      tested: true,
      judges: 3,
      kept: 2,
      changes: [{ judge: 'z', winners: ['b'], gained: ['b'], lost: ['a'] }],
    });
  });

  it('agrees with counting the table again without that judge’s rows, ties and unequal panels included', () => {
    for (let round = 0; round < 12; round += 1) {
      const plan = { entries: 14, judges: 6, perEntry: 4, criteria: 2, severity: 1 };
      const rows = drawPanel(`out ${round}`, plan).filter((row) => !(row.judge === 'judge 0002' && row.entry < 'entry 0008'));
      const { found, table } = test(rows, { seats: 4, minimumPanel: 1 }, two);
      if (!found.leaveOneOut.raw.tested) throw new Error('not tested');
      const orderOf = (left: readonly MarkRow[]) => {
        const again = tableOf(two, left);
        const placed = aggregate(again, composites(again), 0, { aggregation: { kind: 'mean' }, minimumPanel: 1 }).entries;
        const upTo = (last: number) =>
          placed.filter(({ place }) => (place ?? 99) <= last).map(({ entry }) => again.entries[entry]?.name ?? '');
        return { winners: upTo(1), through: upTo(4) };
      };
      const full = orderOf(rows);
      const expected = table.judges.flatMap(({ name }) => {
        const { winners, through } = orderOf(rows.filter(({ judge }) => judge !== name));
        const gained = through.filter((entry) => !full.through.includes(entry));
        const lost = full.through.filter((entry) => !through.includes(entry));
        return gained.length + lost.length > 0 || winners.join() !== full.winners.join() ? [{ judge: name, winners, gained, lost }] : [];
      });
      expect(found.leaveOneOut.raw.changes).toEqual(expected);
    }
  });

  it('an aggregation that is no mean is counted again whole', () => {
    const rows = byHand({
      a: { w: [7, 7], x: [7, 7], y: [7, 7], z: [2, 2] },
      b: { w: [9, 9], x: [9, 9], y: [5, 5], z: [5, 5] },
      c: { w: [1, 1], x: [1, 1], y: [1, 1], z: [1, 1] },
    });
    const { found } = test(rows, { aggregation: { kind: 'median' }, seats: 1 }, two);
    // Medians 7, 7: joint. Without w or x: a 7, b 5. Without y or z: a 7 or 7, b 9.
    expect(found.leaveOneOut.raw).toMatchObject({ judges: 4, kept: 0 });
    expect(found.weights).toEqual({ tested: false, why: 'joint-first' });
  });

  it('corrected scores without a judge come from the same variances; without nobody they are the scores themselves', () => {
    for (const severity of [0.7, 1.4]) {
      const { fit, table, weighed, categories } = test(drawPanel(`refit ${severity}`, { severity }), { official: 'corrected' });
      const refit = refitter(fit, 0);
      const again = refit?.(fitInputOf(table, weighed).input) ?? new Float64Array();
      fit.corrected.forEach((score, entry) => {
        expect(again[entry]).toBeCloseTo(score, 9);
      });
      const gone = [...table.ballotJudge.keys()].filter((ballot) => table.ballotJudge[ballot] === 0);
      const full = fitInputOf(table, weighed).input;
      const keep = [...full.y.keys()].filter((ballot) => full.judge[ballot] !== 0);
      const pick = (values: Int32Array) => Int32Array.from(keep, (ballot) => values[ballot] ?? 0);
      const less = {
        ...full,
        y: Float64Array.from(keep, (ballot) => full.y[ballot] ?? 0),
        entry: pick(full.entry),
        judge: pick(full.judge),
      };
      const scores = refit?.(less) ?? new Float64Array();
      // Estimated anew the variances differ a little, and so do the scores.
      const anew = calibrate(less, { seatsAtRandom: false, priors: null }).corrected;
      scores.forEach((score, entry) => {
        expect(Math.abs(score - (anew[entry] ?? 0))).toBeLessThan(0.25);
      });
      const [best] = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      expect(refitOrders(categories, fit)(gone)[0]?.first).toEqual([best]);
    }
  });
});

describe('weights of a whole category', () => {
  it('criterion by criterion, raw scores add up to the score exactly, on one scale and on several', () => {
    const mixed = planCriteria({ criteria: 5 }).map((criterion, c) => ({
      ...criterion,
      weight: c + 1,
      scale: { min: 0, max: 10 + 3 * c },
    }));
    for (const criteria of [mixed, planCriteria({ criteria: 5 })]) {
      const { categories } = test(drawPanel('parts', { entries: 20 }), {}, criteria);
      const [counted] = categories;
      if (!counted) throw new Error('no category');
      const contest = rawContest(counted);
      for (const { entry, by } of contest.entries) {
        const { score } = counted.scores.entries.find((scored) => scored.entry === entry) ?? {};
        expect(score && toText(score)).toBe(toText(weighted(contest.criteria, by)));
      }
    }
  });

  it('corrected scores add up to the corrected score at the digits shown', () => {
    const { fit, categories } = test(drawPanel('corrected parts'), { official: 'corrected' });
    const [counted] = categories;
    const refit = refitter(fit, 0);
    if (!counted || !refit) throw new Error('nothing corrected');
    const contest = correctedContest(counted, correctedByCriterion(counted, refit, true));
    for (const { entry, by } of contest.entries) {
      const sum = weighted(contest.criteria, by);
      expect(Number(sum.n) / Number(sum.d)).toBeCloseTo(fit.corrected[entry] ?? 0, 5);
    }
  });

  it('a winner ahead under every criterion wins under every weighting; a narrow one does not', () => {
    const others = { b: { x: [6, 6], y: [6, 6], z: [6, 6] }, c: { x: [3, 3], y: [3, 3], z: [3, 3] } };
    const safe = of(test(byHand({ a: { x: [9, 8], y: [9, 8], z: [9, 8] }, ...others }), {}, two).found, 'weights');
    expect([safe.always, safe.smallestShift, safe.acceptability.winner]).toEqual([true, null, 1]);
    const narrow = of(test(byHand({ a: { x: [9, 4], y: [9, 4], z: [9, 4] }, ...others }), {}, two).found, 'weights');
    expect(narrow.always).toBe(false);
    // d = 3, −2: (½·3 − ½·2) ÷ 5 = 1/10 from the first to the second.
    expect(narrow.smallestShift).toEqual({
      rival: 'b',
      moved: { fraction: '1/10', decimal: '0.1000' },
      from: [{ criterion: 'criterion 0001', moved: { fraction: '1/10', decimal: '0.1000' } }],
      to: 'criterion 0002',
    });
    expect(narrow.acceptability.winner).toBeCloseTo(0.6, 1);
    expect(narrow.ranges[0]?.low).toEqual({ share: { fraction: '2/5', decimal: '0.4000' }, rival: 'b' });
  });

  it('medians are counted again under each weighting, and claim no exact shift', () => {
    const found = of(test(drawPanel('medians', { entries: 10 }), { aggregation: { kind: 'median' } }).found, 'weights');
    expect([found.linear, found.smallestShift, found.always]).toEqual([false, null, false]);
    const total = found.acceptability.winner + found.acceptability.others.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeGreaterThanOrEqual(0.99);
  });

  it('says why where nothing can be tested: one criterion, one entry, joint winners', () => {
    const one = planCriteria({ criteria: 1 });
    expect(test(byHand({ a: { x: [5], y: [5], z: [5] }, b: { x: [4], y: [4], z: [4] } }), {}, one).found.weights).toEqual({
      tested: false,
      why: 'one-criterion',
    });
    expect(test(byHand({ a: { x: [5, 5], y: [5, 5], z: [5, 5] } }), {}, two).found.weights).toEqual({ tested: false, why: 'one-entry' });
    const joint = byHand({ a: { x: [5, 6], y: [5, 6], z: [5, 6] }, b: { x: [6, 5], y: [6, 5], z: [6, 5] } });
    expect(test(joint, {}, two).found.weights).toEqual({ tested: false, why: 'joint-first' });
    expect(test(joint, {}, two).found.effectiveWeights).toEqual({ tested: false, why: 'too-few-entries' });
  });
});

it('raw against corrected: where a harsh judge decides the raw winner, both are named and the category needs a second look', () => {
  const rows = drawPanel('harsh', { entries: 30, judges: 8, perEntry: 3, severity: 0.2, halo: 0.2, noise: 0.2 });
  const harsh = plant(rows, (row) => (row.judge === 'judge 0003' ? { ...row, mark: Math.max(0, (row.mark as number) - 4) } : row));
  const { raw, corrected, changes, moved, farthest } = of(test(harsh, { seats: 1 }).found, 'rawAgainstCorrected');
  const before = of(test(rows, { seats: 1 }).found, 'rawAgainstCorrected');
  expect(corrected).toEqual(before.corrected);
  expect(changes).toBe(raw.join() !== corrected.join());
  expect(moved).toBeGreaterThan(before.moved);
  expect(Math.abs((farthest?.raw ?? 0) - (farthest?.corrected ?? 0))).toBeGreaterThan(5);
  const crossed = drawPanel('crossed', { entries: 10, judges: 4, perEntry: 4 });
  expect(test(crossed).found.rawAgainstCorrected).toEqual({ tested: false, why: 'scores-raw' });
});

describe('another tie rule', () => {
  // Equal means of 6 at weights 2 : 1; a is ahead under the heavier criterion, b is preferred by two judges of three and by the median.
  const tied = byHand({
    a: { x: [4, 6], y: [4, 6], z: [10, 6] },
    b: { x: [5, 8], y: [5, 8], z: [5, 8] },
    c: { x: [1, 1], y: [1, 1], z: [1, 1] },
  });
  const weights = two.map((criterion, c) => ({ ...criterion, weight: c === 0 ? 2 : 1 }));

  it('names the rules under which others would win', () => {
    const { tied: undecided, tried, changes } = of(test(tied, { ties: [{ by: 'head-to-head' }], seats: 1 }, weights).found, 'tieRule');
    expect([undecided, tried]).toEqual([2, ['none', 'criteria', 'head-to-head', 'median']]);
    expect(changes).toEqual([
      { rule: 'none', winners: ['a', 'b'], gained: ['a'], lost: [] },
      { rule: 'criteria', winners: ['a'], gained: ['a'], lost: ['b'] },
    ]);
  });

  it('has no effect where no two entries are equal at the first place or at the cut', () => {
    const apart = byHand({ a: { x: [9, 9], y: [9, 9], z: [9, 9] }, b: { x: [5, 5], y: [5, 5], z: [5, 5] } });
    expect(of(test(apart, { seats: 1 }, two).found, 'tieRule')).toMatchObject({ tied: 0, changes: [] });
  });
});

it('ballots of the own group set aside: the winner who lived on them is not one without', () => {
  const rows = byHand(
    {
      a: { x: [10, 10], y: [6, 6], z: [6, 6], w: [6, 6] },
      b: { x: [7, 7], y: [7, 7], z: [6, 6], w: [7, 7] },
      c: { x: [2, 2], y: [2, 2], z: [2, 2], w: [2, 2] },
    },
    { a: 'north', x: 'north', b: 'south', c: 'east', y: 'west' },
  );
  expect(of(test(rows, { seats: 1 }, two).found, 'conflicts')).toEqual({ tested: true, ballots: 1, changes: true, winners: ['b'] });
  const none = byHand({ a: { x: [5, 5], y: [5, 5], z: [5, 5] }, b: { x: [4, 4], y: [4, 4], z: [4, 4] } });
  expect(test(none, {}, two).found.conflicts).toEqual({ tested: false, why: 'no-groups' });
});

it('a category counted alone by medians comes to the same as with others beside it', () => {
  const rows = drawPanel('beside', { entries: 24, judges: 6, perEntry: 5, categories: 3 });
  const alone = rows.filter(({ category }) => category === 'category 0002');
  const given = { aggregation: { kind: 'median' } } as const;
  const { table, fit, rules, weighed, categories } = test(rows, given);
  const scores = categories.map((counted) => counted.scores);
  const [, second] = robustnessOf({ table, composites: weighed, rules, fit, scores });
  const { found } = test(alone, given);
  expect(second?.leaveOneOut.raw).toEqual(found.leaveOneOut.raw);
  expect(second?.weights).toEqual(found.weights);
});

it('the same table, rules and seed give the same value, in JSON alone', () => {
  const rows = drawPanel('json', { entries: 30, categories: 2, groups: 4 });
  const { found } = test(rows, { official: 'corrected' });
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  expect(test([...rows].reverse(), { official: 'corrected' }).found).toEqual(found);
});
