/** Forms for tests: the shortest way to one, and one that asks everything there is to ask. */
import { type Form, formShape } from '#core/forms/shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** A field of a kind: its key is its label. */
export const asks = (kind: string, key: string, more: Json = {}): Json => ({ kind, key, label: key, ...more });

/** A group that decides, or a plain one. */
export const grouped = (key: string, rule: string, fields: readonly Json[], more: Json = {}): Json => ({
  kind: 'group',
  key,
  label: key,
  rule,
  fields,
  ...more,
});

/** A form of one section of these. */
export const formOf = (...items: readonly Json[]): Form =>
  formShape.parse({ title: 'Form', sections: [{ key: 'entry', title: 'Entry', items }] });

export const option = (key: string): Json => ({ key, label: key });

/** An essay of up to 625 words or a video of up to 5:00, not both; then every other kind of field. */
export const everyKind: Form = formShape.parse({
  title: { en: 'Customer service', de: 'Kundenservice' },
  sections: [
    {
      key: 'story',
      title: 'Story',
      items: [
        asks('short-text', 'title', { required: 'draft', characters: { max: 80 } }),
        grouped('case', 'exactly-one-of', [asks('long-text', 'essay', { words: { max: 625 } }), asks('video', 'film', { seconds: 300 })]),
      ],
    },
    {
      key: 'company',
      title: 'Company',
      items: [
        asks('choice', 'sector', { required: 'submit', options: [option('bank'), option('shop')], other: true }),
        asks('choice', 'channels', { options: [option('phone'), option('mail'), option('chat')], choose: { min: 1, max: 2 } }),
        asks('number', 'agents', { min: 1, max: 100_000, required: 'submit' }),
        asks('money', 'revenue', { currencies: ['EUR', 'JPY'], min: 0, audience: 'managers', condition: { field: 'agents', atLeast: 50 } }),
        asks('date', 'since', { from: '2021-07-01', to: '2024-06-30' }),
        asks('reference', 'leader', { to: 'person' }),
      ],
    },
    {
      key: 'proof',
      title: 'Proof',
      items: [
        asks('files', 'papers', { groups: ['document'], extensions: ['pdf'], bytes: 1_000_000, count: { max: 3 } }),
        asks('web-addresses', 'links', { count: { max: 2 }, audience: 'public', protection: 'public' }),
        asks('metric', 'claim', { metrics: ['csat', 'nps', 'response-time'], before: 'optional' }),
        asks('consent', 'rules', { text: 'I have read the rules.' }),
      ],
    },
  ],
});

export const goodClaim = { metric: 'csat', definition: 'top-two-of-five', from: '2024-01-01', to: '2024-03-31', value: 90, n: 200 };

/** Answers with which the form above may be sent in. */
export const goodAnswers = {
  title: 'Faster help',
  essay: 'We answered sooner.',
  sector: { options: ['bank'] },
  agents: 12,
  claim: goodClaim,
  rules: true,
};
