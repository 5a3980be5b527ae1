import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRule } from '#core/rules/canonical.ts';
import { type Rule, ruleShape } from '#core/rules/shape.ts';
import { slips, someRules } from '#tests/support/rules/arbitrary.ts';
import { ruleSentence } from './sentence.ts';

const meaning = (rule: Rule): string => JSON.stringify(canonicalRule(rule));
const say = (needs: unknown, more: object = {}): string => ruleSentence(ruleShape.parse({ needs, ...more }));

describe('the sentence of a rule', () => {
  it.each<[string, unknown, object]>([
    [
      'An entry may be sent in only if the company has been operating for at least 3 years on 1 March 2026.',
      { fact: 'company.operatingSince', yearsAtLeast: 3, on: '2026-03-01' },
      {},
    ],
    [
      'An entry passes screening only if the revenue of the company including its parents is less than 100,000,000 USD (with proof).',
      { fact: 'group.revenue', below: '100000000.00 USD', proved: true },
      { stage: 'screening' },
    ],
    [
      'Where the nominee won in any category in the edition before this one: an entry may be sent in only if the nominee did not win in the same category in the edition before this one or the entry has been updated with recent achievements.',
      { any: [{ not: { won: { last: 1, category: 'same' } } }, { fact: 'entry.updated', equals: true }] },
      { when: { won: { last: 1 } } },
    ],
    [
      'Before an entry is sent in, it is advised that the answer “a” is given, (the answer “b” is yes or the answer “c” lies on or after 1 July 2021), and the number of nominations by peers is at least 3.',
      {
        all: [
          { fact: 'answer.a', given: true },
          {
            any: [
              { fact: 'answer.b', equals: true },
              { fact: 'answer.c', since: '2021-07-01' },
            ],
          },
          { fact: 'nominations.peer', atLeast: 3 },
        ],
      },
      { decides: 'advice' },
    ],
    [
      'An entry may be sent in only if it is not so that (the answer “a” has at most 625 words and the category of the entry is within one of “J01”, “J02”).',
      {
        not: {
          all: [
            { fact: 'answer.a', wordsAtMost: 625 },
            { fact: 'entry.category', oneOf: ['J01', 'J02'] },
          ],
        },
      },
      {},
    ],
    ['An entry may be sent in only if fewer than 2 of the answers “a”, “b” are given.', { not: { answers: ['a', 'b'], atLeast: 2 } }, {}],
  ])('is plain: %s', (sentence, needs, more) => {
    expect(say(needs, more)).toBe(sentence);
  });

  it('calls fields by their names, with the key wherever a name could be another’s', () => {
    const needs = { answers: ['a', 'b', 'c', 'd', 'e'], atLeast: 1 };
    const names = { a: 'Staff', b: 'Year', c: 'Year', d: 'e', x: 'E' };
    expect(ruleSentence(ruleShape.parse({ needs }), names)).toContain('answers “Staff”, “Year” (b), “Year” (c), “e” (d), “e” is given');
  });

  it('is never that of a rule which says something else, among 2,000 rules', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(someRules, (rule) => {
        const [sentence, said] = [ruleSentence(rule), meaning(rule)];
        expect(seen.get(sentence) ?? said).toBe(said);
        seen.set(sentence, said);
      }),
      { numRuns: 2000 },
    );
  });

  it('is another one after any slip that makes the rule say something else', () => {
    let pairs = 0;
    fc.assert(
      fc.property(someRules, (rule) => {
        for (const slip of slips(rule)) {
          const read = ruleShape.safeParse(slip);
          if (!read.success || meaning(read.data) === meaning(rule)) continue;
          pairs += 1;
          expect(ruleSentence(read.data)).not.toBe(ruleSentence(rule));
        }
      }),
      { numRuns: 200 },
    );
    expect(pairs).toBeGreaterThan(1000);
  });

  it('is the same for all ways to write the same rule', () => {
    const [a, b] = [
      { fact: 'answer.a', given: true },
      { fact: 'company.staff', atLeast: 3 },
    ];
    const ways = [{ all: [a, b] }, { all: [{ all: [a] }, b] }, { not: { not: { all: [a, b, a] } } }, { any: [{ all: [a, { any: [b] }] }] }];
    expect(new Set(ways.map((needs) => say(needs))).size).toBe(1);
  });
});
