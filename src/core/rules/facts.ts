/** The facts rules may ask for, and what is known of one entry. The editor lists them, the check knows no others. */
import { z } from 'zod';
import { inKeyOrder } from '../languages/local-text.ts';
import { anyOf } from './one-shape.ts';
import { moneyForm, type Operator } from './shape.ts';

/** What kind of value a fact has. `present`: files, addresses and the like, of which only being there can be asked. */
export type FactType = 'number' | 'money' | 'day' | 'period' | 'choice' | 'choices' | 'yes-no' | 'words' | 'present' | 'category' | 'wins';

/** Where a fact comes from, so that whoever misses one knows where to look. */
export type FactSource = 'company' | 'group' | 'nominations' | 'honours' | 'entry' | 'form';

export type FactKind = {
  readonly type: FactType;
  readonly from: FactSource;
  readonly unit?: 'people' | 'nominations' | 'answers' | 'files';
  /** The options of a choice, where they are known. */
  readonly options?: readonly string[];
};

/** `group`: the company together with all it belongs to and all that belongs to them. */
export const factKinds = {
  'company.country': { type: 'choice', from: 'company' },
  'company.operatingSince': { type: 'day', from: 'company' },
  'company.revenue': { type: 'money', from: 'company' },
  'company.staff': { type: 'number', from: 'company', unit: 'people' },
  'entry.answers': { type: 'number', from: 'entry', unit: 'answers' },
  'entry.category': { type: 'category', from: 'entry' },
  'entry.day': { type: 'day', from: 'entry' },
  'entry.files': { type: 'number', from: 'entry', unit: 'files' },
  'entry.nominator': { type: 'choice', from: 'entry', options: ['self', 'peer', 'customer'] },
  'entry.nominee': { type: 'choice', from: 'entry', options: ['person', 'team', 'organisation', 'technology'] },
  'entry.updated': { type: 'yes-no', from: 'entry' },
  'group.revenue': { type: 'money', from: 'group' },
  'group.staff': { type: 'number', from: 'group', unit: 'people' },
  'honours.wins': { type: 'wins', from: 'honours' },
  'nominations.all': { type: 'number', from: 'nominations', unit: 'nominations' },
  'nominations.customer': { type: 'number', from: 'nominations', unit: 'nominations' },
  'nominations.peer': { type: 'number', from: 'nominations', unit: 'nominations' },
  'nominations.self': { type: 'number', from: 'nominations', unit: 'nominations' },
} as const satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof factKinds;
export const isFactName = (name: string): name is FactName => Object.hasOwn(factKinds, name);

/** The answer to a field; of a claim of a metric also its `value` and its `period`. */
const answerForm = /^answer\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.(?:value|period))?$/;
export const isAnswer = (name: string): boolean => answerForm.test(name);

/** What is known of the fields of a form, by the names of their facts (`answer.revenue`). */
export type AnswerKinds = Readonly<Record<string, Omit<FactKind, 'from'>>>;

/** What kind a fact is; undefined where nobody knows such a fact, or where the form is not known. */
export function kindOf(name: string, answers?: AnswerKinds): FactKind | undefined {
  if (isFactName(name)) return factKinds[name];
  const kind = answers && Object.hasOwn(answers, name) ? answers[name] : undefined;
  return kind && { ...kind, from: 'form' };
}

/** Which operators can be asked of which kind of fact. Of wins, `won` asks. */
export const fitting: Readonly<Record<FactType, readonly Operator[]>> = {
  number: ['atLeast', 'atMost', 'above', 'below', 'equals', 'given'],
  money: ['atLeast', 'atMost', 'above', 'below', 'given'],
  day: ['since', 'until', 'between', 'yearsAtLeast', 'given'],
  period: ['since', 'until', 'between', 'given'],
  choice: ['equals', 'oneOf', 'given'],
  choices: ['hasAnyOf', 'given'],
  'yes-no': ['equals', 'given'],
  words: ['wordsAtLeast', 'wordsAtMost', 'given'],
  present: ['given'],
  category: ['equals', 'oneOf'],
  wins: [],
};

const day = z.iso.date();
const amount = anyOf((value): z.ZodType<string | number> => (typeof value === 'string' ? z.string().regex(moneyForm) : z.number()));
const text = z.string().min(1).max(200);

/** An amount with whether somebody has seen a proof of it. */
const stated = z.strictObject({ is: amount, proved: z.boolean() });
/** A number of which only the class is known, both ends within it; without `most` there is no end. */
const classed = z.strictObject({ least: z.number(), most: z.number().optional(), proved: z.boolean() });
/** `to` null: it still goes on. */
const period = z.strictObject({ from: day.optional(), to: day.nullable().optional() });
const words = z.strictObject({ words: z.int().min(0) });
/** A category with all it stands in, so that a win known only by its family counts within it. */
const category = z.strictObject({ code: text, in: z.array(text).default([]) });
/** `ago`: 1 for the edition before this one. What an old list does not tell is left out. */
const win = z.strictObject({ edition: text.optional(), ago: z.int().min(1).optional(), category: text.optional() });
export type Win = z.output<typeof win>;

function shapeOfValue(value: unknown): z.ZodType {
  if (Array.isArray(value)) return value.some((each) => typeof each === 'object') ? z.array(win) : z.array(text);
  if (typeof value !== 'object' || value === null) return z.union([z.null(), z.boolean(), z.number(), z.string().max(200)]);
  if ('is' in value) return stated;
  if ('least' in value) return classed;
  if ('words' in value) return words;
  return 'code' in value ? category : period;
}

/** A value as JSON has it. Null: it is known that there is none, as an answer left empty. What is not known is not there at all. */
export type FactValue =
  | null
  | boolean
  | number
  | string
  | readonly string[]
  | readonly Win[]
  | Readonly<z.output<typeof stated>>
  | Readonly<z.output<typeof classed>>
  | Readonly<z.output<typeof period>>
  | Readonly<z.output<typeof words>>
  | Readonly<z.output<typeof category>>;

export type KnownFacts = Readonly<Record<string, FactValue>>;

/** Facts written down, for trying a rule. Names are looked at by whoever knows the form. */
export const knownFactsShape = z
  .record(
    z.string().refine((name) => isFactName(name) || isAnswer(name), { error: 'unknown-fact' }),
    anyOf((value) => shapeOfValue(value) as z.ZodType<FactValue>),
  )
  .overwrite(inKeyOrder);

/** The value of a fact; undefined where it is not known. Names like `constructor` are no facts. */
export function factOf(facts: KnownFacts, name: string): FactValue | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}
