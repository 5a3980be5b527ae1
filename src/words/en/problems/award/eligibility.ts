import type { eligibilityProblems } from '#core/problems/award/eligibility.ts';
import type { Facts } from '#core/problems/problem.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../../problem-words.ts';

const needed: Readonly<Record<string, string>> = {
  'not-a-condition': 'a condition: all, any, not, won, answers, or a fact with what is asked of it',
  'several-conditions': 'one condition; put several under all or any',
  'no-test': 'what is asked of the fact, such as “atLeast: 3”',
  'several-tests': 'one thing asked of the fact; put several under all',
  'too-deep': 'conditions that stand in each other at most 12 deep',
  'not-a-day': 'a day there is, written like 2026-07-01',
  'not-money': 'an amount with its currency, written like 100000000 USD',
  'not-a-name': 'a name of letters, digits, hyphens, dots and low lines',
  'no-language': 'a text in one language at least',
  'not-a-language': 'a language written like en or pt-BR',
  'too-many': 'at most 500 rules',
  twice: 'each name once',
  more: 'one thing at least',
  text: 'some text',
  key: 'a key of small letters, digits and hyphens, such as at-least-three-years',
  'fact-name': 'the name of a fact there is, such as company.staff or answer.budget',
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  record: 'keys with values',
  object: 'keys with values',
};

function needs({ needed: what, limit, options }: Facts): string {
  if (what === 'least') return `${limit} or more`;
  if (what === 'most') return `${limit} or less`;
  if (what === 'fewer') return `at most ${limit} of them`;
  if (what === 'shorter') return `at most ${limit} characters`;
  return what === 'one-of' ? `one of: ${options}` : (needed[String(what)] ?? 'a value of another form');
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  money: 'an amount of money, written like 100000000 USD',
  day: 'a day',
  period: 'a period',
  choice: 'one of several options',
  choices: 'some of several options',
  'yes-no': 'a yes or a no: true or false',
  words: 'a text',
  present: 'something that is there or not',
  category: 'a category',
  wins: 'a list of wins; “won” asks about it',
};

export const eligibility: Record<keyof typeof eligibilityProblems, ProblemWords> = {
  'eligibility.unknown-key': {
    title: 'Unknown key in a rule',
    detail: ({ key }) => `There is no “${shown(key)}” here. Correct the name or leave it out.`,
  },
  'eligibility.missing': {
    title: 'Rule without a part it needs',
    detail: (facts) => `“${shown(facts.key)}” is missing; it takes ${needs(facts)}.`,
  },
  'eligibility.not-valid': {
    title: 'Value a rule cannot take',
    detail: (facts) => `This takes ${needs(facts)}; there is ${shown(facts.value)}.`,
  },
  'eligibility.unknown-fact': {
    title: 'Unknown fact',
    detail: ({ fact, facts }) =>
      `Nobody knows a fact “${shown(fact)}”. Take an answer (answer. and the key of its field) or one of: ${facts}.`,
  },
  'eligibility.unknown-field': {
    title: 'Rule about a field that is not asked',
    detail: ({ field }) => `The form has no field “${shown(field)}”. Correct the key, or add the field to the form.`,
  },
  'eligibility.unknown-option': {
    title: 'Rule about an option there is not',
    detail: ({ fact, option, options }) => `${shown(fact)} is never “${shown(option)}”. Take one of: ${options}.`,
  },
  'eligibility.unfit-test': {
    title: 'Test that does not fit its fact',
    detail: ({ fact, type, operator, fitting }) =>
      `${shown(fact)} is ${kinds[String(type)] ?? 'something else'}, which “${operator}” cannot be asked of.${fitting === '' ? '' : ` Ask one of: ${fitting}.`}`,
  },
  'eligibility.unfit-value': {
    title: 'Value of another kind than its fact',
    detail: ({ fact, type }) => `${shown(fact)} is ${kinds[String(type)] ?? 'something else'}. Hold it against a value of that kind.`,
  },
  'eligibility.never-holds': {
    title: 'Rule nobody can meet',
    detail: ({ other }) => `This cannot hold together with ${other}. One of them is probably meant otherwise.`,
  },
  'eligibility.always-holds': {
    title: 'Rule everybody meets',
    detail: ({ other }) => `This always holds beside ${other}, so it decides nothing. One of them is probably meant otherwise.`,
  },
};
