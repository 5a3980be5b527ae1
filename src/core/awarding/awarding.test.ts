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

  it('say of a criterion what becomes of it where it does not apply only where not all are taken alike', () => {
    const written = (...ways: string[]) => ({
      short: { criteria: ways.map((notApplicable, i) => judged(`c${i}`, { notApplicable })) },
      long: { criteria: [judged('c0')] },
    });
    const ways = (...given: string[]) => {
      const found = made({}, written(...given));
      return found.ok && [found.value.notApplicable, ...found.value.criteria.map(({ notApplicable = '–' }) => notApplicable)];
    };
    expect(ways('renormalise', 'not-allowed')).toEqual(['renormalise', '–', '–']);
    expect(ways('lowest', 'not-allowed')).toEqual(['lowest', '–', '–']);
    expect(ways('lowest', 'renormalise', 'not-allowed')).toEqual(['renormalise', 'lowest', '–', '–']);
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
  const count = (key: string) => ({ key, name: key, kind: 'count', of: key === 'votes' ? 'votes' : 'nominations', each: 0.001 });
  const one = (...more: object[]) => ({ short: { criteria: [judged('craft'), ...more] } });
  const both = { A: 'short', B: 'short' };
  const two = [
    { round: 'a', weight: 3 },
    { round: 'b', weight: 1, scorecard: 'stage' },
  ];

  it('name each of several things that are counted, with the categories it is added in; of one thing nobody needs the name', () => {
    const counts = (written: object, known: object, categories?: { A: string; B: string }) => {
      const found = made(written, known, categories);
      return found.ok && [found.value.votes, found.value.counts];
    };
    const each = { each: '0.001' };
    expect(counts({}, one(count('names')), both)).toEqual([each, undefined]);
    expect(counts({}, one(count('names'), { ...count('letters'), atMost: 1 }), both)).toEqual([
      undefined,
      [
        { count: 'names', ...each },
        { count: 'letters', ...each, atMost: '1' },
      ],
    ]);
    expect(counts({ votes: { each: 2 } }, { ...one(count('names')), long: { criteria: [judged('craft')] } })).toEqual([
      undefined,
      [
        { count: 'names', ...each, categories: ['A'] },
        { count: 'votes', each: '2' },
      ],
    ]);
  });

  it('count a measure within the round whose scorecard holds it, in whole numbers of one ratio', () => {
    const parts = (written: object, known: object, firstRoundOnly = false) => {
      const found = toTally({
        rules: awardFor(award(written), 'A'),
        scorecards: scorecards(known),
        categories: [{ category: 'A', scorecard: 'short' }],
        seed: 's',
        firstRoundOnly,
      });
      if (!found.ok) return found.refusals.map(({ code }) => code);
      const { rounds = [], metrics = [] } = found.value;
      return [...rounds.map(({ round, weight }) => `${round} ${weight}`), ...metrics.map((each) => `${each.metric} ${each.weight}`)];
    };
    const stage = { criteria: [judged('stage')] };
    // Of 3 parts one third is measured, so 2 to 1 to the 1 of the other round; and likewise where that is recorded.
    const cards = { short: { criteria: [judged('craft', { weight: 2 }), metric] }, stage };
    expect(parts({ rounds: two }, cards)).toEqual(['a 2', 'b 1', 'hours 1']);
    expect(parts({ rounds: two }, cards, true)).toEqual(['a 2', 'hours 1', 'b 1']);
    // 3 · 1/3 and 3 · 2/3 to 1 · 3/4 and 1 · 1/4.
    const measured = {
      short: { criteria: [judged('craft'), { ...metric, weight: 2 }] },
      stage: { criteria: [judged('stage', { weight: 3 }), { ...metric, key: 'days' }] },
    };
    expect(parts({ rounds: two }, measured)).toEqual(['a 4', 'b 3', 'hours 8', 'days 1']);
    // A round judged by the same scorecard measures the same: 3 · 2/3 to 1 · 2/3 to (3 + 1) · 1/3.
    const again = [two[0], { round: 'b', weight: 1 }];
    expect(parts({ rounds: again }, cards)).toEqual(['a 3', 'b 1', 'hours 2']);
    expect(parts({ rounds: [two[0]] }, cards)).toEqual(['a null', 'hours 1']);
  });

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
      'what does not apply is taken in two ways of one criterion',
      ['award.not-applicable-mixed'],
      () =>
        codes(
          {},
          {
            short: { criteria: [judged('a', { notApplicable: 'lowest' })] },
            long: { criteria: [judged('a', { notApplicable: 'renormalise' })] },
          },
        ),
    ],
    [
      'votes are added by the scorecard and by the rules under one name',
      ['award.counts-several'],
      () => codes({ votes: { each: 1 } }, one(count('votes')), both),
    ],
    [
      'a count is called like a round',
      ['blend.source-twice'],
      () => codes({ votes: { each: 1 }, rounds: [{ round: 'names', weight: 1 }] }, one(count('names')), both),
    ],
    [
      'measuring weighs more on one scorecard than on another beside several rounds',
      ['award.metric-beside-rounds'],
      () =>
        codes(
          { rounds: two },
          {
            ...one(metric),
            stage: { criteria: [judged('stage')] },
            long: { criteria: [judged('craft'), { ...metric, key: 'days', weight: 2 }] },
          },
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
