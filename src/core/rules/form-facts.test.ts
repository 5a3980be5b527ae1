import { expect, it } from 'vitest';
import { answerKindsOf } from '../editions/answer-kinds.ts';
import { formShape } from '../forms/shape.ts';
import { answerFacts } from './form-facts.ts';

const form = formShape.parse({
  title: 'Entry',
  sections: [
    {
      key: 'all',
      title: 'All',
      items: [
        { kind: 'long-text', key: 'essay', label: 'Essay' },
        {
          kind: 'choice',
          key: 'size',
          label: 'Size',
          options: [
            { key: 'small', label: 'Small' },
            { key: 'large', label: 'Large' },
          ],
        },
        { kind: 'choice', key: 'regions', label: 'Regions', options: [{ key: 'emea', label: 'EMEA' }], choose: { max: 3 } },
        { kind: 'money', key: 'revenue', label: 'Revenue', currencies: ['USD', 'JPY'] },
        { kind: 'date', key: 'begun', label: 'Begun', condition: { field: 'size', is: ['large'] } },
        { kind: 'consent', key: 'terms', label: 'Terms', text: 'I agree.' },
        { kind: 'files', key: 'proof', label: 'Proof' },
        { kind: 'metric', key: 'claim', label: 'Claim' },
      ],
    },
  ],
});

it('every field of a form is a fact of its kind, and a claim of a metric is three', () => {
  expect(answerKindsOf([form])).toEqual({
    'answer.essay': { type: 'words' },
    'answer.size': { type: 'choice', options: ['small', 'large'] },
    'answer.regions': { type: 'choices', options: ['emea'] },
    'answer.revenue': { type: 'money' },
    'answer.begun': { type: 'day' },
    'answer.terms': { type: 'yes-no' },
    'answer.proof': { type: 'present' },
    'answer.claim': { type: 'present' },
    'answer.claim.value': { type: 'number' },
    'answer.claim.period': { type: 'period' },
  });
});

it('answers are facts as rules are written, and what is hidden or empty is known to be nothing', () => {
  const answers = {
    essay: 'State-of-the-art service, really.',
    size: { options: ['small'] },
    revenue: { currency: 'USD', minor: 9_999_999_999 },
    begun: '2021-07-01',
    terms: true,
    claim: { metric: 'nps', value: 42, from: '2021-07-01' },
  };
  expect(answerFacts(form, answers)).toEqual({
    'answer.essay': { words: 3 },
    'answer.size': 'small',
    'answer.regions': null,
    'answer.revenue': '99999999.99 USD',
    'answer.begun': null,
    'answer.terms': true,
    'answer.proof': null,
    'answer.claim': true,
    'answer.claim.value': 42,
    'answer.claim.period': { from: '2021-07-01' },
    'entry.answers': 5,
  });
  const large = { size: { options: ['large'] }, begun: '2021-07-01', revenue: { currency: 'JPY', minor: 500 } };
  expect(answerFacts(form, large)).toMatchObject({ 'answer.begun': '2021-07-01', 'answer.revenue': '500 JPY', 'answer.terms': false });
});
