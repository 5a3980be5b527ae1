/**
 * Rules of who may enter, as data: who writes them needs no program, and who is refused can read which one it was.
 * A condition is all, any or not of others, or a test of one fact with one operator; `facts.ts` lists the facts. Days are days of the
 * programme's wall calendar; an amount of money is one text, `100000000 USD`.
 */
import { z } from 'zod';
import { key } from '../editions/key.ts';
import { inKeyOrder, localTextUpTo } from '../languages/local-text.ts';
import { anyOf } from './one-shape.ts';

/** `2021-07-01`, and a day there is. */
const day = z.iso.date({ error: 'not-a-day' });

/** Digits, perhaps decimals, and the currency by ISO 4217. */
export const moneyForm = /^((?:0|[1-9]\d{0,14})(?:\.\d{1,4})?) ([A-Z]{3})$/;
const money = z.string().regex(moneyForm, { error: 'not-money' });
const number = z.number().min(-1e12).max(1e12);
const count = z.int().min(1).max(100_000);

/** An option of a field, a code of a category, a country, an edition. */
const named = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, { error: 'not-a-name' });
const names = z
  .array(named)
  .min(1)
  .max(200)
  .refine((list) => new Set(list).size === list.length, { error: 'twice' });

const amount = anyOf<string | number>((value) => (typeof value === 'string' ? money : number));
const same = anyOf<string | number | boolean>((value) =>
  typeof value === 'string' ? named : typeof value === 'boolean' ? z.boolean() : number,
);

/** What a fact is held against, each by its word. Both ends of a span of days belong to it. */
const operands = {
  atLeast: amount,
  atMost: amount,
  above: amount,
  below: amount,
  since: day,
  until: day,
  between: z.strictObject({ from: day, to: day }),
  /** Full years from the day that is the fact to the day `on`, or to the day the entry is sent in. */
  yearsAtLeast: z.int().min(1).max(1000),
  equals: same,
  oneOf: names,
  /** Of a choice of several: at least one of these was chosen. */
  hasAnyOf: names,
  given: z.literal(true),
  wordsAtLeast: count,
  wordsAtMost: count,
} as const;

export type Operator = keyof typeof operands;
export const operators = Object.keys(operands) as readonly Operator[];
export const bounds = ['atLeast', 'atMost', 'above', 'below'] as const satisfies readonly Operator[];
const isBound = (operator: string) => (bounds as readonly string[]).includes(operator);

type Operands = { readonly [Op in Operator]: z.output<(typeof operands)[Op]> };

/** A fact under one operator. `proved`: a statement alone is not enough, somebody has to have seen a proof. */
export type FactTest = {
  readonly [Op in Operator]: { readonly fact: string; readonly on?: string; readonly proved?: true } & {
    readonly [Only in Op]: Operands[Op];
  };
}[Operator];

/** At least so many of these fields have an answer. */
const answersTest = z
  .strictObject({ answers: z.array(key).min(1).max(200), atLeast: count })
  .refine(({ answers }) => new Set(answers).size === answers.length, { error: 'twice', path: ['answers'] });
export type AnswersTest = Readonly<z.output<typeof answersTest>>;

/**
 * The nominee won before: in one of these editions, or in one of the last so many, or ever; in any category or in the one it is now
 * entered in. Neither said, it is any earlier edition; both said, both have to hold.
 */
const wonTest = z.strictObject({
  won: z.strictObject({
    editions: names.optional(),
    last: z.int().min(1).max(100).optional(),
    category: z.enum(['any', 'same']).default('any'),
  }),
});
export type WonTest = {
  readonly won: { readonly editions?: readonly string[]; readonly last?: number; readonly category: 'any' | 'same' };
};

export type Test = FactTest | AnswersTest | WonTest;
export type Condition =
  | Test
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One shape an operator: a refusal then speaks of the one that was meant. */
const factTests = new Map(
  operators.map((operator): [Operator, z.ZodType] => [
    operator,
    z.strictObject({
      fact: z.string().min(1).max(150),
      [operator]: operands[operator],
      ...(operator === 'yearsAtLeast' ? { on: day.optional() } : {}),
      ...(isBound(operator) ? { proved: z.literal(true).optional() } : {}),
    }),
  ]),
);

const refuse = (error: string): z.ZodType => z.never({ error });

function factTestFor(written: Readonly<Record<string, unknown>>): z.ZodType {
  const [first, ...more] = operators.filter((operator) => operator in written);
  if (more.length > 0) return refuse('several-tests');
  return (first && factTests.get(first)) ?? refuse('no-test');
}

const kinds = ['all', 'any', 'not', 'won', 'answers', 'fact'] as const;

function shapeFor(value: unknown): z.ZodType {
  if (!isMap(value)) return refuse('not-a-condition');
  const [kind, ...more] = kinds.filter((each) => each in value);
  if (kind === undefined) return refuse('not-a-condition');
  if (more.length > 0) return refuse('several-conditions');
  return kind === 'fact' ? factTestFor(value) : conditionShapes[kind];
}

const nested: z.ZodType<Condition> = anyOf((value) => shapeFor(value) as z.ZodType<Condition>);
const several = z.array(nested).min(1).max(100);
const conditionShapes = {
  all: z.strictObject({ all: several }),
  any: z.strictObject({ any: several }),
  not: z.strictObject({ not: nested }),
  won: wonTest,
  answers: answersTest,
} as const;

const deepest = 12;

/** How many conditions stand in each other; counted without recursion, as nobody has looked at the value yet. */
function isTooDeep(value: unknown): boolean {
  const waiting: (readonly [unknown, number])[] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [held, depth] = next;
    if (depth > deepest) return true;
    if (!isMap(held)) continue;
    const parts = [held.all, held.any].flatMap((list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []));
    for (const each of 'not' in held ? [...parts, held.not] : parts) waiting.push([each, depth + 1]);
  }
  return false;
}

const conditionShape: z.ZodType<Condition> = anyOf((value) => (isTooDeep(value) ? (refuse('too-deep') as z.ZodType<Condition>) : nested));

/**
 * One rule. `decides`: whether an entry is eligible, or only what its entrant is told. `stage`: when it is first asked: as the entry is
 * sent in, or at screening, when people have looked at proofs. Where `when` does not hold, the rule says nothing. `says`: the
 * organiser's own sentence to the entrant.
 */
export const ruleShape = z.strictObject({
  name: localTextUpTo(200).optional(),
  decides: z.enum(['eligible', 'advice']).default('eligible'),
  stage: z.enum(['submit', 'screening']).default('submit'),
  when: conditionShape.optional(),
  needs: conditionShape,
  says: localTextUpTo(1000).optional(),
});
export type Rule = z.output<typeof ruleShape>;
export type Stage = Rule['stage'];

const most = 500;
/** By their keys, which categories and divisions name. */
export const rulesShape = z
  .record(key, ruleShape)
  .refine((map) => Object.keys(map).length <= most, { error: 'too-many' })
  .overwrite(inKeyOrder);
export type Rules = Readonly<z.output<typeof rulesShape>>;
