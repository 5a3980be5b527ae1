import { expect, it } from 'vitest';
import { award, scorecards } from '#tests/support/tally/award.ts';
import { awardFor } from './by-category.ts';
import { examplesOf, rangeOf } from './examples.ts';

const tenths = { min: 1, max: 10 };
const shown = (written: object, range: { min: number; max: number } | null = tenths) =>
  examplesOf(awardFor(award(written), ''), range).map(({ score, place, tied, level, goesThrough }) =>
    [`${score ?? '–'}`, `${tied ? '=' : ''}${place}`, level ?? '–', ...(goesThrough ? ['through'] : [])].join(' '),
  );

const stevie = [
  { level: 'Gold', highest: true, atLeast: '7.75' },
  { level: 'Stevie', atLeast: '7.75' },
];

it('a threshold and the score just below it are always among the examples', () => {
  expect(shown({ levels: stevie, seats: 2 })).toEqual([
    '9 =1 Gold through',
    '9 =1 Gold through',
    '8 3 Stevie',
    '7.75 4 Stevie',
    '7.749 5 –',
    '6 6 –',
    '4 7 –',
    '2 8 –',
  ]);
});

it('places alone decide where nothing has a score to ask for', () => {
  const levels = [{ level: 'Shortlisted', top: 3 }];
  expect(shown({ aggregation: 'schulze', levels }, null).slice(1, 5)).toEqual([
    '– 2 Shortlisted through',
    '– 3 Shortlisted through',
    '– 4 –',
    '– 5 –',
  ]);
});

it('floors are held against an entry marked alike on every criterion', () => {
  const levels = [{ level: 'Gold', atLeast: '9', floors: [{ criterion: 'craft', atLeast: '9.5' }] }];
  expect(shown({ levels }).filter((line) => line.includes('Gold'))).toEqual(['9.5 1 Gold through']);
});

it('scores lie on the scale of the scorecard, on that of all rounds together, or where the way of counting puts them', () => {
  const card = (min: number, max: number) => ({ criteria: [{ key: `c${max}`, name: 'C', kind: 'judged', scale: { min, max } }] });
  const cards = scorecards({ main: card(1, 10), stage: card(0, 100) });
  const range = (written: object) =>
    rangeOf({ rules: awardFor(award(written), 'A'), scorecards: cards, categories: [{ category: 'A', scorecard: 'main' }] }, 5);
  const rounds = [
    { round: 'written', weight: 1 },
    { round: 'live', weight: 1, scorecard: 'stage' },
  ];
  expect(range({})).toEqual({ min: 1, max: 10 });
  expect(range({ rounds })).toEqual({ min: 0, max: 100 });
  expect(range({ aggregation: 'sum' })).toEqual({ min: 5, max: 50 });
  expect(range({ aggregation: { kind: 'approval', from: 8 } })).toEqual({ min: 0, max: 1 });
  expect(range({ aggregation: 'borda' })).toBeNull();
  expect(range({ ties: [{ by: 'criterion', criterion: 'luck' }] })).toEqual({ min: 1, max: 10 });
});
