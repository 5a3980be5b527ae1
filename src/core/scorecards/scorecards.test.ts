import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, fraction, toText } from '../numeric/fraction.ts';
import { criterionColumns } from './columns.ts';
import { scorecardsProblems } from './problems.ts';
import { type Scorecard, scorecardsShape } from './shape.ts';
import { effectiveWeights, pointsOf } from './weights.ts';

const judged = (key: string, change: object = {}) => ({ key, name: key, kind: 'judged', weight: 1, scale: { min: 1, max: 10 }, ...change });
const card = (criteria: object[], groups: object[] = []): Scorecard => {
  const { only } = scorecardsShape.parse({ only: { groups, criteria } });
  if (!only) throw new Error('no scorecard');
  return only;
};
const hours = {
  key: 'hours',
  name: 'Hours to resolve',
  kind: 'metric',
  metric: 'resolution-time',
  weight: 1,
  scale: { min: 0, max: 10 },
  breakpoints: [
    { value: 4, mark: 10 },
    { value: '24', mark: 6 },
  ],
};

/** The four groups of the customer service excellence programme, and every kind of criterion. */
const excellence = {
  groups: ['judging', 'qualitative', 'metrics', 'additional'].map((key) => ({ key, name: { en: key, fr: `${key} (fr)` } })),
  criteria: [
    judged('service-quality', {
      group: 'judging',
      weight: 3,
      question: 'How good is the service?',
      anchors: [
        { mark: 1, text: 'Promised' },
        { mark: 10, text: { en: 'Proved', fr: 'Prouvé' } },
      ],
      comment: 'required',
      notApplicable: 'renormalise',
    }),
    judged('empathy', { group: 'qualitative', scale: { min: 0, max: 5, step: 0.5 }, anchors: [{ mark: 2.5, text: 'Now and then' }] }),
    { ...hours, group: 'metrics' },
    { key: 'recovery', name: 'Service recovery shown?', kind: 'gate', group: 'additional', judges: 'most' },
    { key: 'votes', name: 'Votes', kind: 'count', of: 'votes', each: 0.001, atMost: '0.5' },
  ],
};

describe('a scorecard', () => {
  it('of the four groups and every kind of criterion has nothing wrong with it, and is read again as it was written', () => {
    const all = scorecardsShape.parse({ excellence });
    expect(scorecardsProblems(all)).toEqual([]);
    expect(scorecardsShape.parse(JSON.parse(JSON.stringify(all)))).toEqual(all);
    expect(all.excellence?.criteria[2]).toMatchObject({
      beyond: 'refuse',
      breakpoints: [
        { value: '4', mark: 10 },
        { value: '24', mark: 6 },
      ],
    });
  });

  it.each<[string, object[], [string, string][]]>([
    [
      'weights are not whole numbers of 1 or more',
      [judged('a', { weight: 0 }), judged('b', { weight: -2 })],
      [
        ['criteria.0.weight', 'scorecards.weight-not-valid'],
        ['criteria.1.weight', 'scorecards.weight-not-valid'],
      ],
    ],
    [
      'some criteria have a weight and some have none',
      [judged('a'), judged('b', { weight: undefined })],
      [['criteria.1.weight', 'scorecards.weight-missing']],
    ],
    ['a criterion stands twice', [judged('a'), judged('a')], [['criteria.1.key', 'scoring.criterion-twice']]],
    ['a scale is upside down', [judged('a', { scale: { min: 10, max: 1 } })], [['criteria.0.scale', 'scoring.scale-not-valid']]],
    [
      'a step is no part of a mark',
      [judged('a', { scale: { min: 1, max: 5, step: 0.3 } })],
      [['criteria.0.scale.step', 'scoring.step-not-valid']],
    ],
    [
      'anchors lie off the scale, between its steps or twice on one mark',
      [judged('a', { anchors: [0, 11, 1.5, 4, 4].map((mark) => ({ mark, text: 'x' })) })],
      [
        ['criteria.0.anchors.0.mark', 'scorecards.anchor-off-scale'],
        ['criteria.0.anchors.1.mark', 'scorecards.anchor-off-scale'],
        ['criteria.0.anchors.2.mark', 'scorecards.anchor-off-scale'],
        ['criteria.0.anchors.4.mark', 'scorecards.anchor-twice'],
      ],
    ],
    [
      'breakpoints do not rise',
      [
        judged('a'),
        {
          ...hours,
          breakpoints: [
            { value: 5, mark: 1 },
            { value: '5.0', mark: 2 },
          ],
        },
      ],
      [['criteria.1.breakpoints', 'scoring.breakpoints-not-valid']],
    ],
    [
      'marks of breakpoints rise and fall',
      [
        judged('a'),
        {
          ...hours,
          breakpoints: [
            { value: 1, mark: 1 },
            { value: 2, mark: 5 },
            { value: 3, mark: 4 },
          ],
        },
      ],
      [['criteria.1.breakpoints', 'scorecards.breakpoints-turn']],
    ],
    [
      'a breakpoint is worth more than the scale has',
      [
        judged('a'),
        {
          ...hours,
          breakpoints: [
            { value: 1, mark: 1 },
            { value: 2, mark: 11 },
          ],
        },
      ],
      [['criteria.1.breakpoints.1.mark', 'blend.breakpoints-outside-scale']],
    ],
    [
      'a vote adds nothing',
      [judged('a'), { key: 'v', name: 'v', kind: 'count', of: 'votes', each: 0, atMost: -1 }],
      [
        ['criteria.1.each', 'scorecards.rate-not-positive'],
        ['criteria.1.atMost', 'scorecards.rate-not-positive'],
      ],
    ],
    ['a criterion stands in a group there is not', [judged('a', { group: 'other' })], [['criteria.0.group', 'scorecards.unknown-group']]],
    ['judges have nothing to mark', [hours, { key: 'g', name: 'g', kind: 'gate' }], [['criteria', 'scorecards.nothing-to-mark']]],
  ])('is refused where %s, at the place to mend', (_what, criteria, expected) => {
    const { only } = { only: card(criteria) };
    expect(scorecardsProblems({ only }).map(({ path, code }) => [path, code])).toEqual(
      expected.map(([path, code]) => [`only.${path}`, code]),
    );
  });

  it('gives no weight to a gate or to what is counted, and no scale of its own to a gate', () => {
    const gate = { key: 'g', name: 'g', kind: 'gate' };
    for (const wrong of [
      { ...gate, weight: 1 },
      { ...gate, scale: { min: 0, max: 1 } },
      { key: 'c', name: 'c', kind: 'count', of: 'votes', each: 1, weight: 1 },
    ]) {
      expect(scorecardsShape.safeParse({ only: { criteria: [judged('a'), wrong] } }).success).toBe(false);
    }
  });

  it('refuses a group named twice', () => {
    const twice = card(
      [judged('a')],
      [
        { key: 'g', name: 'G' },
        { key: 'g', name: 'H' },
      ],
    );
    expect(scorecardsProblems({ twice }).map(({ path, code }) => [path, code])).toEqual([['twice.groups.1.key', 'scorecards.group-twice']]);
  });
});

describe('what a criterion counts for', () => {
  it('is its part of all weights, exactly: 1 of 3 is 100/3 per cent', () => {
    const weights = effectiveWeights(card([judged('a', { group: undefined }), judged('b', { weight: 2, scale: { min: 0, max: 100 } })]));
    expect(weights.map(({ key, weight, percent }) => [key, weight, toText(percent)])).toEqual([
      ['a', 1, '100/3'],
      ['b', 2, '200/3'],
    ]);
  });

  it('is its part of the points there are, where marks are points', () => {
    const maxima = [60, 40, 100];
    const points = card(maxima.map((max, i) => judged(`c${i}`, { weight: undefined, scale: { min: 0, max } })));
    expect(pointsOf(points)).toBe(200);
    expect(effectiveWeights(points).map(({ percent }) => toText(percent))).toEqual(['30', '20', '50']);
    expect(pointsOf(card([judged('a')]))).toBeUndefined();
  });

  it('adds up to 100 for every scorecard, whatever the ratio, and gates and counts take no part of it', () => {
    const weight = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 30 }), (weights) => {
        const criteria = [...weights.map((each, i) => judged(`c${i}`, { weight: each })), { key: 'g', name: 'g', kind: 'gate' }];
        const all = effectiveWeights(card(criteria));
        expect(all.length).toBe(weights.length);
        expect(toText(all.reduce((sum, { percent }) => add(sum, percent), fraction(0)))).toBe('100');
      }),
    );
  });
});

describe('on ballots', () => {
  it('a scorecard is rows with name, question, weight and scale, in the language of the reader', () => {
    const name = { en: 'Craft', fr: 'Savoir-faire' };
    const two = card([
      judged('craft', { name, question: 'How well?', weight: 3 }),
      judged('reach', { weight: 2, scale: { min: 0, max: 5 } }),
    ]);
    const plain = { steps: 1, gate: null, notApplicable: 'not-allowed', comment: 'none' };
    expect(criterionColumns(two, 'fr', 'en')).toEqual([
      { key: 'craft', name: 'Savoir-faire', question: 'How well?', weight: 3, scaleMin: 1, scaleMax: 10, ...plain },
      { key: 'reach', name: 'reach', question: '', weight: 2, scaleMin: 0, scaleMax: 5, ...plain },
    ]);
  });

  it('yes or no, parts of a mark, what may not apply and words beside a mark stand on them; what is measured and counted does not', () => {
    const rows = criterionColumns(card(excellence.criteria, excellence.groups), 'en', 'en');
    expect(
      rows.map(({ key, steps, gate, scaleMax, notApplicable, comment }) => [key, steps, gate, scaleMax, notApplicable, comment]),
    ).toEqual([
      ['service-quality', 1, null, 10, 'renormalise', 'required'],
      ['empathy', 2, null, 5, 'not-allowed', 'none'],
      ['recovery', 1, 'most', 1, 'not-allowed', 'none'],
    ]);
  });
});
