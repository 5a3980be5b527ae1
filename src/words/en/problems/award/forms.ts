import type { answersProblems, formsProblems } from '#core/problems/award/forms.ts';
import type { Facts } from '#core/problems/problem.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { subjectOf } from '../../eligibility/facts.ts';
import { amountOf, many, minutesAndSeconds, size } from '../../forms/lengths.ts';

export const forms: Record<keyof typeof formsProblems, ProblemWords> = {
  'forms.fact-of-another-kind': {
    title: 'Question that cannot answer the fact',
    detail: ({ field, fact }) =>
      `${field} is to answer ${subjectOf(String(fact))}, and an answer of its kind cannot. Amounts of money answer revenue, numbers answer how many there are, a date since when, a box to tick or yes and no whether it was updated; a choice answers a country by its two letters, and a size by the options micro, small, medium and large.`,
  },
  'forms.fact-twice': {
    title: 'Two questions for one fact',
    detail: ({ field, fact, first }) =>
      `${field} is to answer ${subjectOf(String(fact))}, which ${first} answers already. Let one of the two do it.`,
  },
  'forms.key-twice': {
    title: 'Key used twice',
    detail: ({ key }) => `The key ${key} stands here a second time. Answers are kept by their key: give this one another.`,
  },
  'forms.unknown-field': {
    title: 'Condition on a field that is not there',
    detail: ({ field }) =>
      `This is to be shown depending on the field ${shown(field)}, which the form does not have. Name one of its fields.`,
  },
  'forms.unknown-option': {
    title: 'Condition on an option that is not there',
    detail: ({ field, option }) => `The field ${field} has no option ${option}. Name one of its options by its key.`,
  },
  'forms.condition-of-another-kind': {
    title: 'Condition that fits another kind of field',
    detail: ({ field }) =>
      `The field ${field} cannot be asked this: options are chosen in choices, and only numbers are above or below something. Ask whether it is answered, or name another field.`,
  },
  'forms.condition-ring': {
    title: 'Conditions in a ring',
    detail: ({ fields }) => `Each of these is shown depending on the next, and so on itself: ${fields}. Take one of the conditions away.`,
  },
  'forms.condition-tells': {
    title: 'Condition that gives a secret away',
    detail: ({ field, from }) =>
      `Whoever reads ${field} sees that it was asked, and so learns what was answered to ${from}, which fewer people may read. Give both the same readers.`,
  },
  'forms.limits-crossed': {
    title: 'Limits that cross',
    detail: ({ least, most }) => `The least, ${least}, is more than the most, ${most}. Nothing could be answered: change one of the two.`,
  },
  'forms.sensitive-in-public': {
    title: 'Sensitive answer shown to everybody',
    detail: ({ field }) => `The answer to ${field} is guarded as sensitive and would be public. Choose other readers or another level.`,
  },
  'forms.required-in-group': {
    title: 'Required field where one of several is enough',
    detail: ({ field, group }) =>
      `${field} is required by itself, but the group ${group} asks for one of its fields. Say of the group that it is required, and of the field that it is not.`,
  },
  'forms.group-of-one': {
    title: 'Nothing to choose from',
    detail: ({ group }) => `The group ${group} asks for one of its fields and has only one. Add a second, or make the group a plain one.`,
  },
  'forms.no-option-left': {
    title: 'Too few options',
    detail: ({ offered, wanted }) =>
      `There are ${offered} options to choose from, and ${wanted} must be chosen. Offer more, or ask for fewer.`,
  },
  'forms.nothing-asked': { title: 'Form without fields', detail: () => 'The form asks nothing. Add a field.' },
  'forms.too-many-fields': {
    title: 'Too many fields',
    detail: ({ limit, count }) => `The form has ${count} fields; ${limit} are possible. Take some out, or make it two forms.`,
  },
};

const least = (facts: Facts, key: 'limit' | 'value'): string => {
  if (facts.what === 'money') return amountOf(facts[key], facts.currency);
  return `${facts[key]}`;
};

const parts: Readonly<Record<string, string>> = {
  metric: 'which measure it is',
  definition: 'how it is defined',
  statistic: 'whether it is a median, a mean or another statistic',
  value: 'the figure',
  n: 'how many it was measured on',
  from: 'when the period begins',
  to: 'when the period ends',
  before: 'the figure before',
  source: 'the file it comes from',
};

const notUnderstood: Readonly<Record<string, string>> = {
  number: 'Write a number in figures, with a point before decimals.',
  money: 'Write an amount in figures, with as many decimals as the currency has.',
  date: 'Give a day that exists, as year, month and day.',
  choice: 'Choose among the options.',
};

export const answers: Record<keyof typeof answersProblems, ProblemWords> = {
  'answers.needed': { title: 'Answer missing', detail: () => 'This is asked of everybody. Fill it in.' },
  'answers.consent-needed': {
    title: 'Consent missing',
    detail: () => 'Without this consent the entry cannot be sent in. Read it, and tick it if you agree.',
  },
  'answers.not-understood': {
    title: 'Answer not understood',
    detail: ({ kind }) => `This is no answer to what is asked here. ${notUnderstood[`${kind}`] ?? 'Fill the field in again.'}`,
  },
  'answers.unknown-field': {
    title: 'Field that is not in the form',
    detail: ({ field }) => `The form has no field ${shown(field)}. Take it out, or give it the key of a field.`,
  },
  'answers.too-many': {
    title: 'Over the limit',
    detail: ({ what, limit, count, over }) => `There are ${many(count, what)}; ${limit} is the limit. Take out ${over}.`,
  },
  'answers.too-few': {
    title: 'Too few',
    detail: ({ what, limit, count, missing }) => `There are ${many(count, what)}; at least ${limit} are asked for. Add ${missing}.`,
  },
  'answers.too-low': {
    title: 'Below the least',
    detail: (facts) =>
      facts.what === 'date'
        ? `${facts.value} is before ${facts.limit}, the first day that counts. Check the date.`
        : `${least(facts, 'value')} is less than ${least(facts, 'limit')}, the least that is taken. Check the figure.`,
  },
  'answers.too-high': {
    title: 'Above the most',
    detail: (facts) =>
      facts.what === 'date'
        ? `${facts.value} is after ${facts.limit}, the last day that counts. Check the date.`
        : `${least(facts, 'value')} is more than ${least(facts, 'limit')}, the most that is taken. Check the figure.`,
  },
  'answers.between-steps': {
    title: 'Between two steps',
    detail: ({ step, value }) => `${value} lies between two possible numbers, which are ${step} apart. Round it.`,
  },
  'answers.currency-not-taken': {
    title: 'Another currency',
    detail: ({ currency, taken }) => `${currency} is not taken here. Give the amount in ${taken}.`,
  },
  'answers.unknown-option': {
    title: 'No such option',
    detail: () => 'What is chosen here is not among the options any more. Choose again.',
  },
  'answers.option-retired': {
    title: 'Option no longer offered',
    detail: () => 'This option was taken from the form. Choose another; who had chosen it before keeps it.',
  },
  'answers.other-not-offered': {
    title: 'Answer of one’s own',
    detail: () => 'Only the options are taken here, no words of your own. Choose the one that comes closest.',
  },
  'answers.video-too-long': {
    title: 'Video too long',
    detail: ({ limit, length }) =>
      `The video runs ${minutesAndSeconds(Number(length))}; ${minutesAndSeconds(Number(limit))} is the limit. Cut it and upload it again.`,
  },
  'answers.video-length-unknown': {
    title: 'Length of the video unknown',
    detail: ({ name, limit }) =>
      `How long ${shown(name)} runs cannot be read from it, and ${minutesAndSeconds(Number(limit))} is the limit. Save it as MP4 and upload it again.`,
  },
  'answers.file-too-large': {
    title: 'File too large',
    detail: ({ name, size: bytes, limit }) =>
      `${shown(name)} has ${size(Number(bytes))}; ${size(Number(limit))} is the limit. Make it smaller.`,
  },
  'answers.file-not-taken': {
    title: 'Another kind of file',
    detail: ({ name, extensions }) =>
      `${shown(name)} is of a kind that is not taken here. ${extensions === '' ? 'Give one of the kinds named beside the field.' : `Taken are: ${extensions}.`}`,
  },
  'answers.no-web-address': {
    title: 'Not an address of the web',
    detail: ({ address }) => `${shown(address)} is no address that opens in a browser. Write it whole, with https:// at the front.`,
  },
  'answers.other-reference': {
    title: 'Person or organisation',
    detail: ({ wanted }) =>
      `Here ${wanted === 'person' ? 'a person is asked for, not an organisation' : 'an organisation is asked for, not a person'}. Name one.`,
  },
  'answers.none-of': {
    title: 'None of these answered',
    detail: ({ rule }) =>
      rule === 'exactly-one-of'
        ? 'One of these is asked for. Choose which, and answer it.'
        : 'At least one of these is asked for. Answer one.',
  },
  'answers.more-than-one': {
    title: 'More than one of these answered',
    detail: ({ count }) => `One of these is asked for, and ${count} are answered. Empty all but one; until then both are kept.`,
  },
  'answers.claim-incomplete': {
    title: 'Claim not complete',
    detail: ({ part }) => `A figure says nothing without it: give ${parts[`${part}`] ?? part}.`,
  },
  'answers.claim-of-another-metric': {
    title: 'Another measure',
    detail: () => 'This measure is not asked for here. Choose one of those offered.',
  },
  'answers.claim-unknown-definition': {
    title: 'No such definition',
    detail: () => 'This measure is not defined that way. Choose one of the definitions offered.',
  },
  'answers.claim-out-of-range': {
    title: 'Figure that cannot be',
    detail: ({ value, least: from, most }) =>
      `${value} cannot be: by this definition the figure lies between ${from} and ${most}. Check it.`,
  },
  'answers.claim-on-nothing': {
    title: 'Measured on nothing',
    detail: () => 'Nothing was counted, so there is no figure. Give how many answers or cases it was measured on.',
  },
  'answers.claim-period-turned': {
    title: 'Period that ends before it begins',
    detail: ({ from, to }) => `The period begins on ${from} and ends on ${to}. Turn the two round.`,
  },
  'answers.claim-counts-crossed': {
    title: 'More counted than asked',
    detail: ({ both, n }) => `Promoters and detractors together are ${both}, and n is ${n}. Check the three.`,
  },
  'answers.claim-definitions-differ': {
    title: 'Before and after defined differently',
    detail: () =>
      'The figure before and the one after are told by two definitions, so the difference means nothing. Use the same for both.',
  },
  'answers.claim-periods-overlap': {
    title: 'Periods that overlap',
    detail: ({ before, from }) =>
      `The period before ends on ${before}, and the later one begins on ${from}. Let the first end before the second begins.`,
  },
};
