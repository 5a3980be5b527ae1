import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { award, scorecards } from '#tests/support/tally/award.ts';
import { presetKeys } from '../editions/presets/preset.ts';
import { fromPreset } from '../editions/presets/presets.ts';
import { compare, fraction } from '../numeric/fraction.ts';
import { type Asked, askedShape } from './asked.ts';
import { dryRun } from './dry-run.ts';
import { dryRunResult } from './outcome.ts';
import { dryRunRefusals, type Plan, planOf } from './plan.ts';
import { plant } from './planted.ts';
import { seasonOf, trueSeasonOf } from './season.ts';
import { suggested } from './suggested.ts';

const asked = (change: Partial<Asked> = {}): Asked => ({
  ...suggested,
  entries: 4,
  judges: 5,
  seasons: 1,
  seed: 'oak',
  ...change,
});

const judged = (key: string, change: object = {}) => ({ key, name: key, kind: 'judged', weight: 1, scale: { min: 1, max: 10 }, ...change });

const planWith = (rules: object = {}, criteria: readonly object[] = [judged('craft'), judged('proof')]): Plan => ({
  categories: ['A', 'B'].map((category) => ({ category, scorecard: 'card' })),
  scorecards: scorecards({ card: { criteria } }),
  award: award(rules),
});

function ranToEnd(plan: Plan, figures: Asked) {
  const run = dryRun(plan, figures);
  const steps: number[] = [];
  for (;;) {
    const { done, value } = run.next();
    if (done) return { result: value, steps };
    steps.push(value.done / value.total);
  }
}

describe('a dry run without severity and noise', () => {
  const scales = [
    { min: 1, max: 5 },
    { min: 0, max: 10 },
    { min: 0, max: 100 },
    { min: 1, max: 10, step: 0.5 },
  ];
  const anyPlan = fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    scale: fc.constantFrom(...scales),
    judges: fc.constantFrom(1, 2, 4),
    entries: fc.integer({ min: 3, max: 9 }),
    seed: fc.string({ minLength: 1, maxLength: 20 }),
  });

  it('ranks entries in the order they were planted in, and shares places where they were planted alike', () => {
    fc.assert(
      fc.property(anyPlan, ({ weights, scale, judges, entries, seed }) => {
        const criteria = weights.map((weight, i) => judged(`c${i}`, { weight, scale }));
        const plan = planWith({ judges, minimumPanel: judges }, criteria);
        const { categories } = trueSeasonOf(plan, asked({ entries, judges: 4, spread: 8, seed }), seed);
        const steps = 'step' in scale ? 1 / Number(scale.step) : 1;
        for (const { category, entries: placed } of categories) {
          const worth = new Map(
            plant(category, entries, asked({ spread: 8 }), seed).map(({ entry, worth: on }) => [
              entry,
              weights.reduce(
                (sum, weight, i) => sum + weight * (scale.min * steps + Math.round(on(`c${i}`) * (scale.max - scale.min) * steps)),
                0,
              ),
            ]),
          );
          const above = (entry: string) => [...worth.values()].filter((other) => other > (worth.get(entry) ?? 0)).length;
          const planted = placed.map(({ entry }) => 1 + above(entry));
          expect(placed.map(({ rawRank }) => rawRank)).toEqual(planted);
          // Where every judge reads every entry, and there are three at least, nothing keeps the tally from giving places.
          expect(placed.map(({ rank }) => (judges === 4 ? rank : null))).toEqual(planted.map((place) => (judges === 4 ? place : null)));
          for (const { entry, raw } of placed) {
            const [n = '0', d = '1'] = (raw?.fraction ?? '').split('/');
            const total = weights.reduce((sum, weight) => sum + weight, 0);
            expect(compare(fraction(BigInt(n), BigInt(d)), fraction(BigInt(worth.get(entry) ?? 0), BigInt(total * steps)))).toBe(0);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('names the planted winners every time, and noise makes it miss some', () => {
    const quiet = { severity: 0, noise: 0, missing: 0, seasons: 4 };
    const rightWith = (figures: Partial<Asked>) => {
      const { categories } = ranToEnd(planWith(), asked(figures)).result;
      return categories.map(({ right, named }) => [right, named]);
    };
    expect(rightWith(quiet)).toEqual([
      [4, 4],
      [4, 4],
    ]);
    const noisy = rightWith({ ...quiet, noise: 40 });
    expect(noisy.reduce((sum, [right = 0]) => sum + right, 0)).toBeLessThan(8);
  });
});

describe('a dry run', () => {
  it('comes to the same by the same seed, and to something else by another', () => {
    const [once, again, other] = ['oak', 'oak', 'elm'].map((seed) => ranToEnd(planWith(), asked({ seed })));
    expect(once).toEqual(again);
    expect(once?.result.categories).not.toEqual(other?.result.categories);
    expect(dryRunResult.parse(JSON.parse(JSON.stringify(once?.result)))).toEqual(once?.result);
  });

  it('tells how far it is before every season and every rule left out of one', () => {
    const { result, steps } = ranToEnd(planWith(), asked({ seasons: 2 }));
    expect(steps).toEqual(steps.map((_, i) => i / steps.length));
    expect(steps.length).toBe(2 * (1 + result.costs.length));
  });

  it.each(presetKeys)('counts %s as its results are counted, and leaves nothing out', (key) => {
    const plan = planOf(fromPreset(key, '2024', '2024-03-01'));
    const few = { ...plan, categories: plan.categories.slice(0, 2) };
    const { result } = ranToEnd(few, asked({ entries: 5, seasons: 1 }));
    for (const { levels, none, entries, called, close, joint, unsaid } of result.categories) {
      expect(levels.reduce((sum, level) => sum + level.entries, none)).toBe(entries);
      expect([entries, called + close + joint + unsaid]).toEqual([5, 1]);
    }
    expect(result.seats).toBe(few.categories.length * 5 * plan.award.judges * (plan.award.rounds?.length ?? 1));
  });

  it('deals no judge more than one entry beyond another, and every seat that is asked for', () => {
    const { result } = ranToEnd(planWith({ judges: 3 }), asked({ judges: 7, seasons: 1 }));
    expect([result.seats, result.short, result.load]).toEqual([24, 0, { least: 3, most: 4 }]);
  });

  it('misses ballots that were never handed in, and places nobody without a panel', () => {
    const { categories } = seasonOf(planWith({ judges: 3, minimumPanel: 3 }), asked({ missing: 50, entries: 20 }), 'elm');
    const ballots = categories.map((each) => each.ballots);
    expect(ballots.every((n) => n < 60)).toBe(true);
    const short = categories
      .flatMap(({ entries }) => entries)
      .map(({ status, ballots: own }) => (status === 'insufficient') === own.length < 3);
    expect(short).toEqual(short.map(() => true));
  });
});

describe('what a rule costs', () => {
  const levels = [{ level: 'Gold', atLeast: 5, floors: [{ criterion: 'proof', atLeast: 7 }] }];
  const costs = (rules: object, change: Partial<Asked> = {}, criteria?: readonly object[]) =>
    new Map(ranToEnd(planWith(rules, criteria), asked(change)).result.costs.map((cost) => [cost.rule, cost]));

  it('is told of each rule the award has, and of no other', () => {
    const rules = { judges: 3, minimumPanel: 2, levels, ties: ['criteria'], aggregation: { kind: 'median' } };
    expect([...costs(rules).keys()]).toEqual(['floors', 'ties', 'aggregation', 'minimum-panel', 'judge-less', 'judge-more']);
    expect([...costs({ judges: 1, minimumPanel: 1 }, { judges: 1 }).keys()]).toEqual([]);
  });

  it('is every level a floor kept from an entry', () => {
    const cost = costs({ judges: 3, levels }, { spread: 20, entries: 12 }).get('floors');
    expect(cost?.entries).toBeGreaterThan(0);
    expect(costs({ judges: 3, levels: [{ level: 'Gold', atLeast: 5 }] }).has('floors')).toBe(false);
  });

  it('is the time judges spend: reading for one more or one less, and writing what is required', () => {
    const commented = [judged('craft', { comment: 'required' }), judged('proof', { comment: 'suggested' })];
    const found = costs({ judges: 3 }, { minutes: 10, commentMinutes: 3 }, commented);
    expect([found.get('judge-less')?.minutes, found.get('judge-more')?.minutes, found.get('comments')?.minutes]).toEqual([
      8 * 2 * 13,
      8 * 4 * 13,
      8 * 3 * 10,
    ]);
  });

  it('is right places where fewer ballots count, for a category of its own too', () => {
    const found = costs({ judges: 3, minimumPanel: 3, categories: { B: { minimumPanel: 2 } } }, { missing: 40, entries: 12 });
    expect(found.get('minimum-panel')?.named).toBeGreaterThan(0);
  });
});

describe('a dry run is refused', () => {
  it.each<[string, Plan, Partial<Asked>, string]>([
    ['without a category that takes entries', { ...planWith(), categories: [] }, {}, 'programmes.dry-run-no-categories'],
    ['with fewer judges than read an entry', planWith({ judges: 6 }), {}, 'programmes.dry-run-too-few-judges'],
    ['with more entries than it makes up', planWith(), { entries: 500, judges: 500 }, 'programmes.dry-run-too-large'],
    ['by rules nothing can be counted by', planWith({ ties: [{ by: 'criterion', criterion: 'luck' }] }), {}, 'tally.weight-without-marks'],
  ])('%s', (_why, plan, change, code) => {
    expect(dryRunRefusals(plan, asked(change)).map((refusal) => refusal.code)).toEqual([code]);
  });

  it.each([
    { entries: 1 },
    { entries: 501 },
    { judges: 0 },
    { noise: 51 },
    { severity: -1 },
    { seasons: 51 },
    { seed: ' ' },
    { minutes: 0 },
  ])('for a figure out of bounds: %j', (change) => {
    expect(askedShape.safeParse({ ...asked(), ...change }).success).toBe(false);
  });

  it('is not for minutes nobody stated', () => {
    const read = askedShape.parse({ ...asked(), minutes: '', commentMinutes: '' });
    expect([read.minutes, read.commentMinutes]).toEqual([undefined, undefined]);
  });
});
