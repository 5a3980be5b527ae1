/** Claims of measures: what is impossible, what is missing, and how sure a number can be. */
import { describe, expect, it } from 'vitest';
import { asks, formOf, goodClaim } from '#tests/support/forms/form.ts';
import { answerProblems } from '../answers.ts';
import { adjustedWald, canComeFrom, claimNotes, intervalOf, wilson } from './intervals.ts';
import { definitionsOf, metricNames, unitOf } from './metrics.ts';

const before = { definition: 'top-two-of-five', from: '2023-01-01', to: '2023-03-31', value: 70, n: 100 };
const nps = { ...goodClaim, metric: 'nps' as const, definition: 'transactional' };
const times = { ...goodClaim, metric: 'response-time', definition: 'first-reply', statistic: 'median' };

const wrong = (claim: object, more = {}) =>
  answerProblems(formOf(asks('metric', 'claim', more)), { claim }, 'submit').map(({ path, code }) => `${path} ${code.slice(8)}`);

describe('a claim', () => {
  it.each<[string, object, object, string[]]>([
    ['is right', goodClaim, {}, []],
    ['CSAT of 100', { ...goodClaim, value: 100 }, {}, []],
    ['CSAT of 100.1', { ...goodClaim, value: 100.1 }, {}, ['claim.value claim-out-of-range']],
    ['NPS of −100', { ...nps, value: -100 }, {}, []],
    ['NPS of −101', { ...nps, value: -101 }, {}, ['claim.value claim-out-of-range']],
    ['NPS of 100', { ...nps, value: '100' }, {}, []],
    ['no n', { ...goodClaim, n: '' }, {}, ['claim.n claim-incomplete']],
    ['an n of nought', { ...goodClaim, n: 0 }, {}, ['claim.n claim-on-nothing']],
    ['no definition', { ...goodClaim, definition: undefined }, {}, ['claim.definition claim-incomplete']],
    ['a definition of another measure', { ...goodClaim, definition: 'gross' }, {}, ['claim.definition claim-unknown-definition']],
    ['a definition every object has', { ...goodClaim, definition: 'constructor' }, {}, ['claim.definition claim-unknown-definition']],
    ['a measure not asked for', goodClaim, { metrics: ['nps'] }, ['claim.metric claim-of-another-metric']],
    ['a time without a statistic', { ...times, statistic: undefined }, {}, ['claim.statistic claim-incomplete']],
    ['a median', times, {}, []],
    ['a negative time', { ...times, value: -1 }, {}, ['claim.value claim-out-of-range']],
    ['a period turned round', { ...goodClaim, from: '2024-04-01' }, {}, ['claim.to claim-period-turned']],
    [
      'more promoters and detractors than answers',
      { ...nps, promoters: 150, detractors: 51 },
      {},
      ['claim.promoters claim-counts-crossed'],
    ],
    ['no before where one is asked for', goodClaim, { before: 'required' }, ['claim.before claim-incomplete']],
    ['a before', { ...goodClaim, before }, { before: 'required' }, []],
    [
      'a before by another definition',
      { ...goodClaim, before: { ...before, definition: 'good-of-two' } },
      {},
      ['claim.before.definition claim-definitions-differ'],
    ],
    [
      'a before by another statistic',
      { ...times, before: { ...before, definition: 'first-reply', statistic: 'mean' } },
      {},
      ['claim.before.statistic claim-definitions-differ'],
    ],
    ['a before that is not over', { ...goodClaim, before: { ...before, to: '2024-01-01' } }, {}, ['claim.before.to claim-periods-overlap']],
    ['a before without n', { ...goodClaim, before: { ...before, n: undefined } }, {}, ['claim.before.n claim-incomplete']],
    ['no file where one is asked for', goodClaim, { source: 'required' }, ['claim.source claim-incomplete']],
  ])('%s', (_, claim, more, problems) => {
    expect(wrong(claim, more)).toEqual(problems);
  });

  it('may be made of ten measures, each by at least one definition', () => {
    expect(metricNames).toHaveLength(10);
    expect(metricNames.filter((metric) => definitionsOf(metric).every((one) => unitOf(metric, one) !== undefined))).toEqual(metricNames);
  });
});

describe('how sure a claimed number can be', () => {
  // R 4.2: prop.test(x, n, correct = FALSE)$conf.int; the bounds of all-positive samples are also n / (n + z²).
  it.each([
    [90, 200, 85.06, 93.43],
    [50, 10, 23.66, 76.34],
    [100, 35, 90.11, 100],
    [0, 16, 0, 19.36],
  ])('a share of %d %% of %d lies between %d and %d', (percent, n, low, high) => {
    const interval = wilson(percent, n);
    expect([interval.low.toFixed(2), interval.high.toFixed(2)]).toEqual([low.toFixed(2), high.toFixed(2)]);
  });

  it('an NPS by its counts lies closer than one without them, and both hold it', () => {
    const [known, assumed] = [adjustedWald(40, 200, { promoters: 100, detractors: 20 }), adjustedWald(40, 200)];
    const n = 203;
    const [p, d] = [100.75 / n, 20.75 / n];
    const half = 1.959963984540054 * Math.sqrt((p + d - (p - d) ** 2) / n);
    expect([known.low, known.high]).toEqual([expect.closeTo(100 * (p - d - half), 9), expect.closeTo(100 * (p - d + half), 9)]);
    expect([assumed.low < known.low, known.high < assumed.high, assumed.assumed, known.assumed]).toEqual([true, true, true, false]);
  });

  it('nothing is said of times, of means, of what is missing or cannot be', () => {
    expect([
      intervalOf('response-time', 'first-reply', { value: 5, n: 100 }),
      intervalOf('ratings', 'mean-of-five', { value: 4.5, n: 100 }),
      intervalOf('csat', 'top-two-of-five', { value: 90 }),
      intervalOf('csat', 'top-two-of-five', { value: 101, n: 100 }),
      intervalOf('csat', undefined, { value: 90, n: 100 }),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it.each([
    [90, 10, true],
    [93, 10, false],
    [93.3, 15, true],
    [93.4, 15, false],
    [33.33, 3, true],
    [-40, 5, true],
    [(100 * 2) / 3, 3, true],
  ])('%d out of %d is possible: %s', (value, n, possible) => {
    expect(canComeFrom(value, n)).toBe(possible);
  });

  it.each<[string, object, string[]]>([
    ['nothing to note', goodClaim, []],
    ['few', { ...goodClaim, n: 20 }, ['few']],
    ['a figure n cannot give', { ...goodClaim, value: 94, n: 40 }, ['not-from-n']],
    ['counts that say something else', { ...nps, value: 40, promoters: 100, detractors: 80 }, ['counts-differ']],
    ['a change that may be chance', { ...goodClaim, before: { ...before, value: 86 } }, ['no-clear-change']],
    ['a clear change', { ...goodClaim, before }, []],
  ])('%s', (_, claim, notes) => {
    expect(claimNotes({ ...goodClaim, ...claim } as Parameters<typeof claimNotes>[0])).toEqual(notes);
  });
});
