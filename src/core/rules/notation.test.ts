import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, writeYaml } from '#platform/formats/yaml.ts';
import { someRules } from '#tests/support/rules/arbitrary.ts';
import type { AnswerKinds } from './facts.ts';
import { readRules } from './problems.ts';
import { rulesShape } from './shape.ts';

describe('rules as they are written', () => {
  it('are the same when read, written and read again', () => {
    const key = fc.constantFrom('a', 'b', 'c-1', 'constructor');
    const text = fc
      .string({ minLength: 1 })
      .filter((each) => rulesShape.safeParse({ a: { name: each, needs: { fact: 'entry.day', given: true } } }).success);
    fc.assert(
      fc.property(fc.dictionary(key, fc.tuple(someRules, fc.option(text))), (each) => {
        const map = Object.fromEntries(
          Object.entries(each).map(([name, [rule, says]]) => [name, says === null ? rule : { ...rule, says }]),
        );
        const once = rulesShape.parse(map);
        const written = writeYaml(once);
        const read = readYaml(written);
        const again = rulesShape.parse(read.ok ? read.value : undefined);
        expect(again).toEqual(once);
        expect(writeYaml(again)).toBe(written);
      }),
      { numRuns: 100 },
    );
  });

  const faults = (rules: unknown, answers?: AnswerKinds) => {
    const read = readRules(rules, answers);
    return read.ok ? [] : read.problems.map(({ path, code, facts }) => [path, code.slice('eligibility.'.length), facts.needed ?? null]);
  };

  it('have everything told that is wrong with them, each at its path', () => {
    const wrong = {
      'Not a key': { needs: { fact: 'company.staff', atLeast: 1 } },
      empty: {},
      lists: { needs: { all: [{ any: [] }, 5, {}, { all: [], any: [] }] } },
      tests: {
        stage: 'later',
        says: '',
        needs: {
          all: [
            { fact: 'company.stuff', atLeast: 3 },
            { fact: 'company.staff' },
            { fact: 'company.staff', atLeast: 1, atMost: 3 },
            { fact: 'company.staff', atLeast: '5 Dollars', sinse: 1 },
            { fact: 'answer.a', since: '2021-02-30' },
            { fact: 'company.staff', since: '2021-02-28' },
            { answers: ['a', 'a'], atLeast: 0 },
          ],
        },
      },
    };
    expect(faults(wrong)).toEqual([
      ['Not a key', 'not-valid', 'key'],
      ['empty.needs', 'missing', 'not-a-condition'],
      ['lists.needs.all.0.any', 'not-valid', 'more'],
      ['lists.needs.all.1', 'not-valid', 'not-a-condition'],
      ['lists.needs.all.2', 'not-valid', 'not-a-condition'],
      ['lists.needs.all.3', 'not-valid', 'several-conditions'],
      ['tests.stage', 'not-valid', 'one-of'],
      ['tests.needs.all.1', 'not-valid', 'no-test'],
      ['tests.needs.all.2', 'not-valid', 'several-tests'],
      ['tests.needs.all.3.atLeast', 'not-valid', 'not-money'],
      ['tests.needs.all.3.sinse', 'unknown-key', null],
      ['tests.needs.all.4.since', 'not-valid', 'not-a-day'],
      ['tests.needs.all.6.atLeast', 'not-valid', 'least'],
      ['tests.needs.all.6.answers', 'not-valid', 'twice'],
      ['tests.says', 'not-valid', 'text'],
      ['tests.needs.all.0.fact', 'unknown-fact', null],
      ['tests.needs.all.3.atLeast', 'unfit-value', null],
      ['tests.needs.all.5.since', 'unfit-test', null],
    ]);
  });

  it('are held against the fields of the form where it is known', () => {
    const form: AnswerKinds = { 'answer.size': { type: 'choice', options: ['small', 'large'] }, 'answer.terms': { type: 'yes-no' } };
    const needs = {
      all: [
        { fact: 'answer.size', oneOf: ['small', 'huge'] },
        { fact: 'answer.terms', equals: 'yes' },
        { fact: 'answer.terms', wordsAtMost: 5 },
        { fact: 'answer.budget', given: true },
        { answers: ['size', 'budget'], atLeast: 1 },
        { fact: 'entry.nominee', equals: 'robot' },
        { fact: 'group.revenue', below: 5 },
      ],
    };
    expect(faults({ r: { needs } }, form)).toEqual([
      ['r.needs.all.0.oneOf.1', 'unknown-option', null],
      ['r.needs.all.1.equals', 'unfit-value', null],
      ['r.needs.all.2.wordsAtMost', 'unfit-test', null],
      ['r.needs.all.3.fact', 'unknown-field', null],
      ['r.needs.all.4.answers.1', 'unknown-field', null],
      ['r.needs.all.5.equals', 'unknown-option', null],
      ['r.needs.all.6.below', 'unfit-value', null],
    ]);
    expect(faults({ r: { needs: { all: needs.all.slice(1, 4) } } })).toEqual([]);
  });

  it('may be at most 12 deep, and what is far deeper ends in a refusal as well', () => {
    const nested = (depth: number): object => (depth === 1 ? { fact: 'company.staff', atLeast: 1 } : { not: nested(depth - 1) });
    let endless: object = {};
    for (let i = 0; i < 50_000; i += 1) endless = { not: endless };
    expect(faults({ r: { needs: nested(12) } })).toEqual([]);
    for (const needs of [nested(13), endless]) expect(faults({ r: { needs } })).toEqual([['r.needs', 'not-valid', 'too-deep']]);
  });
});
