import { expect, test } from 'vitest';
import { publishProblems } from './readiness.ts';

const times = { entriesOpenAt: 0, entriesCloseAt: 10, judgingOpenAt: null, judgingCloseAt: 20, announcedAt: null };

test('an edition with a category, a criterion and a possible timeline may be published', () => {
  expect(publishProblems({ times, categories: 1, criteria: 1 })).toEqual([]);
});

test('all that is missing is named at once, each at its part', () => {
  const found = publishProblems({ times: { ...times, judgingCloseAt: 10 }, categories: 0, criteria: 0 });
  expect(found.map(({ path, code }) => [path, code])).toEqual([
    ['categories', 'programmes.no-category'],
    ['criteria', 'programmes.no-criterion'],
    ['judgingCloseAt', 'season.judging-closes-before-open'],
  ]);
});
