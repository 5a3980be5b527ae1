import { expect, it } from 'vitest';
import { award } from '#tests/support/tally/award.ts';
import { partShapes } from '../editions/parts.ts';
import { fraction } from '../numeric/fraction.ts';
import { openLevels } from '../ranking/levels.ts';
import { type EditionCount, editionTallies, isPlainCount } from './edition-tallies.ts';

const judged = (key: string, weight: number, max = 10, change: object = {}) => ({
  kind: 'judged',
  key,
  name: key,
  weight,
  scale: { min: 1, max },
  ...change,
});
const scorecards = partShapes.scorecards.parse({
  main: { criteria: [judged('effect', 2), judged('craft', 1)] },
  team: { criteria: [judged('effect', 1), judged('spirit', 1)] },
  short: { criteria: [judged('idea', 1, 5)] },
  again: { criteria: [judged('effect', 2), judged('reach', 1)] },
});
const on = (...cards: readonly string[]) => cards.map((scorecard, i) => ({ category: String.fromCharCode(65 + i), scorecard }));
const given = (change: Partial<EditionCount>): EditionCount => ({
  award: award({}),
  scorecards,
  categories: on('main', 'main'),
  seed: 'edition',
  ...change,
});

function tallied(change: Partial<EditionCount>) {
  const made = editionTallies(given(change));
  return made.ok
    ? made.value.map(({ categories, rules }) => [categories.join(''), rules.criteria.map(({ id }) => id).join()])
    : made.refusals;
}

it('categories are counted together as far as their scorecards go together and are told on one scale', () => {
  expect(tallied({ categories: on('main', 'team', 'short', 'again', 'main') })).toEqual([
    ['AED', 'effect,craft,reach'],
    ['B', 'effect,spirit'],
    ['C', 'idea'],
  ]);
});

it('categories with one way for what does not apply stay apart from those with another, as they always were; one with both is counted', () => {
  const way = (notApplicable: string) => ({ notApplicable });
  const cards = partShapes.scorecards.parse({
    main: { criteria: [judged('effect', 2), judged('left', 1, 10, way('renormalise'))] },
    team: { criteria: [judged('effect', 2), judged('low', 1, 10, way('lowest'))] },
    both: { criteria: [judged('left', 1, 10, way('renormalise')), judged('low', 1, 10, way('lowest'))] },
  });
  expect(tallied({ scorecards: cards, categories: on('main', 'team') })).toEqual([
    ['A', 'effect,left'],
    ['B', 'effect,low'],
  ]);
  expect(tallied({ scorecards: cards, categories: on('both', 'team', 'main') })).toEqual([['ABC', 'left,low,effect']]);
});

it('categories in which another thing is counted stay apart, as they always were, until one of them counts several', () => {
  const count = (key: string) => ({ kind: 'count', key, name: key, of: 'nominations', each: '0.1' });
  const cards = partShapes.scorecards.parse({
    main: { criteria: [judged('effect', 1)] },
    team: { criteria: [judged('effect', 1), count('names')] },
    both: { criteria: [judged('effect', 1), count('names'), count('letters')] },
  });
  const by = (...used: readonly string[]) => {
    const found = editionTallies(given({ scorecards: cards, categories: on(...used) }));
    return (
      found.ok && found.value.map(({ categories, rules }) => [categories.join(''), rules.counts?.map((each) => each.count).join() ?? null])
    );
  };
  expect(by('main', 'team')).toEqual([
    ['A', null],
    ['B', null],
  ]);
  expect(by('both', 'main')).toEqual([['AB', 'names,letters']]);
});

it('what a single category is counted by otherwise makes a tally of its own, and what cannot be counted is said once', () => {
  expect(tallied({ categories: on('main', 'main', 'main'), award: award({ categories: { B: { seats: 8 } } }) })).toEqual([
    ['AC', 'effect,craft'],
    ['B', 'effect,craft'],
  ]);
  const ties = [{ by: 'criterion', criterion: 'speed' }];
  expect(tallied({ award: award({ ties }), categories: on('main', 'main') })).toMatchObject([
    { code: 'tally.weight-without-marks', facts: { criterion: 'speed' } },
  ]);
});

it('a count is plain until somebody asks for more than the weighted mean of one scorecard', () => {
  const plain = (change: Partial<EditionCount>) => isPlainCount(given(change));
  expect([plain({}), plain({ award: award({ judges: 5, minimumPanel: 4 }) })]).toEqual([true, true]);
  const odd = (change: object) =>
    plain({ scorecards: partShapes.scorecards.parse({ main: { criteria: [judged('a', 1), judged('b', 1, 10, change)] } }) });
  expect([
    plain({ categories: on('main', 'team') }),
    plain({ award: award({ levels: [{ level: 'Gold', highest: true }] }) }),
    plain({ award: award({ categories: { A: { minimumPanel: 4 } } }) }),
    odd({ scale: { min: 0, max: 10 } }),
    odd({ scale: { min: 1, max: 10, step: 0.5 } }),
    odd({ notApplicable: 'renormalise' }),
  ]).toEqual(Array.from({ length: 6 }, () => false));
});

it('levels that would have to compare an entry nobody is ranked with are left to people, above and below nothing else', () => {
  const { levels } = award({
    levels: [
      { level: 'Gold', highest: true, atLeast: '7.75' },
      { level: 'Silver', atLeast: '7.75' },
      { level: 'Finalist', top: 3, atLeast: '6' },
    ],
  });
  const rules = levels.map(({ level, atLeast, highest, top }) => ({
    level,
    ...(atLeast !== undefined && { atLeast }),
    ...(highest && { highest }),
    ...(top !== undefined && { top }),
  }));
  const open = (n: number, d = 1) => openLevels({ score: fraction(n, d) }, rules);
  expect([open(31, 4), open(7749, 1000), open(5)]).toEqual([['Gold', 'Silver', 'Finalist'], ['Finalist'], []]);
  expect(openLevels({ score: fraction(9) }, rules.slice(1))).toEqual([]);
});
