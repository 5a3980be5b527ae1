import { expect, test } from 'vitest';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { originsOf, untoldFacts } from './fact-origins.ts';
import { partShapes } from './parts.ts';

const parts = {
  forms: {
    entry: formOf(asks('number', 'people', { fact: 'company.staff' }), asks('date', 'begun')),
    other: formOf(asks('money', 'turnover', { currencies: ['EUR'], fact: 'company.revenue' })),
  },
  rules: partShapes.rules.parse({
    size: {
      needs: {
        all: [
          { fact: 'company.staff', atMost: 249 },
          { fact: 'company.revenue', below: '5 EUR' },
        ],
      },
    },
    begun: { needs: { any: [{ fact: 'answer.begun', since: '2024-01-01' }, { won: { category: 'same' } }] } },
    who: { needs: { fact: 'entry.nominator', equals: 'peer' } },
    liked: { needs: { fact: 'nominations.customer', atLeast: 3 } },
    unused: { needs: { fact: 'group.revenue', below: '5 EUR' } },
  }),
  categories: partShapes.categories.parse([
    { code: 'A', name: 'A', form: 'entry', rules: ['size', 'begun', 'who'], nominators: ['self', 'peer'] },
    { code: 'B', name: 'B', form: 'other', rules: ['size', 'begun', 'who'] },
    { code: 'C', name: 'C', retired: true, rules: ['unused'] },
    { code: 'D', name: 'D', form: 'other', divisions: [{ key: 'liked', name: 'Liked', rule: 'liked' }] },
  ]),
};

const told = (rule: string) =>
  originsOf(parts, rule).map(({ fact, origins, untold }) => [
    fact,
    origins.map((origin) => (origin.from === 'form' ? `${origin.form} ${origin.field.key}` : origin.from)),
    untold.map(({ node }) => node.code),
  ]);

test('a fact comes from the form of a category, the register, past winners or the entry; where nothing tells it, the category is named', () => {
  expect(told('size')).toEqual([
    ['company.staff', ['entry people', 'register'], []],
    ['company.revenue', ['other turnover'], ['A']],
  ]);
  expect(told('begun')).toEqual([
    ['answer.begun', ['entry begun'], ['B']],
    ['honours.wins', ['winners'], []],
    ['entry.category', ['entry'], []],
  ]);
  expect(told('who')).toEqual([['entry.nominator', ['entry'], ['B']]]);
});

test('what tells a division is asked like any rule, and what counts in no open category is missed by nobody', () => {
  expect([told('liked'), told('unused'), told('gone')]).toEqual([[['nominations.customer', [], ['D']]], [['group.revenue', [], []]], []]);
  expect(untoldFacts(parts)).toEqual(['answer.begun', 'company.revenue', 'entry.nominator', 'nominations.customer']);
});
