import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literals, someFacts, someRules } from '#tests/support/rules/arbitrary.ts';
import { canonicalRule } from './canonical.ts';
import { clashes } from './clashes.ts';
import { type Rule, ruleShape, rulesShape } from './shape.ts';
import { judge, judgeRule } from './verdict.ts';

const rule = (parts: object): Rule => ruleShape.parse(parts);

describe('the verdict of a rule', () => {
  it('stays what it is when more becomes known, unless it was open', () => {
    fc.assert(
      fc.property(someRules, someFacts, someFacts, (one, facts, more) => {
        const before = judgeRule('one', one, facts).verdict;
        const after = judgeRule('one', one, { ...more, ...facts }).verdict;
        expect(before === 'unknown' ? after : before).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for a rule and for its canonical form, which has no other', () => {
    fc.assert(
      fc.property(someRules, someFacts, (one, facts) => {
        const canonical = { ...one, ...canonicalRule(one) };
        expect(judgeRule('one', canonical, facts).verdict).toBe(judgeRule('one', one, facts).verdict);
        expect(canonicalRule(canonical)).toEqual(canonicalRule(one));
      }),
      { numRuns: 300 },
    );
  });

  it('is open only where it names a fact to be known', () => {
    fc.assert(
      fc.property(someRules, someFacts, (one, facts) => {
        const { verdict, missing, reasons } = judgeRule('one', one, facts);
        expect(missing.length > 0).toBe(verdict === 'unknown');
        expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is yes where the rule does not apply, and open where nobody knows whether it does', () => {
    const asked = rule({ when: { fact: 'company.staff', atLeast: 50 }, needs: { fact: 'answer.report', given: true } });
    const cases = [
      { 'company.staff': 49 },
      { 'company.staff': 50 },
      { 'company.staff': 50, 'answer.report': null },
      { 'answer.report': null },
      { 'answer.report': ['x'] },
    ].map((facts) => {
      const { applies, verdict, missing } = judgeRule('one', asked, facts);
      return [applies, verdict, ...missing];
    });
    expect(cases).toEqual([
      ['no', 'yes'],
      ['yes', 'unknown', 'answer.report'],
      ['yes', 'no'],
      ['unknown', 'unknown', 'company.staff'],
      ['unknown', 'yes'],
    ]);
  });

  it('gives the parts that decided as reasons, with where they stand and what was found', () => {
    const asked = rule({
      needs: {
        all: [
          { fact: 'company.staff', atLeast: 10 },
          {
            not: {
              any: [
                { fact: 'answer.a', equals: true },
                { fact: 'nominations.self', above: 2 },
              ],
            },
          },
        ],
      },
    });
    const { reasons } = judgeRule('one', asked, { 'company.staff': 12, 'answer.a': false, 'nominations.self': 3 });
    expect(reasons).toEqual([
      { path: 'needs.all.1.not.any.1', test: { fact: 'nominations.self', above: 2 }, negated: true, answer: 'no', had: 3, missing: [] },
    ]);
  });
});

describe('several rules', () => {
  const needs = (fact: string) => ({ needs: { fact, given: true } });
  const rules = rulesShape.parse({
    a: needs('answer.a'),
    b: { ...needs('answer.b'), stage: 'screening' },
    c: { ...needs('answer.c'), decides: 'advice' },
  });
  it.each<[string, object, string, string, string[]]>([
    ['all that is asked is there', { 'answer.a': 1, 'answer.b': 1, 'answer.c': 1 }, 'yes', 'yes', []],
    ['what screening asks is missing', { 'answer.a': 1, 'answer.b': null }, 'yes', 'no', []],
    ['what screening asks is not known', { 'answer.a': 1 }, 'yes', 'unknown', ['answer.b']],
    ['one says no and one is open', { 'answer.a': null }, 'no', 'no', ['answer.b']],
    ['only advice is not followed', { 'answer.a': 1, 'answer.b': 1, 'answer.c': null }, 'yes', 'yes', []],
  ])('where %s, come to a verdict as it is sent in and at screening', (_what, facts, submit, screening, missing) => {
    const known = facts as Readonly<Record<string, number | null>>;
    expect(judge(rules, known, 'submit').verdict).toBe(submit);
    expect(judge(rules, known)).toMatchObject({ verdict: screening, missing });
  });
});

describe('rules that can never be met', () => {
  const told = (parts: object) =>
    clashes(rulesShape.parse({ r: parts })).map(({ path, code }) => [path.replace(/^r\.|\.not$/g, ''), code.slice(12)]);
  const two = (a: object, b: object) => told({ needs: { all: [a, b] } });
  const staff = (test: object) => ({ fact: 'company.staff', ...test });

  it.each<[string, object, object]>([
    ['at least 5 and at most 3', staff({ atLeast: 5 }), staff({ atMost: 3 })],
    ['at least 5 and less than 5', staff({ atLeast: 5 }), staff({ below: 5 })],
    ['more than 5 and not more than 5', staff({ above: 5 }), { not: staff({ above: 5 }) }],
    ['at least 5 and equal to 4', staff({ atLeast: 5 }), staff({ equals: 4 })],
    ['one option and another', { fact: 'answer.a', equals: 'x' }, { fact: 'answer.a', oneOf: ['y', 'z'] }],
    ['an option and none of it', { fact: 'answer.a', equals: 'x' }, { not: { fact: 'answer.a', oneOf: ['x', 'z'] } }],
    ['yes and no', { fact: 'answer.a', equals: true }, { fact: 'answer.a', equals: false }],
    ['since a day after until', { fact: 'answer.a', since: '2022-01-01' }, { fact: 'answer.a', until: '2021-12-31' }],
    ['not given and at least so much', { not: { fact: 'answer.a', given: true } }, { fact: 'answer.a', atLeast: 1 }],
    ['more money than there may be', { fact: 'group.revenue', atLeast: '2 USD' }, { fact: 'group.revenue', atMost: '1.99 USD' }],
  ])('are named: %s', (_what, a, b) => {
    expect(two(a, b)).toEqual([['needs.all.1', 'never-holds']]);
  });

  it.each<[string, object, object]>([
    ['at least 5 and at most 5', staff({ atLeast: 5 }), staff({ atMost: 5 })],
    ['bounds of two facts', staff({ atLeast: 5 }), { fact: 'group.staff', atMost: 3 }],
    ['two currencies', { fact: 'group.revenue', atLeast: '2 USD' }, { fact: 'group.revenue', atMost: '1 EUR' }],
    [
      'two categories, of which one may stand in the other',
      { fact: 'entry.category', equals: 'J01' },
      { fact: 'entry.category', equals: 'J01A' },
    ],
    [
      'years to two days',
      { fact: 'answer.a', yearsAtLeast: 3, on: '2026-01-01' },
      { not: { fact: 'answer.a', yearsAtLeast: 2, on: '2025-01-01' } },
    ],
    ['one of two and not one of them', { fact: 'answer.a', oneOf: ['x', 'y'] }, { not: { fact: 'answer.a', equals: 'x' } }],
    ['two options neither of which it is', { not: { fact: 'answer.a', equals: 'x' } }, { not: { fact: 'answer.a', equals: 'y' } }],
  ])('are not seen where there are none: %s', (_what, a, b) => {
    expect(two(a, b)).toEqual([]);
  });

  it('are seen across when and within choices, and so is what always holds', () => {
    const when = staff({ atLeast: 50 });
    expect(told({ when, needs: staff({ below: 50 }) })).toEqual([['needs', 'never-holds']]);
    expect(told({ when, needs: staff({ atLeast: 10 }) })).toEqual([['needs', 'always-holds']]);
    expect(told({ needs: { any: [staff({ atLeast: 3 }), staff({ below: 5 })] } })).toEqual([['needs.any.1', 'always-holds']]);
    expect(told({ when, needs: { any: [staff({ below: 20 }), { fact: 'answer.a', given: true }] } })).toEqual([
      ['needs.any.0', 'never-holds'],
    ]);
    expect(told({ needs: { answers: ['a', 'b'], atLeast: 3 } })).toEqual([['needs', 'never-holds']]);
    expect(told({ needs: { fact: 'answer.a', between: { from: '2022-01-02', to: '2022-01-01' } } })).toEqual([['needs', 'never-holds']]);
  });

  it('are never met, whatever the facts: what is named is true', () => {
    let named = 0;
    fc.assert(
      fc.property(fc.array(literals, { minLength: 2, maxLength: 6 }), fc.array(someFacts, { minLength: 5, maxLength: 5 }), (all, facts) => {
        const whole = rule({ needs: { all } });
        if (clashes({ r: whole }).every(({ code }) => code !== 'eligibility.never-holds')) return;
        named += 1;
        for (const each of facts) expect(judgeRule('r', whole, each).verdict).not.toBe('yes');
      }),
      { numRuns: 500 },
    );
    expect(named).toBeGreaterThan(20);
  });
});
