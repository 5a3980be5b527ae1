/**
 * A rule as the rows of a form, and back: one test a row, joined by all or any. Rules in which conditions stand in each other have no rows;
 * they are written in their notation.
 */
import type { FactType } from './facts.ts';
import { bounds, type Condition, type FactTest, type Operator, operators, type Test } from './shape.ts';
import { told } from './told.ts';

/** Two names that stand for what the nominee won; they are no facts, and their tests are their own. */
export const wonRows = ['won.any', 'won.same'] as const;
const wonTests = ['wonEver', 'wonLast', 'wonEditions'] as const;
export const rowTests = [...operators, ...wonTests] as const;

/** What was written in a row; empty texts are nothing. */
export type Row = { readonly fact: string; readonly test: string; readonly value: string; readonly not: boolean; readonly proved: boolean };
export type Join = 'all' | 'any';
export type Rows = { readonly join: Join; readonly rows: readonly Row[] };

const isBound = (test: string): boolean => (bounds as readonly string[]).includes(test);
const blank: Row = { fact: '', test: '', value: '', not: false, proved: false };

function valueText(test: FactTest): string {
  const { operator, needed, on } = told(test);
  switch (operator) {
    case 'between':
      return `${needed.from} – ${needed.to}`;
    case 'oneOf':
    case 'hasAnyOf':
      return needed.join(', ');
    case 'yearsAtLeast':
      return on === undefined ? String(needed) : `${needed}, ${on}`;
    case 'given':
      return '';
    case 'equals':
      return typeof needed === 'boolean' ? (needed ? 'yes' : 'no') : String(needed);
    default:
      return String(needed);
  }
}

function rowOf(test: Test, not: boolean): Row | undefined {
  if ('answers' in test) return undefined;
  if ('won' in test) {
    const { editions, last, category } = test.won;
    if (editions && last !== undefined) return undefined;
    const [asked, value] = editions
      ? ['wonEditions', editions.join(', ')]
      : last === undefined
        ? ['wonEver', '']
        : ['wonLast', String(last)];
    return { ...blank, fact: `won.${category}`, test: asked, value, not };
  }
  return { fact: test.fact, test: told(test).operator, value: valueText(test), not, proved: 'proved' in test && test.proved === true };
}

function rowOfCondition(condition: Condition): Row | undefined {
  if ('not' in condition) {
    const within = condition.not;
    return 'not' in within || 'all' in within || 'any' in within ? undefined : rowOf(within, true);
  }
  return 'all' in condition || 'any' in condition ? undefined : rowOf(condition, false);
}

/** Undefined where a condition has no rows. */
export function rowsOf(condition: Condition): Rows | undefined {
  const [join, parts] =
    'all' in condition
      ? (['all', condition.all] as const)
      : 'any' in condition
        ? (['any', condition.any] as const)
        : (['all', [condition]] as const);
  const rows = parts.map(rowOfCondition).flatMap((row) => row ?? []);
  return rows.length === parts.length ? { join, rows } : undefined;
}

const list = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');
const plainNumber = (text: string): number | string => (/^-?\d{1,13}(?:\.\d+)?$/.test(text) ? Number(text) : text);
const ungrouped = (text: string): string => text.replaceAll(/(?<=\d),(?=\d{3})/g, '');
const days = (text: string): string[] => text.match(/\d{4}-\d\d-\d\d/g) ?? [];

/** What the notation takes, as far as the text can be it; else the text itself, which is refused at its field. */
function operand(test: string, text: string, type: FactType | undefined): unknown {
  switch (test as Operator) {
    case 'atLeast':
    case 'atMost':
    case 'above':
    case 'below':
      return plainNumber(ungrouped(text));
    case 'between': {
      const [from, to] = days(text);
      return from === undefined || to === undefined ? text : { from, to };
    }
    case 'oneOf':
    case 'hasAnyOf':
      return list(text);
    case 'yearsAtLeast':
      return plainNumber(text.split(/[\s,;]+/)[0] ?? '');
    case 'wordsAtLeast':
    case 'wordsAtMost':
      return plainNumber(ungrouped(text));
    case 'given':
      return true;
    case 'equals':
      if (type === 'yes-no') return /^(?:yes|true)$/i.test(text) ? true : /^(?:no|false)$/i.test(text) ? false : text;
      return type === 'number' ? plainNumber(ungrouped(text)) : text;
    default:
      return text;
  }
}

type Sent = Readonly<Record<string, unknown>>;

function wonFrom({ fact, test, value }: Row): Sent {
  const text = value.trim();
  const span = test === 'wonLast' ? { last: plainNumber(text) } : test === 'wonEditions' ? { editions: list(text) } : {};
  return { won: { ...span, category: fact === 'won.same' ? 'same' : 'any' } };
}

function testFrom(row: Row, typeOf: (fact: string) => FactType | undefined): Sent {
  const { fact, test, value, proved } = row;
  if ((wonRows as readonly string[]).includes(fact) && (wonTests as readonly string[]).includes(test)) return wonFrom(row);
  const text = value.trim();
  const on = test === 'yearsAtLeast' ? days(text)[0] : undefined;
  return {
    fact,
    ...((operators as readonly string[]).includes(test) && { [test]: operand(test, text, typeOf(fact)) }),
    ...(on !== undefined && { on }),
    ...(proved && isBound(test) && { proved: true }),
  };
}

const isWritten = ({ fact, test, value }: Row): boolean => fact !== '' || test !== '' || value.trim() !== '';

/** A condition to be read by its shape; undefined where nothing was written. Rows nothing was written in are passed over. */
export function conditionFrom({ join, rows }: Rows, typeOf: (fact: string) => FactType | undefined): unknown {
  const tests = rows.filter(isWritten).map((row) => (row.not ? { not: testFrom(row, typeOf) } : testFrom(row, typeOf)));
  const [only, ...more] = tests;
  return more.length === 0 ? only : { [join]: tests };
}

/** The row, by its place among all, and the field of it that a path in a condition made of rows is about. */
export function fieldOf(path: readonly string[], { rows }: Rows): string {
  const written = rows.flatMap((row, at) => (isWritten(row) ? [at] : []));
  const [first = '', second = ''] = path;
  const joined = first === 'all' || first === 'any';
  const at = written[joined ? Number(second) : 0] ?? 0;
  const [rest = ''] = (joined ? path.slice(2) : path).filter((part) => part !== 'not');
  const field = rest === '' ? 'test' : rest === 'fact' || rest === 'proved' ? rest : 'value';
  return `${at}.${field}`;
}
