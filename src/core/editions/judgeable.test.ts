import { expect, it } from 'vitest';
import { award } from '#tests/support/tally/award.ts';
import { judgeableProblems } from './judgeable.ts';
import { partShapes } from './parts.ts';

const judged = { kind: 'judged', key: 'effect', name: 'Effect', weight: 1, scale: { min: 1, max: 10 } };
const count = { kind: 'count', key: 'names', name: 'Nominations', of: 'nominations', each: '0.1' };
const scorecards = partShapes.scorecards.parse({
  main: { criteria: [judged] },
  team: { criteria: [judged, count] },
  short: { criteria: [{ ...judged, scale: { min: 0, max: 5 } }] },
});
const found = (categories: unknown, rules: object = {}) =>
  judgeableProblems({ categories: partShapes.categories.parse(categories), scorecards, award: award(rules) }).map(
    ({ path, code, facts }) => `${path} ${code} ${Object.values(facts).join()}`,
  );
const two = [
  { code: 'A', name: 'A' },
  { code: 'B', name: 'B', scorecard: 'short' },
];

it('an edition can be judged by several scorecards, whatever others it keeps', () => {
  expect(found(two)).toEqual([]);
  expect(found([...two, { code: 'C', name: 'C', scorecard: 'team', retired: true }])).toEqual([]);
});

it('what is measured, counted, voted or marked in a further round is recorded beside the ballots of the first', () => {
  const rounds = [
    { round: 'judges', weight: 3 },
    { round: 'members', weight: 1, scorecard: 'short' },
  ];
  expect(found([...two, { code: 'C', name: 'C', scorecard: 'team' }])).toEqual([]);
  expect(found(two, { rounds })).toEqual([]);
  expect(found(two, { votes: { each: '0.001' } })).toEqual([]);
  expect(found([...two, { code: 'C', name: 'C', scorecard: 'team' }], { votes: { each: '0.001' } })).toEqual([]);
});

it('award rules no season can carry out yet are said before anybody enters, wherever they stand', () => {
  const rules = {
    rounds: [{ round: 'written', weight: 1, scorecard: 'short' }],
    aggregation: 'schulze',
    categories: { B: { aggregation: 'instant-runoff' } },
  };
  expect(found(two, rules)).toEqual([
    'award.rounds editions.not-counted rounds',
    'award.aggregation editions.not-counted schulze',
    'award.categories.B.aggregation editions.not-counted instant-runoff',
  ]);
  expect(found(two, { ties: [{ by: 'criterion', criterion: 'speed' }] })[0]).toMatch(/^award tally.weight-without-marks speed/);
});
