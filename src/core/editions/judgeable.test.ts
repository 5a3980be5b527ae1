import { expect, it } from 'vitest';
import { judgeableProblems } from './judgeable.ts';
import { partShapes } from './parts.ts';

const judged = { kind: 'judged', key: 'effect', name: 'Effect', weight: 1, scale: { min: 1, max: 10 } };
const gate = { kind: 'gate', key: 'honest', name: 'Honest' };
const scorecards = partShapes.scorecards.parse({ main: { criteria: [judged] }, team: { criteria: [judged, gate] } });
const found = (categories: unknown) =>
  judgeableProblems({ categories: partShapes.categories.parse(categories), scorecards }).map(({ path, code }) => `${path} ${code}`);

it('an edition whose categories share one plain scorecard can be judged, whatever other scorecards it keeps', () => {
  expect(
    found([
      { code: 'A', name: 'A' },
      { code: 'B', name: 'B', scorecard: 'team', retired: true },
    ]),
  ).toEqual([]);
});

it('two scorecards in use, and criteria ballots have no place for, are said before anybody enters', () => {
  expect(
    found([
      { code: 'A', name: 'A' },
      { code: 'B', name: 'B', scorecard: 'team' },
    ]),
  ).toEqual(['scorecards editions.several-scorecards', 'scorecards.team editions.not-on-ballots']);
});
