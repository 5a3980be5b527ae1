import { after, type EditionPreset, oneToTen } from './preset.ts';

const everybody = ['self' as const, 'peer' as const, 'customer' as const];

const tree = [
  { code: 'C', name: 'Core categories', form: 'entry', scorecard: 'main', rules: ['enough'], nominators: everybody },
  { code: 'C1', in: 'C', name: 'Best Customer Service Team', nominees: ['team' as const] },
  { code: 'C2', in: 'C', name: 'Best Individual Customer Service Representative', nominees: ['person' as const] },
  { code: 'C3', in: 'C', name: 'Best Contact Center', nominees: ['organisation' as const] },
  { code: 'C4', in: 'C', name: 'Best Customer Service Technology', nominees: ['technology' as const] },
  { code: 'S', name: 'Specialized categories', form: 'entry', scorecard: 'main', rules: ['enough'], nominators: everybody },
  { code: 'SI', in: 'S', name: 'Best Customer Service in a Specific Industry', nominees: ['organisation' as const, 'team' as const] },
  { code: 'SI1', in: 'SI', name: 'Healthcare' },
  { code: 'SI2', in: 'SI', name: 'Technology' },
  { code: 'SI3', in: 'SI', name: 'Retail' },
  {
    code: 'SC',
    in: 'S',
    name: 'Best Customer Service for a Particular Channel',
    nominees: ['organisation' as const, 'team' as const],
  },
  { code: 'SC1', in: 'SC', name: 'Phone' },
  { code: 'SC2', in: 'SC', name: 'Email' },
  { code: 'SC3', in: 'SC', name: 'Social Media' },
  { code: 'SN', in: 'S', name: 'Best Customer Service Innovation', nominees: ['organisation' as const, 'team' as const] },
];

const measured = [
  { key: 'csat', name: 'Customer Satisfaction Scores (CSAT)', points: ['50', '95'], marks: [1, 10] },
  { key: 'nps', name: 'Net Promoter Scores (NPS)', points: ['-20', '80'], marks: [1, 10] },
  { key: 'resolution-time', name: 'Case Resolution Time', points: ['60', '4320'], marks: [10, 1] },
] as const;

const objective = measured.map(({ key, name, points: [low, high], marks: [first, last] }) => ({
  kind: 'metric' as const,
  key,
  name,
  group: 'objective',
  weight: 20,
  scale: oneToTen,
  metric: key,
  breakpoints: [
    { value: low, mark: first },
    { value: high, mark: last },
  ],
  beyond: 'ends' as const,
}));

const claims = measured.map(({ key, name }) => ({ kind: 'metric' as const, key, label: name, metrics: [key] }));

export const industry: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'Exceptional performance within the customer service industry',
      about:
        'Categories, criteria and process are those of “The Ultimate Guide to Structuring Customer Service Industry Awards”: core and specialised categories; companies, peers and customers nominate.',
      judging:
        'Nominations are screened against the minimum criteria. An independent panel of experts rates each; a weighted score of objective and subjective criteria decides. The highest-rated are shortlisted, and the winners are announced at a ceremony.',
      illustrative: [
        'All weights, the scale from 1 to 10 and the values at which a measure earns its marks: the guide asks for a weighted system and gives no figures.',
        'How much each nomination adds, and that all of them add half a mark at most.',
        'All dates, how many judges read a nomination, that five are finalists, and ties.',
        'The questions of the nomination form, and that three answers are the least it needs.',
        'Industries and channels beyond those the guide gives as examples.',
      ],
    },
    timeline: {
      nominations: { opens: after(opening, 0, '09:00'), closes: after(opening, 60) },
      screening: { opens: after(opening, 60), closes: after(opening, 74) },
      rounds: [{ key: 'panel', opens: after(opening, 74), closes: after(opening, 102) }],
      deliberation: { opens: after(opening, 102), closes: after(opening, 109) },
      announcement: after(opening, 116, '12:00'),
      ceremony: { at: after(opening, 140, '19:00') },
    },
    categories: tree,
    forms: {
      entry: {
        title: 'Nomination',
        sections: [
          {
            key: 'service',
            title: 'The service',
            items: [
              { kind: 'long-text', key: 'story', label: 'What makes this service exceptional', required: 'submit', words: { max: 800 } },
              { kind: 'long-text', key: 'feedback', label: 'What customers say of it', words: { max: 400 } },
              { kind: 'files', key: 'evidence', label: 'Evidence' },
            ],
          },
          { key: 'measured', title: 'What was measured', items: claims },
        ],
      },
    },
    rules: {
      enough: { name: 'The minimum criteria', stage: 'screening', needs: { fact: 'entry.answers', atLeast: 3 } },
    },
    scorecards: {
      main: {
        groups: [
          { key: 'objective', name: 'Objective criteria' },
          { key: 'subjective', name: 'Subjective criteria' },
        ],
        criteria: [
          ...objective,
          { kind: 'judged', key: 'feedback', name: 'Customer Feedback', group: 'subjective', weight: 20, scale: oneToTen },
          { kind: 'count', key: 'peers', name: 'Peer Nominations', group: 'subjective', of: 'nominations', each: '0.1', atMost: '0.5' },
          { kind: 'judged', key: 'expertise', name: 'Industry Expertise', group: 'subjective', weight: 20, scale: oneToTen },
        ],
      },
    },
    award: {
      judges: 5,
      minimumPanel: 3,
      levels: [
        { level: 'Winner', highest: true },
        { level: 'Finalist', top: 5 },
      ],
      seats: 5,
    },
  }),
};
