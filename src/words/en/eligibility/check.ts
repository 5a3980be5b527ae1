/** Sentences of the page on which anybody sees whether they may enter. */

import type { WonSpan } from '#core/rules/asking/questions.ts';
import { type FactName, isFactName } from '#core/rules/facts.ts';
import type { Answer } from '#core/rules/kleene.ts';
import { inWords } from '../numbers.ts';
import { type FieldNames, listed, subjectOf } from './facts.ts';

const asked: Readonly<Record<FactName, string>> = {
  'company.country': 'In which country is the company?',
  'company.operatingSince': 'Since when has the company been operating?',
  'company.revenue': 'How large is the company’s revenue?',
  'company.staff': 'How many people work for the company?',
  'entry.answers': 'How many questions of the form would you answer?',
  'entry.category': 'In which category?',
  'entry.day': 'When would you send it in?',
  'entry.files': 'How many files would you put beside the entry?',
  'entry.nominator': 'Who sends it in?',
  'entry.nominee': 'Who or what is it about?',
  'entry.updated': 'Since it last won: does the entry tell of something achieved since then?',
  'group.revenue': 'How large is the revenue of the company with all it belongs to?',
  'group.staff': 'How many people work for the company with all it belongs to?',
  'honours.wins': 'What has the nominee won before?',
  'nominations.all': 'How many nominations are there?',
  'nominations.customer': 'How many customers have nominated it?',
  'nominations.peer': 'How many colleagues or peers have nominated it?',
  'nominations.self': 'How many self-nominations are there?',
};

function won({ editions, last }: WonSpan): string {
  const when = [
    ...(editions ? [`in ${editions.length === 1 ? 'the edition' : 'one of the editions'} ${listed(editions)}`] : []),
    ...(last === undefined ? [] : [last === 1 ? 'in the edition before this one' : `in one of the last ${last} editions`]),
  ];
  return `Has the nominee won${when.length === 0 ? ' in an earlier edition' : ` ${when.join(', ')}`}?`;
}

const categories = (n: number): string => `${inWords(n)} ${n === 1 ? 'category' : 'categories'}`;

export const selfCheck = {
  title: 'Check whether you may enter',
  lead: 'Answer what you know and leave the rest open. You need no account, and nothing is kept.',
  questions: 'Questions',
  questionsAside: 'Made from the rules, so nothing else is asked.',
  nothingToAsk: 'No rule stands in anybody’s way here.',
  nothingAsked: 'The rules ask nothing that you could answer here.',
  question: (name: string, names: FieldNames): string => {
    if (isFactName(name)) return asked[name];
    const subject = subjectOf(name, names);
    return `${subject.slice(0, 1).toUpperCase()}${subject.slice(1)}`;
  },
  given: (name: string, names: FieldNames): string => `Could you give ${subjectOf(name, names)}?`,
  words: (name: string, names: FieldNames): string => `How many words would ${subjectOf(name, names)} have?`,
  won,
  inCurrency: (currency: string): string => `In ${currency}`,
  where: 'In which category?',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure, or not yet',
  another: 'None of these',
  never: 'No',
  elsewhere: 'Yes, in a category that is not here',
  wonIn: (category: string): string => `Yes, in ${category}`,
  nominees: { person: 'A person', team: 'A team', organisation: 'An organisation', technology: 'A technology or site' },
  nominators: { self: 'The nominees themselves', peer: 'A colleague or peer', customer: 'A customer' },
  category: 'Category',
  every: 'Every category',
  go: 'Show what the rules say',
  again: 'Start again',
  results: 'What the rules say',
  why: 'Every rule with its reason',
  day: (day: string): string => `As if it were sent in on ${day}.`,
  verdict: { yes: 'May enter', no: 'May not enter', unknown: 'Not enough known' } satisfies Record<Answer, string>,
  in: (n: number): string => `${categories(n)} with the same rules and the same answer`,
  free: (n: number): string => `${categories(n)} ${n === 1 ? 'has' : 'have'} no rules: anybody may enter there.`,
  notBinding: 'This is no decision. What counts is what the entry itself says on the day it is sent in, and what is seen of proofs.',
  link: 'Check whether you may enter',
};
