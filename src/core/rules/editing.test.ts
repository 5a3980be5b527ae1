import fc from 'fast-check';
import { expect, it } from 'vitest';
import { someRules } from '#tests/support/rules/arbitrary.ts';
import { conditionFrom, fieldOf, type Row, rowsOf } from './editing.ts';
import type { FactType } from './facts.ts';
import { rulesProblems, shapeProblems } from './problems.ts';
import { type Condition, ruleShape } from './shape.ts';

const row = (fact: string, test: string, value = '', more: Partial<Row> = {}): Row => ({
  fact,
  test,
  value,
  not: false,
  proved: false,
  ...more,
});
const types: Readonly<Record<string, FactType>> = { 'entry.updated': 'yes-no', 'company.staff': 'number' };
const typeOf = (fact: string) => types[fact];
const made = (...rows: Row[]) => conditionFrom({ join: 'any', rows }, typeOf);

it.each<[string, unknown, Row]>([
  [
    'an amount',
    { fact: 'group.revenue', below: '100000000 USD', proved: true },
    row('group.revenue', 'below', '100,000,000 USD', { proved: true }),
  ],
  ['a number', { fact: 'company.staff', atMost: 1249 }, row('company.staff', 'atMost', ' 1,249 ')],
  [
    'a span of days',
    { fact: 'answer.a', between: { from: '2021-07-01', to: '2022-06-30' } },
    row('answer.a', 'between', '2021-07-01 to 2022-06-30'),
  ],
  [
    'years to a day',
    { fact: 'company.operatingSince', yearsAtLeast: 3, on: '2026-03-01' },
    row('company.operatingSince', 'yearsAtLeast', '3, 2026-03-01'),
  ],
  ['a no', { fact: 'entry.updated', equals: false }, row('entry.updated', 'equals', 'no')],
  ['a list', { fact: 'entry.category', oneOf: ['J01', 'J02'] }, row('entry.category', 'oneOf', 'J01, J02')],
  ['the contrary', { not: { fact: 'answer.a', given: true } }, row('answer.a', 'given', '', { not: true })],
  ['a win of last year', { won: { last: 1, category: 'same' } }, row('won.same', 'wonLast', '1')],
  ['a win of some editions', { won: { editions: ['2023', '2024'], category: 'any' } }, row('won.any', 'wonEditions', '2023 2024')],
])('a row is %s of the notation', (_what, condition, written) => {
  expect(made(written)).toEqual(condition);
});

it('rows that nothing was written in are passed over, and nothing at all is no condition', () => {
  expect(made(row('', ''), row('answer.a', 'given'), row('', ''), row('answer.b', 'given'))).toEqual({
    any: [
      { fact: 'answer.a', given: true },
      { fact: 'answer.b', given: true },
    ],
  });
  expect(made(row('', '', '  '))).toBeUndefined();
});

it('what has rows is the same when they are sent back as they were shown', () => {
  // Whether a text is a number, a yes or a name is told by the kind of its fact.
  const typeIn = (condition: Condition): FactType | undefined => {
    const test = 'not' in condition ? condition.not : condition;
    if (!('equals' in test)) return undefined;
    return ({ boolean: 'yes-no', number: 'number', string: 'choice' } as const)[typeof test.equals as 'boolean'];
  };
  fc.assert(
    fc.property(someRules, ({ needs }) => {
      const parts = 'all' in needs ? needs.all : 'any' in needs ? needs.any : [needs];
      const shown = parts.flatMap((part) => {
        const rows = 'all' in part || 'any' in part ? undefined : rowsOf(part);
        return rows ? [{ part, rows }] : [];
      });
      const again = shown.map(({ part, rows }) => ruleShape.parse({ needs: conditionFrom(rows, () => typeIn(part)) }).needs);
      expect(again).toEqual(shown.map(({ part }) => part));
    }),
    { numRuns: 200 },
  );
});

it('every fault is told at the field of the row it stands in', () => {
  const rows = [
    row('', ''),
    row('company.stuff', 'atLeast', '3'),
    row('company.staff', 'atLeast', 'many'),
    row('company.staff', ''),
    row('company.staff', 'since', '2021-02-28', { not: true }),
  ];
  const rule = { needs: made(...rows) };
  const read = ruleShape.safeParse(rule);
  const problems = [
    ...(read.success ? [] : shapeProblems(rule, read.error.issues)),
    ...rulesProblems({ r: rule }).map((each) => ({ ...each, path: each.path.slice(2) })),
  ];
  const fields = problems.map(({ path, code }) => [
    fieldOf(path.split('.').slice(1), { join: 'any', rows }),
    code.slice('eligibility.'.length),
  ]);
  expect(fields).toEqual([
    ['2.value', 'not-valid'],
    ['3.test', 'not-valid'],
    ['1.fact', 'unknown-fact'],
    ['2.value', 'unfit-value'],
    ['4.value', 'unfit-test'],
  ]);
});
