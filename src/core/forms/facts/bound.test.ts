/** Questions bound to facts of the rules: which may be, what is refused, and what the rules hear. */
import { describe, expect, it } from 'vitest';
import { asks, formOf, option } from '#tests/support/forms/form.ts';
import { answerFacts } from '../../rules/form-facts.ts';
import { field } from '../fields.ts';
import { formProblems } from '../problems.ts';
import { formShape } from '../shape.ts';
import { askableFacts, fitsFact } from './bound.ts';

const choiceOf = (keys: readonly string[], more = {}) => asks('choice', 'c', { options: keys.map(option), ...more });

describe('a question that answers a fact of the rules', () => {
  it.each<[string, object, string[]]>([
    ['an amount of money', asks('money', 'm', { currencies: ['USD'] }), ['company.revenue', 'group.revenue']],
    [
      'a number',
      asks('number', 'n'),
      ['company.staff', 'group.staff', 'nominations.all', 'nominations.customer', 'nominations.peer', 'nominations.self'],
    ],
    ['a date', asks('date', 'd'), ['company.operatingSince']],
    ['a box to tick', asks('consent', 'b', { text: 'Updated.' }), ['entry.updated']],
    ['yes and no', choiceOf(['yes', 'no']), ['entry.updated']],
    ['countries', choiceOf(['ie', 'gb'], { other: true }), ['company.country']],
    ['sizes', choiceOf(['micro', 'small', 'medium', 'large']), ['company.staff', 'group.staff']],
    ['sizes and something else', choiceOf(['small', 'large'], { other: true }), []],
    ['several countries', choiceOf(['ie', 'gb'], { choose: { max: 2 } }), []],
    ['any choice', choiceOf(['bank', 'shop']), []],
    ['a text', asks('short-text', 't'), []],
    ['a file', asks('files', 'f'), []],
  ])('%s', (_what, one, facts) => {
    expect(askableFacts.filter((fact) => fitsFact(field.parse(one), fact))).toEqual(facts);
  });

  it('is refused where its answer cannot be the fact, and where another one answers it already', () => {
    const form = formOf(
      asks('number', 'people', { fact: 'group.staff' }),
      asks('date', 'founded', { fact: 'group.staff' }),
      asks('number', 'agents', { fact: 'company.staff' }),
    );
    expect(formProblems(form).map(({ path, code, facts }) => [path, code, facts])).toEqual([
      ['sections.0.items.1.fact', 'forms.fact-of-another-kind', { field: 'founded', fact: 'group.staff', kind: 'date' }],
      ['sections.0.items.1.fact', 'forms.fact-twice', { field: 'founded', fact: 'group.staff', first: 'people' }],
    ]);
    for (const fact of ['honours.wins', 'entry.day', 'answer.people', 'constructor'])
      expect(
        formShape.safeParse({ title: 'F', sections: [{ key: 's', title: 'S', items: [asks('number', 'n', { fact })] }] }).success,
      ).toBe(false);
  });

  it('is written as it was read, and without a fact nothing is written of one', () => {
    const form = formOf(asks('number', 'people', { fact: 'group.staff' }), asks('number', 'agents'));
    expect(formShape.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(JSON.stringify(form).match(/"fact"/g)).toHaveLength(1);
  });
});

describe('what rules hear of it', () => {
  const sizes = choiceOf(['small', 'large']);
  const form = formOf(
    asks('money', 'm', { currencies: ['USD'], fact: 'group.revenue' }),
    { ...sizes, key: 'size', fact: 'company.staff' },
    { ...choiceOf(['ie', 'gb'], { other: true }), key: 'country', fact: 'company.country' },
    asks('date', 'd', { fact: 'company.operatingSince', condition: { field: 'size', is: ['large'] } }),
    asks('consent', 'b', { text: 'Updated.', fact: 'entry.updated' }),
  );
  const heard = (answers: object) =>
    Object.fromEntries(Object.entries(answerFacts(form, { ...answers })).filter(([name]) => !name.startsWith('answer.')));

  it('is what was answered, by nobody proved', () => {
    const answers = {
      m: { minor: 49_999_999_999, currency: 'USD' },
      size: { options: ['large'] },
      country: { options: ['ie'] },
      d: '2019-03-01',
      b: true,
    };
    expect(heard(answers)).toEqual({
      'group.revenue': '499999999.99 USD',
      'company.staff': { least: 250, proved: false },
      'company.country': 'IE',
      'company.operatingSince': '2019-03-01',
      'entry.updated': true,
      'entry.answers': 5,
    });
  });

  it('is nothing where nothing was said or asked, no of a box that is not ticked, and not a country that was only written down', () => {
    expect(heard({ size: { options: ['small'] }, country: { options: [], other: 'Elsewhere' }, d: '2019-03-01' })).toEqual({
      'group.revenue': null,
      'company.staff': { least: 10, most: 49, proved: false },
      'company.operatingSince': null,
      'entry.updated': false,
      'entry.answers': 2,
    });
  });
});
