/** What controls send becomes the answers it came from, and every refusal finds a control. */
import { describe, expect, it } from 'vitest';
import { asks, everyKind, formOf, goodAnswers, option } from '#tests/support/forms/form.ts';
import { answerProblems, readAnswers } from '../answers.ts';
import { controlName, controlOf, sentAnswers } from './sending.ts';

const sent = {
  'answers.title': 'Faster help',
  'answers.essay': 'We answered sooner.',
  'answers.sector': 'bank',
  'answers.sector.other': 'written before the option was chosen',
  'answers.channels': 'phone\nchat',
  'answers.agents': '12',
  'answers.revenue.amount': '12.5',
  'answers.revenue.currency': 'EUR',
  'answers.leader.name': 'Ada Lindqvist',
  'answers.leader.email': '',
  'answers.links': 'example.org\n\nhttps://b.example/x',
  'answers.claim.measure': 'csat/top-two-of-five',
  'answers.claim.value': '90',
  'answers.claim.n': '200',
  'answers.claim.from': '2024-01-01',
  'answers.claim.to': '2024-03-31',
  'answers.claim.before.value': '70',
  'answers.rules': 'on',
  'answers.papers': 'what a file control without scripts may say',
};

describe('what the controls of a form send', () => {
  it('is the answers to its fields, files left to those who keep them', () => {
    const { answers, problems } = readAnswers(everyKind, sentAnswers(everyKind, sent));
    expect(problems).toEqual([]);
    expect(answers).toEqual({
      ...goodAnswers,
      sector: { options: ['bank'] },
      channels: { options: ['phone', 'chat'] },
      agents: 12,
      revenue: { currency: 'EUR', minor: 1250 },
      leader: { kind: 'person', name: 'Ada Lindqvist' },
      links: ['https://example.org', 'https://b.example/x'],
      claim: { ...goodAnswers.claim, before: { value: 70 } },
      rules: true,
    });
  });

  it('is nothing where every control was left empty', () => {
    const empty = Object.fromEntries(Object.keys(sent).map((name) => [name, name.endsWith('currency') ? 'EUR' : '']));
    expect([sentAnswers(everyKind, empty), sentAnswers(everyKind, {})]).toEqual([{}, {}]);
  });

  it('counts words of one’s own where no option was chosen, and beside options where several may be', () => {
    const choice = (max: number) => formOf(asks('choice', 'way', { options: [option('phone')], other: true, choose: { min: 1, max } }));
    const both = { 'answers.way': 'phone', 'answers.way.other': 'by boat' };
    expect([
      sentAnswers(choice(1), both),
      sentAnswers(choice(2), both),
      sentAnswers(choice(1), { 'answers.way': '', 'answers.way.other': 'by boat' }),
    ]).toEqual([
      { way: { options: ['phone'] } },
      { way: { options: ['phone'], other: 'by boat' } },
      { way: { options: [], other: 'by boat' } },
    ]);
  });

  it('is not what was written for another measure and is out of sight for this one', () => {
    const left = { 'answers.claim.statistic': 'median', 'answers.claim.promoters': '60', 'answers.claim.before.detractors': '10' };
    const of = (measure: string) => sentAnswers(everyKind, { ...left, 'answers.claim.measure': measure }).claim;
    expect(of('csat/top-two-of-five')).toMatchObject({ statistic: '', promoters: '' });
    expect(of('nps/relational')).toMatchObject({ statistic: '', promoters: '60', before: { detractors: '10' } });
    expect(of('response-time/first-reply')).toMatchObject({ statistic: 'median', promoters: '' });
    expect(of('')).toMatchObject({ statistic: 'median', promoters: '60' });
  });

  it('is refused at controls that are there', () => {
    const wrong = {
      claim: { before: { value: 3 } },
      links: ['no address', 'https://b.example'],
      agents: 60,
      revenue: { currency: 'EUR', minor: -1 },
    };
    const names = answerProblems(everyKind, { title: 'x', ...wrong }, 'submit').map(({ path }) => controlOf(everyKind, path));
    expect([...new Set(names)]).toEqual(
      [
        ['sector'],
        ['revenue', 'amount'],
        ['links'],
        ['claim', 'measure'],
        ...['value', 'n', 'from', 'to'].map((part) => ['claim', part]),
        ...['n', 'from', 'to'].map((part) => ['claim', 'before', part]),
        ['rules'],
        ['case'],
      ].map((path) => controlName(...path)),
    );
  });
});
