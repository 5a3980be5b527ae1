/**
 * What to ask somebody who wants to know whether they may enter: the facts the rules ask for, each in the form the rules' own tests have.
 * Every question may be left open, and is then a fact nobody knows.
 */

import { type FactValue, factKinds, isFactName, type KnownFacts, type Win } from '../facts.ts';
import type { Rule, Test, WonTest } from '../shape.ts';
import { factsAsked } from './asked.ts';

/** Which editions a rule asks about. */
export type WonSpan = Pick<WonTest['won'], 'editions' | 'last'>;

export type Question = { readonly name: string } & (
  | { readonly kind: 'number' | 'words' | 'day' | 'yes-no' | 'given' }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'won'; readonly span: WonSpan }
);

/** Chosen where none of the options is right. */
export const another = '-';

const optionsIn = (tests: readonly Test[]): string[] =>
  tests.flatMap((test) => {
    if ('oneOf' in test) return test.oneOf;
    if ('hasAnyOf' in test) return test.hasAnyOf;
    return 'equals' in test && typeof test.equals === 'string' ? [test.equals] : [];
  });

type Form = Question extends infer Q ? (Q extends Question ? Omit<Q, 'name'> : never) : never;

function formOf(name: string, tests: readonly Test[]): Form {
  const test = tests.find((each) => 'fact' in each && !('given' in each));
  if (!test || !('fact' in test)) return { kind: 'given' };
  if ('since' in test || 'until' in test || 'between' in test || 'yearsAtLeast' in test) return { kind: 'day' };
  if ('wordsAtLeast' in test || 'wordsAtMost' in test) return { kind: 'words' };
  if ('equals' in test && typeof test.equals === 'boolean') return { kind: 'yes-no' };
  const options = [...new Set(optionsIn(tests))];
  if (options.length > 0) {
    const kind = isFactName(name) ? factKinds[name] : undefined;
    return { kind: 'hasAnyOf' in test ? 'choices' : 'choice', options: kind && 'options' in kind ? kind.options : options };
  }
  const needed = [test]
    .flatMap((each): unknown[] => Object.values(each))
    .find((value): value is string => typeof value === 'string' && value !== name);
  return needed === undefined ? { kind: 'number' } : { kind: 'money', currency: needed.slice(-3) };
}

const spanName = ({ editions, last }: WonSpan): string =>
  ['won', ...(editions ?? []), ...(last === undefined ? [] : [`last${last}`])].join('.');

function wonQuestions(tests: readonly Test[]): Question[] {
  const spans = tests.flatMap((test) => ('won' in test ? [{ editions: test.won.editions, last: test.won.last }] : []));
  const named = new Map(
    spans.map(({ editions, last }) => [
      spanName({ ...(editions && { editions }), ...(last !== undefined && { last }) }),
      { editions, last },
    ]),
  );
  return [...named].map(([name, { editions, last }]): Question => {
    return { name, kind: 'won', span: { ...(editions && { editions }), ...(last !== undefined && { last }) } };
  });
}

/** What nobody has to be asked: the page knows it. */
const answeredBy = new Set(['entry.category', 'entry.day']);

/** In the order the rules ask; `known`: what need not be asked. */
export function questionsFor(rules: readonly Rule[], known: ReadonlySet<string>): readonly Question[] {
  return [...factsAsked(rules)].flatMap(([name, tests]): Question[] => {
    if (name === 'honours.wins') return wonQuestions(tests);
    return answeredBy.has(name) || known.has(name) ? [] : [{ name, ...formOf(name, tests) }];
  });
}

/** What somebody answered to the question of a name: one line for each ticked box. Empty: left open. */
export type Given = (name: string) => readonly string[];

const digits = /^\d{1,12}(?:\.\d{1,4})?$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;

function valueIn(question: Question, lines: readonly string[]): FactValue | undefined {
  const [first = ''] = lines;
  const text = first.trim().replaceAll(/(?<=\d)[, ](?=\d{3})/g, '');
  if (text === '') return undefined;
  switch (question.kind) {
    case 'number':
      return digits.test(text) ? Number(text) : undefined;
    case 'words':
      return /^\d{1,6}$/.test(text) ? { words: Number(text) } : undefined;
    case 'money':
      return digits.test(text) ? `${text.replace(/^0+(?=\d)/, '')} ${question.currency}` : undefined;
    case 'day':
      return dayForm.test(text) ? text : undefined;
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'given':
      return text === 'yes' ? true : text === 'no' ? null : undefined;
    case 'choice':
      return question.options.includes(text) || text === another ? text : undefined;
    case 'choices':
      return lines.filter((line) => question.options.includes(line) || line === another);
    case 'won':
      return undefined;
  }
}

/** A win that counts for the span it was asked of and, by what is left out, for no other. `where`: a code, or elsewhere. */
function winIn({ editions, last }: WonSpan, where: string): Win {
  return { edition: editions?.[0] ?? another, ago: last ?? 10_000, category: where };
}

/** All wins, once it is said of every span whether there is one; before that nobody knows them. */
function winsGiven(questions: readonly Question[], given: Given): KnownFacts {
  const spans = questions.flatMap((question) => (question.kind === 'won' ? [question] : []));
  if (spans.length === 0) return {};
  const answers = spans.map(({ name, span }) => ({ span, where: given(name)[0]?.trim() ?? '' }));
  if (answers.some(({ where }) => where === '')) return {};
  return { 'honours.wins': answers.filter(({ where }) => where !== 'never').map(({ span, where }) => winIn(span, where)) };
}

/** What is known by the answers; what was not asked or is no answer is left out. */
export function factsGiven(questions: readonly Question[], given: Given): KnownFacts {
  const found = questions.flatMap((question): [string, FactValue][] => {
    const value = valueIn(question, given(question.name));
    return value === undefined ? [] : [[question.name, value]];
  });
  return { ...Object.fromEntries(found), ...winsGiven(questions, given) };
}
