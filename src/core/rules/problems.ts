/** Everything that is wrong with rules as they were written, at once: their shape, facts nobody knows, tests that do not fit their fact. */
import type { z } from 'zod';
import type { Facts, FieldProblem } from '../problems/problem.ts';
import { type AnswerKinds, factKinds, fitting, isAnswer, isFactName, kindOf } from './facts.ts';
import { bounds, operators, type Rules, rulesShape } from './shape.ts';

type Written = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];
type Placed = { readonly path: Path; readonly test: Written };

const isMap = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);
const pathText = (path: Path): string => path.map(String).join('.');
const at = (path: Path, code: FieldProblem['code'], facts: Facts): FieldProblem => ({ path: pathText(path), code, facts });

/** No deeper than the shape allows, so that it ends whatever was written. */
const deepest = 15;

/** The tests in a condition, found in what may not be one. */
function testsIn(value: unknown, path: Path): Placed[] {
  if (!isMap(value) || path.length > 2 * deepest) return [];
  const within = (['all', 'any'] as const).flatMap((name) => {
    const parts: unknown = value[name];
    return Array.isArray(parts) ? parts.flatMap((part: unknown, i) => testsIn(part, [...path, name, i])) : [];
  });
  const own = 'fact' in value || 'answers' in value ? [{ path, test: value }] : [];
  return [...own, ...within, ...testsIn(value.not, [...path, 'not'])];
}

function testsOfRules(rules: unknown): Placed[] {
  if (!isMap(rules)) return [];
  return Object.entries(rules).flatMap(([key, rule]) =>
    isMap(rule) ? (['when', 'needs'] as const).flatMap((part) => testsIn(rule[part], [key, part])) : [],
  );
}

function unknownName(name: string, path: Path, answers: AnswerKinds | undefined): FieldProblem[] {
  if (isFactName(name)) return [];
  if (!isAnswer(name)) return [at(path, 'eligibility.unknown-fact', { fact: name, facts: Object.keys(factKinds).join(', ') })];
  if (!answers || Object.hasOwn(answers, name)) return [];
  return [at(path, 'eligibility.unknown-field', { field: name.slice('answer.'.length) })];
}

function unfit({ path, test }: Placed, name: string, answers: AnswerKinds | undefined): FieldProblem[] {
  const kind = kindOf(name, answers);
  const operator = operators.find((each) => each in test);
  if (!kind || !operator) return [];
  const { type, options } = kind;
  const here = [...path, operator];
  if (!fitting[type].includes(operator))
    return [at(here, 'eligibility.unfit-test', { fact: name, type, operator, fitting: fitting[type].join(', ') })];
  const value = test[operator];
  const isBound = (bounds as readonly string[]).includes(operator);
  const wanted = { number: 'number', money: 'string', 'yes-no': 'boolean', choice: 'string', category: 'string' }[type as 'number'];
  if ((isBound || operator === 'equals') && wanted !== undefined && typeof value !== wanted)
    return [at(here, 'eligibility.unfit-value', { fact: name, type })];
  if (!options || !['equals', 'oneOf', 'hasAnyOf'].includes(operator)) return [];
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return chosen.flatMap((each, i) => {
    if (typeof each !== 'string' || options.includes(each)) return [];
    const place = Array.isArray(value) ? [...here, i] : here;
    return [at(place, 'eligibility.unknown-option', { fact: name, option: each, options: options.join(', ') })];
  });
}

/**
 * What is wrong with the facts of rules, read or not: names there are not, tests and values that do not fit, options there are not.
 * `answers`: what the form asks; left out, answers of any name and kind are taken.
 */
export function rulesProblems(rules: unknown, answers?: AnswerKinds): FieldProblem[] {
  return testsOfRules(rules).flatMap((placed): FieldProblem[] => {
    const { path, test } = placed;
    const fields: readonly unknown[] = 'answers' in test && Array.isArray(test.answers) ? test.answers : [];
    const found = fields.flatMap((key, i) =>
      typeof key === 'string' ? unknownName(`answer.${key}`, [...path, 'answers', i], answers) : [],
    );
    if (typeof test.fact !== 'string') return found;
    return [...found, ...unknownName(test.fact, [...path, 'fact'], answers), ...unfit(placed, test.fact, answers)];
  });
}

type Issue = z.core.$ZodIssue;

/** What was needed instead, as facts for its sentence. */
function need(issue: Issue): Facts {
  switch (issue.code) {
    case 'invalid_type':
      return { needed: issue.expected === 'never' ? issue.message : issue.expected };
    case 'too_small':
      return { needed: { array: 'more', string: 'text' }[issue.origin as 'array'] ?? 'least', limit: Number(issue.minimum) };
    case 'too_big':
      return { needed: { array: 'fewer', string: 'shorter' }[issue.origin as 'array'] ?? 'most', limit: Number(issue.maximum) };
    case 'invalid_value':
      return { needed: 'one-of', options: issue.values.map(String).join(', ') };
    case 'invalid_key':
      return { needed: issue.issues.some(({ message }) => message === 'unknown-fact') ? 'fact-name' : 'key' };
    default:
      return { needed: issue.message.includes(' ') ? 'form' : issue.message };
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, part) => (typeof held === 'object' && held !== null ? Reflect.get(held, part) : undefined), value);
}

/** As much of a value as a sentence can hold, however deep it is. */
function inShort(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (isMap(value)) return `{ ${Object.keys(value).slice(0, 5).join(', ')} }`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What a shape found wrong, as problems of rules. */
export function shapeProblems(value: unknown, issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...issue.path, key], 'eligibility.unknown-key', { key }));
    const found = valueAt(value, issue.path);
    if (found === undefined) return [at(issue.path, 'eligibility.missing', { key: String(issue.path.at(-1) ?? ''), ...need(issue) })];
    return [at(issue.path, 'eligibility.not-valid', { ...need(issue), value: inShort(found) })];
  });
}

export type ReadRules = { readonly ok: true; readonly rules: Rules } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Rules as they were written, read; or everything that is wrong with them, in the order of their text. */
export function readRules(value: unknown, answers?: AnswerKinds): ReadRules {
  const read = rulesShape.safeParse(value);
  const problems = [...(read.success ? [] : shapeProblems(value, read.error.issues)), ...rulesProblems(value, answers)];
  return read.success && problems.length === 0 ? { ok: true, rules: read.data } : { ok: false, problems };
}
