import { describe, expect, it } from 'vitest';
import { award, scorecards } from '#tests/support/tally/award.ts';
import { awardFor, awardGroups } from './by-category.ts';
import { awardProblems } from './problems.ts';
import { awardShape } from './shape.ts';
import { toTally } from './to-tally.ts';

const judged = (key: string, change: object = {}) => ({ key, name: key, kind: 'judged', weight: 1, scale: { min: 1, max: 10 }, ...change });

describe('award rules', () => {
  it('may be written in short, and are read again as they are kept', () => {
    const kept = award({
      aggregation: 'median',
      ties: ['criteria', { by: 'criterion', criterion: 'proof' }],
      levels: [{ level: ' Gold  Stevie ', atLeast: 7.75, floors: [{ criterion: 'proof', atLeast: '6.5' }] }],
      categories: { J02: { seats: 8 }, J01: { aggregation: 'mean' } },
    });
    expect(kept).toEqual({
      judges: 3,
      aggregation: { kind: 'median' },
      minimumPanel: 3,
      skipped: 'set-aside',
      official: 'raw',
      ties: [{ by: 'criteria' }, { by: 'criterion', criterion: 'proof' }],
      levels: [{ level: 'Gold Stevie', atLeast: '7.75', floors: [{ criterion: 'proof', atLeast: '6.5' }] }],
      seats: 3,
      categories: { J01: { aggregation: { kind: 'mean' } }, J02: { seats: 8 } },
    });
    expect(awardShape.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(awardProblems(kept)).toEqual([]);
  });

  it('of a single category stand in the place of those of the edition, and categories counted alike make one tally', () => {
    const kept = award({ seats: 3, categories: { B: { seats: 8 }, D: { seats: 8 }, E: {} } });
    expect([awardFor(kept, 'A').seats, awardFor(kept, 'B').seats, awardFor(kept, 'constructor').seats]).toEqual([3, 8, 3]);
    expect(awardGroups(kept, ['A', 'B', 'C', 'D', 'E']).map(({ rules, categories }) => [rules.seats, categories])).toEqual([
      [3, ['A', 'C', 'E']],
      [8, ['B', 'D']],
    ]);
  });

  it.each<[string, object, [string, string][]]>([
    [
      'two levels have one name',
      {
        levels: [
          { level: 'Gold', highest: true },
          { level: 'Gold', atLeast: 8 },
        ],
      },
      [['levels.1.level', 'award.level-twice']],
    ],
    [
      'a level stands behind one that asks for no more',
      {
        levels: [
          { level: 'Bronze', atLeast: 7 },
          { level: 'Silver', atLeast: '7.0', highest: true },
          { level: 'Fair', atLeast: 6 },
        ],
      },
      [['levels.1', 'award.level-never-reached']],
    ],
    [
      'thresholds are set where entries are only ordered',
      { aggregation: 'schulze', levels: [{ level: 'Gold', atLeast: 8 }] },
      [['levels.0', 'ranking.level-needs-score']],
    ],
    ['what is corrected is no mean', { aggregation: 'median', official: 'corrected' }, [['official', 'ranking.corrected-needs-mean']]],
    [
      'nothing is left out by a rule that drops',
      { aggregation: { kind: 'drop', high: 0, low: 0 } },
      [['aggregation', 'scoring.aggregation-not-valid']],
    ],
    [
      'two rounds have one name',
      {
        rounds: [
          { round: 'live', weight: 1 },
          { round: 'live', weight: 2 },
        ],
      },
      [['rounds.1.round', 'blend.source-twice']],
    ],
    ['a vote is worth nothing', { votes: { each: 0 } }, [['votes.each', 'award.vote-worth-nothing']]],
    [
      'only one category has something wrong',
      {
        categories: {
          J01: {
            levels: [
              { level: 'A', atLeast: 7 },
              { level: 'B', atLeast: 8 },
            ],
          },
        },
      },
      [['categories.J01.levels.1', 'award.level-never-reached']],
    ],
  ])('are refused where %s', (_what, written, expected) => {
    expect(awardProblems(award(written)).map(({ path, code }) => [path, code])).toEqual(expected);
  });
});

describe('the rules of a tally', () => {
  const cards = {
    short: { criteria: [judged('craft', { weight: 2 }), judged('proof')] },
    long: { criteria: [judged('craft', { weight: 2 }), judged('reach', { scale: { min: 0, max: 5, step: 0.5 } })] },
  };
  const made = (written: object, known: object, categories = { A: 'short', B: 'long' }) =>
    toTally({
      rules: awardFor(award(written), 'A'),
      scorecards: scorecards(known),
      categories: Object.entries(categories).map(([category, scorecard]) => ({ category, scorecard })),
      seed: 's',
    });
  const codes = (written: object, known: object, categories?: { A: string; B: string }) => {
    const found = made(written, known, categories);
    return found.ok ? [] : found.refusals.map(({ code }) => code);
  };

  it('hold every criterion of all scorecards once, with the categories it is of', () => {
    const found = made({}, cards);
    expect(found.ok && found.value).toEqual({
      version: 1,
      criteria: [
        { id: 'craft', weight: 2, scale: { min: 1, max: 10 } },
        { id: 'proof', weight: 1, scale: { min: 1, max: 10 }, categories: ['A'] },
        { id: 'reach', weight: 1, scale: { min: 0, max: 5, step: 0.5 }, categories: ['B'] },
      ],
      aggregation: { kind: 'mean' },
      notApplicable: 'renormalise',
      skipped: 'set-aside',
      official: 'raw',
      minimumPanel: 3,
      ties: [],
      levels: [],
      seats: 3,
      seed: 's',
      draws: 20_000,
      priors: null,
      seatsAtRandom: false,
    });
  });

  it('give a round the scorecard it has of its own, and the panel of all where it has none', () => {
    const found = made(
      {
        minimumPanel: 4,
        rounds: [
          { round: 'written', weight: 3 },
          { round: 'live', weight: 1, minimumPanel: 2, scorecard: 'stage' },
        ],
      },
      { ...cards, stage: { criteria: [judged('stage')] } },
    );
    const rounds = found.ok ? found.value.rounds : [];
    expect(
      rounds?.map(({ round, weight, minimumPanel, criteria }) => [round, weight, minimumPanel, criteria.map(({ id }) => id).join()]),
    ).toEqual([
      ['written', 3, 4, 'craft,proof,reach'],
      ['live', 1, 2, 'stage'],
    ]);
    expect(found.ok && found.value.criteria.map(({ id }) => id)).toEqual(['craft', 'proof', 'reach', 'stage']);
  });

  const metric = {
    key: 'hours',
    name: 'Hours',
    kind: 'metric',
    metric: 'resolution-time',
    weight: 1,
    scale: { min: 0, max: 10 },
    breakpoints: [
      { value: 1, mark: 10 },
      { value: 2, mark: 0 },
    ],
  };
  const count = (of: string) => ({ key: of, name: of, kind: 'count', of, each: 0.001 });
  const one = (...more: object[]) => ({ short: { criteria: [judged('craft'), ...more] } });
  const both = { A: 'short', B: 'short' };

  it.each<[string, string[], () => string[]]>([
    ['a scorecard is not there', ['award.unknown-scorecard'], () => codes({}, cards, { A: 'short', B: 'none' })],
    [
      'one key means two criteria',
      ['award.criterion-differs'],
      () => codes({}, { ...cards, long: { criteria: [judged('craft', { weight: 3 })] } }),
    ],
    [
      'a gate and a mark have one key',
      ['award.criterion-differs'],
      () => codes({}, { ...cards, long: { criteria: [judged('reach'), { key: 'craft', name: 'c', kind: 'gate' }] } }),
    ],
    [
      'what does not apply is taken in two ways',
      ['award.not-applicable-mixed'],
      () => codes({}, one(judged('a', { notApplicable: 'lowest' }), judged('b', { notApplicable: 'renormalise' })), both),
    ],
    ['votes and nominations are both added', ['award.counts-several'], () => codes({}, one(count('votes'), count('nominations')), both)],
    [
      'votes are added by the scorecard and by the rules',
      ['award.counts-several'],
      () => codes({ votes: { each: 1 } }, one(count('votes')), both),
    ],
    [
      'votes are added in one category alone',
      ['award.counts-several'],
      () => codes({}, { ...cards, long: { criteria: [judged('craft', { weight: 2 }), count('votes')] } }),
    ],
    [
      'a metric stands beside several rounds',
      ['award.metric-beside-rounds'],
      () =>
        codes(
          {
            rounds: [
              { round: 'a', weight: 1 },
              { round: 'b', weight: 1 },
            ],
          },
          one(metric),
          both,
        ),
    ],
    [
      'a tie is broken by a criterion nobody judges',
      ['tally.weight-without-marks'],
      () => codes({ ties: [{ by: 'criterion', criterion: 'none' }] }, cards),
    ],
    ['a tie of a blend is broken head to head', ['blend.rung-not-usable'], () => codes({ ties: ['head-to-head'] }, one(metric), both)],
    ['nothing is wrong', [], () => codes({}, one(metric, count('nominations')), both)],
  ])('are refused or made where %s', (_what, expected, found) => {
    expect(found()).toEqual(expected);
  });
});
