import { describe, expect, it } from 'vitest';
import { rulesShape } from '../shape.ts';
import { judge } from '../verdict.ts';
import { another, factsGiven, questionsFor } from './questions.ts';

const rules = rulesShape.parse({
  money: { needs: { fact: 'group.revenue', below: '100000000 USD' } },
  staff: {
    needs: {
      any: [
        { fact: 'company.staff', atMost: 249 },
        { fact: 'answer.plan', given: true },
      ],
    },
  },
  years: { needs: { fact: 'company.operatingSince', yearsAtLeast: 3, on: '2026-03-01' } },
  where: {
    needs: {
      all: [
        { fact: 'company.country', oneOf: ['IE', 'GB'] },
        { fact: 'answer.regions', hasAnyOf: ['emea'] },
      ],
    },
  },
  who: { needs: { fact: 'entry.nominator', oneOf: ['peer'] } },
  again: {
    when: { won: { last: 1 } },
    needs: { any: [{ not: { won: { last: 1, category: 'same' } } }, { fact: 'entry.updated', equals: true }] },
  },
  early: { needs: { fact: 'entry.day', until: '2026-03-31' } },
  text: { needs: { fact: 'answer.essay', wordsAtMost: 625 } },
});
const questions = questionsFor(Object.values(rules), new Set(['entry.nominee']));
const facts = (answers: Readonly<Record<string, string | string[]>>) => factsGiven(questions, (name) => [answers[name] ?? []].flat());

describe('the questions rules make', () => {
  it('ask every fact once, in the form its tests have, and nothing the page knows', () => {
    expect(questions.map(({ name, kind, ...rest }) => [name, kind, ...Object.values(rest)])).toEqual([
      ['won.last1', 'won', { last: 1 }],
      ['entry.updated', 'yes-no'],
      ['group.revenue', 'money', 'USD'],
      ['company.staff', 'number'],
      ['answer.plan', 'given'],
      ['answer.essay', 'words'],
      ['company.country', 'choice', ['IE', 'GB']],
      ['answer.regions', 'choices', ['emea']],
      ['entry.nominator', 'choice', ['self', 'peer', 'customer']],
      ['company.operatingSince', 'day'],
    ]);
  });

  it('leave open what was not answered, or not so that anybody could use it', () => {
    expect(facts({})).toEqual({});
    const odd = {
      'group.revenue': 'lots',
      'company.staff': '-3',
      'company.country': 'FR',
      'company.operatingSince': 'May',
      'entry.updated': 'perhaps',
    };
    expect(facts(odd)).toEqual({});
  });

  it.each<[string, Record<string, string | string[]>, object]>([
    ['an amount in the currency of the rule', { 'group.revenue': '99,999,999.99' }, { 'group.revenue': '99999999.99 USD' }],
    ['a number', { 'company.staff': '0249' }, { 'company.staff': 249 }],
    ['nothing to give', { 'answer.plan': 'no' }, { 'answer.plan': null }],
    ['none of the options', { 'company.country': another }, { 'company.country': another }],
    ['several options', { 'answer.regions': ['emea', 'nowhere'] }, { 'answer.regions': ['emea'] }],
    ['a number of words', { 'answer.essay': '626' }, { 'answer.essay': { words: 626 } }],
    ['no win', { 'won.last1': 'never' }, { 'honours.wins': [] }],
    ['a win of last year', { 'won.last1': 'A' }, { 'honours.wins': [{ edition: another, ago: 1, category: 'A' }] }],
  ])('take %s', (_what, answers, expected) => {
    expect(facts(answers)).toEqual(expected);
  });

  it('lead to the verdict of the rules, for the category won and for others', () => {
    const entered = (code: string) => ({ 'entry.category': { code, in: [] } });
    const { again } = rules;
    const verdict = (code: string, answers: Record<string, string>) =>
      judge({ ...(again && { again }) }, { ...entered(code), ...facts(answers) }).verdict;
    const won = { 'won.last1': 'A' };
    expect([verdict('A', won), verdict('B', won), verdict('A', { ...won, 'entry.updated': 'yes' })]).toEqual(['unknown', 'yes', 'yes']);
    expect([verdict('A', { ...won, 'entry.updated': 'no' }), verdict('A', { 'won.last1': 'never' }), verdict('A', {})]).toEqual([
      'no',
      'yes',
      'unknown',
    ]);
  });
});
