/**
 * Rules that can never be met, or always are, as far as two tests beside each other show it. Such rules still answer, so this is advice;
 * what takes more than a pair to see is not looked for.
 */
import type { FieldProblem } from '../problems/problem.ts';
import { compareAmounts } from './amounts.ts';
import { canonicalCondition } from './canonical.ts';
import type { Condition, Rules, Test } from './shape.ts';
import { told } from './told.ts';

type Literal = { readonly path: string; readonly test: Test; readonly negated: boolean };
type End = { readonly at: string | number; readonly within: boolean };
/** Values between two ends; a missing end is none. */
type Span = { readonly from?: End; readonly to?: End };

/** What numbers, amounts and words a test leaves, or days where it is not negated: a period is not either before or after. */
function spanOf({ test, negated }: Literal): Span | undefined {
  if (!('fact' in test)) return undefined;
  const { operator, needed } = told(test);
  switch (operator) {
    case 'atLeast':
    case 'wordsAtLeast':
    case 'yearsAtLeast':
      return negated ? { to: { at: needed, within: false } } : { from: { at: needed, within: true } };
    case 'atMost':
    case 'wordsAtMost':
      return negated ? { from: { at: needed, within: false } } : { to: { at: needed, within: true } };
    case 'above':
      return negated ? { to: { at: needed, within: true } } : { from: { at: needed, within: false } };
    case 'below':
      return negated ? { from: { at: needed, within: true } } : { to: { at: needed, within: false } };
    case 'equals':
      return typeof needed === 'number' && !negated ? { from: { at: needed, within: true }, to: { at: needed, within: true } } : undefined;
    case 'since':
      return negated ? undefined : { from: { at: needed, within: true } };
    case 'until':
      return negated ? undefined : { to: { at: needed, within: true } };
    case 'between':
      return negated ? undefined : { from: { at: needed.from, within: true }, to: { at: needed.to, within: true } };
    default:
      return undefined;
  }
}

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-/.test(value);

function isPast(from: End | undefined, to: End | undefined): boolean {
  if (!from || !to) return false;
  const order = isDay(from.at) && isDay(to.at) ? (from.at < to.at ? -1 : from.at > to.at ? 1 : 0) : compareAmounts(from.at, to.at);
  return order === 1 || (order === 0 && !(from.within && to.within));
}

/** The options a test leaves, or takes. A category stands in others, so two codes may both hold. */
function optionsOf({ test }: Literal): readonly unknown[] | undefined {
  if (!('fact' in test) || test.fact === 'entry.category') return undefined;
  if ('oneOf' in test) return test.oneOf;
  return 'equals' in test && typeof test.equals !== 'number' ? [test.equals] : undefined;
}

const dayOf = (test: Test) => ('yearsAtLeast' in test ? (test.on ?? '') : '');
const kindOf = (test: Test) => ('yearsAtLeast' in test ? 'years' : 'wordsAtLeast' in test || 'wordsAtMost' in test ? 'words' : 'value');

/** Whether no value meets both. */
function clash(a: Literal, b: Literal): boolean {
  if (JSON.stringify(canonicalCondition(a.test)) === JSON.stringify(canonicalCondition(b.test)) && a.negated !== b.negated) return true;
  if (!('fact' in a.test && 'fact' in b.test) || a.test.fact !== b.test.fact) return false;
  const absent = [a, b].some(({ test, negated }) => 'given' in test && negated);
  // Of a text that is not there it can still be said that it has few words.
  if (absent && [a, b].some(({ test, negated }) => !negated && !('wordsAtMost' in test))) return true;
  const [p, q] = [optionsOf(a), optionsOf(b)];
  if (p && q) {
    if (a.negated && b.negated) return false;
    const [held, other, taken] = a.negated ? [q, p, true] : [p, q, b.negated];
    return held.every((option) => other.includes(option) === taken);
  }
  const [s, t] = [spanOf(a), spanOf(b)];
  if (!s || !t || kindOf(a.test) !== kindOf(b.test) || dayOf(a.test) !== dayOf(b.test)) return false;
  return isPast(s.from, t.to) || isPast(t.from, s.to);
}

function isNever(one: Literal): boolean {
  if ('answers' in one.test) return !one.negated && one.test.atLeast > one.test.answers.length;
  const span = spanOf(one);
  return span !== undefined && isPast(span.from, span.to);
}

/** What has to hold together, and choices of which one has to. */
type Level = {
  readonly literals: Literal[];
  readonly choices: { readonly condition: Condition; readonly path: string; readonly negated: boolean }[][];
};

function levelOf(condition: Condition, path: string, negated: boolean, level: Level = { literals: [], choices: [] }): Level {
  if ('not' in condition) return levelOf(condition.not, `${path}.not`, !negated, level);
  if ('all' in condition || 'any' in condition) {
    const [name, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    const placed = parts.map((part, i) => ({ condition: part, path: `${path}.${name}.${i}`, negated }));
    if ((name === 'all') === negated) level.choices.push(placed);
    else for (const part of placed) levelOf(part.condition, part.path, negated, level);
    return level;
  }
  level.literals.push({ path, test: condition, negated });
  return level;
}

type Clash = { readonly path: string; readonly other: string };

function clashesIn(condition: Condition, path: string, negated: boolean, above: readonly Literal[] = []): Clash[] {
  const { literals, choices } = levelOf(condition, path, negated);
  const together = [...above, ...literals];
  const own = literals.flatMap((one, i): Clash[] => {
    if (isNever(one)) return [{ path: one.path, other: one.path }];
    return together.slice(0, above.length + i).flatMap((other) => (clash(other, one) ? [{ path: one.path, other: other.path }] : []));
  });
  return [...own, ...choices.flat().flatMap((part) => clashesIn(part.condition, part.path, part.negated, together))];
}

/** Advice on rules, each at the test that cannot hold beside another (or by itself), or that holds whatever is the case. */
export function clashes(rules: Rules): readonly FieldProblem[] {
  return Object.entries(rules).flatMap(([key, { when, needs }]) => {
    const asked = when ? levelOf(when, 'when', false).literals : [];
    const say = (code: FieldProblem['code'], found: readonly Clash[]) =>
      found.map(({ path, other }): FieldProblem => ({ path: `${key}.${path}`, code, facts: { other: `${key}.${other}` } }));
    return [
      ...(when ? say('eligibility.never-holds', clashesIn(when, 'when', false)) : []),
      ...say('eligibility.never-holds', clashesIn(needs, 'needs', false, asked)),
      ...say('eligibility.always-holds', clashesIn(needs, 'needs', true, asked)),
    ];
  });
}
