import { expect, it } from 'vitest';
import type { KnownFacts } from '#core/rules/facts.ts';
import { ruleShape } from '#core/rules/shape.ts';
import { judgeRule } from '#core/rules/verdict.ts';
import { reasonSentence } from './reasons.ts';

const sentences = (needs: object, facts: object): string[] =>
  judgeRule('rule', ruleShape.parse({ needs }), facts as KnownFacts).reasons.map((reason) => reasonSentence(reason));

it.each<[string, object, object]>([
  [
    'The company has been operating for 2 full years on 1 March 2026; at least 3 are needed.',
    { fact: 'company.operatingSince', yearsAtLeast: 3, on: '2026-03-01' },
    { 'company.operatingSince': '2023-03-02' },
  ],
  [
    'The number of nominations by customers is 2; at least 3 is needed.',
    { fact: 'nominations.customer', atLeast: 3 },
    { 'nominations.customer': 2 },
  ],
  [
    'The revenue of the company including its parents is 100,000,000 USD; less than 100,000,000 USD is needed.',
    { fact: 'group.revenue', below: '100000000 USD', proved: true },
    { 'group.revenue': { is: '100000000 USD', proved: false } },
  ],
  [
    'The revenue of the company is 5 EUR, and the rule counts in another currency: it asks that the revenue of the company is at least 1 USD.',
    { fact: 'company.revenue', atLeast: '1 USD' },
    { 'company.revenue': '5 EUR' },
  ],
  [
    'The number of people who work for the company is 10 to 49, and the rule asks that the number of people who work for the company is at most 20.',
    { fact: 'company.staff', atMost: 20 },
    { 'company.staff': { least: 10, most: 49, proved: true } },
  ],
  [
    'The answer “a” is from 30 June 2021 and still going on, and the rule asks that the answer “a” lies on or after 1 July 2021.',
    { fact: 'answer.a', since: '2021-07-01' },
    { 'answer.a': { from: '2021-06-30', to: null } },
  ],
  [
    'The nominee won “J01” in “2023”, and the rule asks that the nominee did not win in any category in an earlier edition.',
    { not: { won: {} } },
    { 'honours.wins': [{ edition: '2023', category: 'J01' }] },
  ],
  [
    'It is not known when or in which category the nominee won in “2023”, and the rule asks that the nominee did not win in the same category in an earlier edition.',
    { not: { won: { category: 'same' } } },
    { 'honours.wins': [{ edition: '2023' }], 'entry.category': { code: 'J01', in: [] } },
  ],
  [
    '1 of the 2 answers is given, and the rule asks that at least 2 of the answers “a”, “b” are given.',
    { answers: ['a', 'b'], atLeast: 2 },
    { 'answer.a': 1, 'answer.b': null },
  ],
  [
    'The answer “a” was left empty, and the rule asks that the answer “a” is yes.',
    { fact: 'answer.a', equals: true },
    { 'answer.a': null },
  ],
  ['The answer “a” is not given, and has to be.', { fact: 'answer.a', given: true }, { 'answer.a': null }],
  [
    'The answer “a” has at most 625 words: the answer “a” is 600 words long.',
    { fact: 'answer.a', wordsAtMost: 625 },
    { 'answer.a': { words: 600 } },
  ],
])('a reason is a plain sentence: %s', (sentence, needs, facts) => {
  expect(sentences(needs, facts)).toEqual([sentence]);
});
