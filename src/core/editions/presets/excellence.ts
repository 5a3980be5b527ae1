import { after, type EditionPreset, equally, oneToTen } from './preset.ts';

const eligibility = [
  ['quality', 'Consistent, high-quality service'],
  ['satisfaction', 'How customer satisfaction is tracked and ensured'],
  ['innovating', 'How service delivery is innovated'],
  ['engaging', 'How employees are engaged'],
  ['customer-centred', 'A customer-centric culture'],
  ['ethics', 'Ethical practices'],
] as const;

const judging = [
  'Service quality',
  'Customer satisfaction',
  'Innovation',
  'Employee engagement',
  'Customer-centric culture',
  'Impact on loyalty',
  'Ethical practices',
];
const qualitative = [
  'Personalized service',
  'Empathy',
  'Effective communication',
  'Problem-solving',
  'Proactive support',
  'Relationship building',
  'Continuous improvement',
];
/** The measures of the source, each with what a claim of it is about. */
const metrics = [
  ['csat', 'Customer satisfaction scores'],
  ['nps', 'Net Promoter Score (NPS)'],
  ['resolution-time', 'Resolution time'],
  ['fcr', 'First contact resolution rate'],
  ['retention', 'Customer retention rate'],
  ['ratings', 'Customer feedback and ratings'],
  ['response-time', 'Response time to inquiries or issues'],
  ['quality-review', 'Service quality assessments'],
  ['engagement', 'Employee satisfaction and engagement scores'],
  ['training', 'Training completion rates'],
] as const;
const additional = ['Service recovery', 'Seamless omnichannel support', 'Customer education', 'Community engagement', 'Proactive outreach'];

const longText = (key: string, label: string, max: number) => ({
  kind: 'long-text' as const,
  key,
  label,
  required: 'submit' as const,
  words: { max },
});

const form = {
  title: 'Entry',
  sections: [
    { key: 'eligibility', title: 'Eligibility', items: eligibility.map(([key, label]) => longText(`shows-${key}`, label, 150)) },
    {
      key: 'service',
      title: 'Your service',
      items: [
        longText('judging', `On ${judging.join(', ').toLowerCase()}`, 1000),
        longText('qualitative', `On ${qualitative.join(', ').toLowerCase()}`, 1000),
        { ...longText('additional', `On ${additional.join(', ').toLowerCase()}`, 600), required: 'never' as const },
      ],
    },
    {
      key: 'metrics',
      title: 'Metrics',
      help: 'Claims with the definition used, the period and the source.',
      items: metrics.map(([metric, label]) => ({ kind: 'metric' as const, key: metric, label, metrics: [metric] })),
    },
  ],
};

export const excellence: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'The pinnacle of service delivery',
      about:
        'For organisations that go above and beyond to meet and exceed the expectations of customers. Eligibility, judging, qualitative and additional criteria and the metrics are those of the published description “Customer Service Excellence”.',
      judging: 'Judges mark what an entry shows on each criterion, from service quality to proactive outreach, and what its metrics prove.',
      illustrative: [
        'All dates, the scale from 1 to 10 and that every criterion counts the same: the description has no figures.',
        'How many judges read an entry, the winner as the highest, and ties.',
        'That metrics are marked by judges from the claims of an entry: the description declares no thresholds by which they could be scored.',
        'The questions of the entry form and how long answers may be.',
      ],
    },
    timeline: {
      entries: { opens: after(opening, 0, '09:00'), closes: after(opening, 75) },
      screening: { opens: after(opening, 75), closes: after(opening, 82) },
      rounds: [{ key: 'judging', opens: after(opening, 82), closes: after(opening, 112) }],
      announcement: after(opening, 130, '12:00'),
    },
    categories: [
      {
        code: 'X',
        name: 'Customer Service Excellence',
        nominees: ['organisation'],
        nominators: ['self'],
        form: 'entry',
        scorecard: 'excellence',
        rules: ['eligible', 'shows-numbers'],
      },
    ],
    forms: { entry: form },
    rules: {
      eligible: {
        name: 'All that eligibility asks is shown',
        needs: { answers: eligibility.map(([key]) => `shows-${key}`), atLeast: eligibility.length },
      },
      'shows-numbers': {
        name: 'At least one metric',
        decides: 'advice',
        needs: { answers: metrics.map(([key]) => key), atLeast: 1 },
      },
    },
    scorecards: {
      excellence: {
        groups: [
          { key: 'eligibility', name: 'Eligibility' },
          { key: 'judging', name: 'Judging criteria' },
          { key: 'qualitative', name: 'Qualitative criteria' },
          { key: 'metrics', name: 'Metrics' },
          { key: 'additional', name: 'Additional criteria' },
        ],
        criteria: [
          {
            kind: 'gate',
            key: 'track-record',
            name: 'A track record of excellence',
            question: 'Does the entry exhibit a track record of excellence?',
            group: 'eligibility',
            judges: 'most',
          },
          ...equally('judging', judging),
          ...equally('qualitative', qualitative),
          ...metrics.map(([metric, name]) => ({
            kind: 'judged' as const,
            key: `metrics-${metric}`,
            name,
            group: 'metrics',
            weight: 1,
            scale: oneToTen,
          })),
          ...equally('additional', additional),
        ],
      },
    },
    award: { judges: 3, minimumPanel: 3, levels: [{ level: 'Winner', highest: true }], seats: 1 },
  }),
};
