/** Rules of every form, few names and few values, so that two of them are often nearly the same. */
import fc from 'fast-check';
import type { FactValue, KnownFacts } from '#core/rules/facts.ts';
import { type AnswersTest, type Condition, type FactTest, type Rule, ruleShape, type WonTest } from '#core/rules/shape.ts';

const day = fc.constantFrom('2021-06-30', '2021-07-01', '2022-07-01', '2024-02-29');
const name = fc.constantFrom('a', 'b', 'c-1', '2023', 'J01', 'DE');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const field = fc.constantFrom('a', 'b', 'c-1');
const answer = fc
  .oneof(
    field,
    field.map((key) => `${key}.value`),
    field.map((key) => `${key}.period`),
  )
  .map((key) => `answer.${key}`);
const count = fc.integer({ min: 1, max: 4 });
const money = fc.constantFrom('0 USD', '99999999.99 USD', '100000000 USD', '100000000.00 USD', '100000000 EUR', '0.5 USD');
const number = fc.oneof(fc.integer({ min: -2, max: 4 }), fc.constantFrom(1000, 1000.5, 0.001));

const bound = fc
  .tuple(fc.constantFrom('atLeast', 'atMost', 'above', 'below'), fc.oneof(number, money), fc.boolean())
  .map(([operator, needed, proved]) => ({ [operator]: needed, ...(proved ? { proved: true } : {}) }));

const asked = fc.oneof(
  bound,
  fc.tuple(fc.constantFrom('since', 'until'), day).map(([operator, needed]) => ({ [operator]: needed })),
  fc.tuple(day, day).map(([from, to]) => ({ between: { from, to } })),
  fc.tuple(count, fc.option(day, { nil: undefined })).map(([yearsAtLeast, on]) => ({ yearsAtLeast, ...(on === undefined ? {} : { on }) })),
  fc.oneof(name, fc.boolean(), number).map((equals) => ({ equals })),
  names.map((oneOf) => ({ oneOf })),
  names.map((hasAnyOf) => ({ hasAnyOf })),
  fc.constant({ given: true }),
  fc.tuple(fc.constantFrom('wordsAtLeast', 'wordsAtMost'), count).map(([operator, needed]) => ({ [operator]: needed })),
);
const factNames = fc.oneof(
  answer,
  fc.constantFrom(
    'company.staff',
    'group.staff',
    'group.revenue',
    'company.operatingSince',
    'entry.category',
    'entry.updated',
    'nominations.peer',
  ),
);
const factTest = fc.tuple(factNames, asked).map(([fact, test]) => ({ fact, ...test }) as FactTest);
const answersTest: fc.Arbitrary<AnswersTest> = fc.record({
  answers: fc.uniqueArray(field, { minLength: 1, maxLength: 3 }),
  atLeast: count,
});
const wonTest: fc.Arbitrary<WonTest> = fc
  .record({
    editions: fc.option(names, { nil: undefined }),
    last: fc.option(count, { nil: undefined }),
    category: fc.constantFrom('any', 'same'),
  })
  .map(({ editions, last, category }) => ({
    won: { ...(editions ? { editions } : {}), ...(last === undefined ? {} : { last }), category },
  }));

/** A test or its contrary, of few facts, so that some contradict each other. */
export const literals: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom('answer.a', 'company.staff'), asked, fc.boolean())
  .map(([fact, test, negated]) => (negated ? { not: { fact, ...test } as FactTest } : ({ fact, ...test } as FactTest)));

const conditions: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: factTest },
    answersTest,
    wonTest,
    tie('any').map((not) => ({ not })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).any;

export const someRules: fc.Arbitrary<Rule> = fc
  .record({
    decides: fc.constantFrom('eligible', 'advice'),
    stage: fc.constantFrom('submit', 'screening'),
    when: fc.option(conditions, { nil: undefined }),
    needs: conditions,
  })
  .map(({ when, ...rest }) => ruleShape.parse({ ...rest, ...(when ? { when } : {}) }));

const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  number,
  day,
  name,
  money,
  names,
  fc.record({ is: fc.oneof(number, money), proved: fc.boolean() }),
  fc.record({ least: fc.integer({ min: -2, max: 2 }), most: fc.integer({ min: 2, max: 4 }), proved: fc.boolean() }),
  fc.record({ words: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ from: day, to: fc.option(day) }),
  fc.record({ from: day }, { requiredKeys: [] }),
  fc.record({ code: name, in: names }),
);
const wins = fc.array(fc.record({ edition: name, ago: count, category: name }, { requiredKeys: [] }), { maxLength: 3 });

export const someFacts: fc.Arbitrary<KnownFacts> = fc
  .tuple(fc.dictionary(factNames, value, { maxKeys: 10 }), fc.option(wins, { nil: undefined }), fc.option(day, { nil: undefined }))
  .map(([facts, won, on]) => ({ ...facts, ...(won ? { 'honours.wins': won } : {}), ...(on === undefined ? {} : { 'entry.day': on }) }));

/** One leaf, one word or one number of a rule made another: what a slip of the pen makes of it. */
export function slips(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [
      ...value.flatMap((each: unknown, i) => slips(each).map((slip) => value.map((old: unknown, j) => (i === j ? slip : old)))),
      ...(value.length > 1 ? [value.slice(1), [...value].reverse()] : []),
    ];
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    const others: Readonly<Record<string, string>> = {
      all: 'any',
      any: 'all',
      atLeast: 'above',
      above: 'atLeast',
      atMost: 'below',
      below: 'atMost',
      since: 'until',
      until: 'since',
      oneOf: 'hasAnyOf',
      wordsAtLeast: 'wordsAtMost',
    };
    return [
      ...entries.flatMap(([key, held]) => slips(held).map((slip) => ({ ...value, [key]: slip }))),
      ...entries.flatMap(([key]) => {
        const other = Object.hasOwn(others, key) ? others[key] : undefined;
        return other === undefined ? [] : [Object.fromEntries(entries.map(([name, held]) => [name === key ? other : name, held]))];
      }),
      ...entries
        .filter(([key]) => ['proved', 'on', 'when', 'last', 'editions'].includes(key))
        .map(([key]) => Object.fromEntries(entries.filter(([name]) => name !== key))),
      ...('fact' in value || 'all' in value || 'any' in value ? [{ not: value }] : []),
    ];
  }
  if (typeof value === 'number') return [value + 1, -value];
  if (typeof value === 'boolean') return [!value];
  const swaps: Readonly<Record<string, string>> = {
    any: 'same',
    same: 'any',
    submit: 'screening',
    screening: 'submit',
    eligible: 'advice',
    advice: 'eligible',
  };
  if (typeof value !== 'string') return [];
  return [
    swaps[value],
    value.replace('USD', 'EUR'),
    value.replace('company.', 'group.'),
    value.replace('-01', '-02'),
    value.replace('answer.a', 'answer.b'),
    value === 'a' ? 'b' : 'a',
  ].filter((slip) => slip !== undefined && slip !== value);
}
