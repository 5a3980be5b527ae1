import { expect, test } from 'vitest';
import { askedIn, type Stated, statedIn, statedProblems, type Takes } from './stated.ts';

const said = (nomineeKind: Stated['nomineeKind'], nominator: Stated['nominator']): Stated => ({ nomineeKind, nominator });

test.each<[Takes, Stated, Stated, readonly string[]]>([
  [{}, said(null, null), said(null, null), []],
  [{}, said('team', 'peer'), said('team', 'peer'), []],
  [{ nominees: ['team'], nominators: ['self'] }, said(null, null), said('team', 'self'), []],
  // One kind is the category's own to say.
  [{ nominees: ['team'], nominators: ['self'] }, said('person', 'customer'), said('team', 'self'), []],
  [{ nominees: ['team', 'person'] }, said(null, 'peer'), said(null, 'peer'), ['nomineeKind: field.required']],
  [
    { nominees: ['team', 'person'], nominators: ['peer', 'customer'] },
    said('technology', 'self'),
    said('technology', 'self'),
    ['nomineeKind: field.not-one-of', 'nominator: field.not-one-of'],
  ],
  [{ nominees: ['team', 'person'], nominators: ['peer', 'customer'] }, said('person', 'customer'), said('person', 'customer'), []],
])('a category that takes %j of an entry that says %j counts %j', (takes, stated, counts, problems) => {
  expect(statedIn(takes, stated)).toEqual(counts);
  expect(statedProblems(takes, statedIn(takes, stated)).map(({ path, code }) => `${path}: ${code}`)).toEqual(problems);
});

test('an entrant is asked only where there is something to choose', () => {
  expect(askedIn({ nominees: ['team'] })).toEqual({ nomineeKind: [], nominator: [] });
  expect(askedIn({ nominees: ['team', 'person'], nominators: ['self', 'peer'] })).toEqual({
    nomineeKind: ['team', 'person'],
    nominator: ['self', 'peer'],
  });
});
