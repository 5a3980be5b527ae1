/**
 * A rule in one sentence. Two rules that say different things never read alike: what is joined within another is in brackets, names are
 * in quotes, and each test has words of its own.
 */
import { canonicalRule } from '#core/rules/canonical.ts';
import type { AnswersTest, Condition, FactTest, Rule, Test, WonTest } from '#core/rules/shape.ts';
import { told } from '#core/rules/told.ts';
import { dates } from '../dates.ts';
import { amount, type FieldNames, fieldName, figure, listed, quoted, subjectOf } from './facts.ts';

const boundWords = { atLeast: 'at least', atMost: 'at most', above: 'more than', below: 'less than' } as const;
export const boundText = (operator: keyof typeof boundWords, needed: string | number): string =>
  `${boundWords[operator]} ${amount(needed)}`;

const byWhen = (on: string | undefined): string => (on === undefined ? 'on the day the entry is sent in' : `on ${dates.date(on)}`);

function yearsClause(fact: string, years: number, on: string | undefined, negated: boolean, names: FieldNames | undefined): string {
  const span = `at least ${figure(years)} ${years === 1 ? 'year' : 'years'}`;
  if (fact === 'company.operatingSince') return `the company has ${negated ? 'not ' : ''}been operating for ${span} ${byWhen(on)}`;
  return `${span} have ${negated ? 'not ' : ''}passed since ${subjectOf(fact, names)} ${byWhen(on)}`;
}

function equalsClause(fact: string, needed: string | number | boolean, negated: boolean, names: FieldNames | undefined): string {
  const is = negated ? 'is not' : 'is';
  if (fact === 'entry.updated' && typeof needed === 'boolean')
    return `the entry has ${needed === negated ? 'not ' : ''}been updated with recent achievements`;
  const subject = subjectOf(fact, names);
  if (typeof needed === 'boolean') return `${subject} ${is} ${needed ? 'yes' : 'no'}`;
  if (typeof needed === 'number') return `${subject} ${is} ${figure(needed)}`;
  return fact === 'entry.category' ? `${subject} ${is} within ${quoted(needed)}` : `${subject} ${is} ${quoted(needed)}`;
}

function factClause(test: FactTest, negated: boolean, names: FieldNames | undefined): string {
  const asked = told(test);
  const subject = subjectOf(asked.fact, names);
  const [is, lies, has] = negated ? ['is not', 'does not lie', 'does not have'] : ['is', 'lies', 'has'];
  switch (asked.operator) {
    case 'atLeast':
    case 'atMost':
    case 'above':
    case 'below':
      return `${subject} ${is} ${boundText(asked.operator, asked.needed)}${asked.proved ? ' (with proof)' : ''}`;
    case 'since':
      return `${subject} ${lies} on or after ${dates.date(asked.needed)}`;
    case 'until':
      return `${subject} ${lies} on or before ${dates.date(asked.needed)}`;
    case 'between':
      return `${subject} ${lies} within ${dates.date(asked.needed.from)} to ${dates.date(asked.needed.to)}`;
    case 'yearsAtLeast':
      return yearsClause(asked.fact, asked.needed, asked.on, negated, names);
    case 'equals':
      return equalsClause(asked.fact, asked.needed, negated, names);
    case 'oneOf':
      return `${subject} ${is} ${asked.fact === 'entry.category' ? 'within ' : ''}one of ${listed(asked.needed)}`;
    case 'hasAnyOf':
      return `${subject} ${negated ? 'does not include any of' : 'includes at least one of'} ${listed(asked.needed)}`;
    case 'given':
      return `${subject} ${is} given`;
    case 'wordsAtLeast':
    case 'wordsAtMost':
      return `${subject} ${has} ${asked.operator === 'wordsAtLeast' ? 'at least' : 'at most'} ${figure(asked.needed)} ${asked.needed === 1 ? 'word' : 'words'}`;
  }
}

function answersClause({ answers, atLeast }: AnswersTest, negated: boolean, names: FieldNames | undefined): string {
  const fields = answers.map((key) => fieldName(key, names)).join(', ');
  return `${negated ? 'fewer than' : 'at least'} ${figure(atLeast)} of the answers ${fields} ${atLeast === 1 && !negated ? 'is' : 'are'} given`;
}

function wonClause({ won: { editions, last, category } }: WonTest, negated: boolean): string {
  const spans = [
    ...(editions ? [`in ${editions.length === 1 ? 'the edition' : 'one of the editions'} ${listed(editions)}`] : []),
    ...(last === undefined
      ? []
      : [last === 1 ? 'in the edition before this one' : `in one of the ${figure(last)} editions before this one`]),
  ];
  const when = spans.length === 0 ? 'in an earlier edition' : spans.join(', which was ');
  return `the nominee ${negated ? 'did not win' : 'won'} in ${category === 'same' ? 'the same' : 'any'} category ${when}`;
}

/** One test as a clause. */
export function clauseOf(test: Test, negated = false, names?: FieldNames): string {
  if ('won' in test) return wonClause(test, negated);
  return 'answers' in test ? answersClause(test, negated, names) : factClause(test, negated, names);
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
  return parts.length === 2 ? parts.join(` ${word} `) : `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1) ?? ''}`;
}

function conditionText(condition: Condition, names: FieldNames | undefined, within = false): string {
  if ('not' in condition) {
    if ('all' in condition.not || 'any' in condition.not) return `it is not so that ${conditionText(condition.not, names, true)}`;
    if (!('not' in condition.not)) return clauseOf(condition.not, true, names);
  }
  if ('all' in condition || 'any' in condition) {
    const [parts, word] = 'all' in condition ? ([condition.all, 'and'] as const) : ([condition.any, 'or'] as const);
    const text = joined(
      parts.map((part) => conditionText(part, names, true)),
      word,
    );
    return within ? `(${text})` : text;
  }
  return 'not' in condition ? conditionText(condition.not, names, within) : clauseOf(condition, false, names);
}

const openings = {
  eligible: { submit: 'an entry may be sent in only if', screening: 'an entry passes screening only if' },
  advice: { submit: 'before an entry is sent in, it is advised that', screening: 'at screening, it is advised that' },
} as const;

export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** A condition alone; `names` as below. */
export const needsSentence = (needs: Condition, names?: FieldNames): string => sentence(conditionText(needs, names));

/** The whole rule; `names`: what the fields of the form are called. */
export function ruleSentence(rule: Rule, names?: FieldNames): string {
  const { decides, stage, when, needs } = canonicalRule(rule);
  const opening = openings[decides][stage];
  return sentence(`${when ? `where ${conditionText(when, names)}: ` : ''}${opening} ${conditionText(needs, names)}`);
}
