import { after, type EditionPreset, worth } from './preset.ts';

/** Maxima by group in the published parts 40, 20, 20, 10 and 10 of a hundred. */
const card = [
  ...worth('experience', 40, [
    'First impression',
    'Navigation',
    'Page design',
    'Readability',
    'Speed',
    'Access for everybody',
    'Sign-in and profile',
    'Consistency',
    'Mobile use',
    'Overall usability',
  ]),
  ...worth('content', 40, ['Depth of the knowledge base', 'Quality of answers', 'Search', 'Currency', 'Downloads and documentation']),
  ...worth('interaction', 40, ['Opening and following cases', 'Community', 'Live help', 'Personal alerts', 'Feedback on content']),
  ...worth('improvement', 40, ['Major challenge overcome']),
  ...worth('improvement', 30, ['Development over the year', 'Plans and learning']),
  ...worth('metrics', 50, ['Measures of use', 'Measures of success']),
];

export const asp: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'The ten best web support sites of the year',
      about:
        'Judges experienced in service and support rate each site on 25 criteria of 1,000 points in all, among them overall design and usability, knowledge base, interactive features, the customer experience, and a major challenge of developing the site that the entrant has overcome. Entrants compete in the Open or in the Small Company division, and each gets a report of how their site scored.',
      judging:
        'Five judges. Points are added up; what does not apply to a site counts nought. Experience counts 40 of a hundred, content and interaction 20 each, improvement and metrics 10 each.',
      sources: [
        'https://asponline.com/awards/scoring-criteria',
        'https://asponline.com/awardsfaq.html',
        'https://www.ftworks.com/the-new-asp-top-10-scoring-system',
      ],
      illustrative: [
        'The 25 criteria and the points of each: the sources name groups and their parts (40, 20, 20, 10, 10), the number of criteria, the total of 1,000 and the major challenge. Later cards had 22 criteria.',
        'All dates.',
        'That ten are chosen of both divisions together, and how ties are broken.',
        'That the division goes by the revenue an entrant states; who wants proof of it says so in the rule. Its limit of $500 million is one of several the source had: later it was $100 million, with a medium size.',
      ],
    },
    timeline: {
      entries: { opens: after(opening, 0, '09:00'), closes: after(opening, 60) },
      screening: { opens: after(opening, 60), closes: after(opening, 67) },
      rounds: [{ key: 'judging', opens: after(opening, 67), closes: after(opening, 100) }],
      announcement: after(opening, 120, '12:00'),
    },
    categories: [
      {
        code: 'T',
        name: 'Ten Best Web Support Sites',
        nominees: ['technology'],
        nominators: ['self'],
        form: 'site',
        scorecard: 'thousand',
        divisions: [
          { key: 'small', name: 'Small Company', rule: 'small-company' },
          { key: 'open', name: 'Open' },
        ],
      },
    ],
    forms: {
      site: {
        title: 'The site',
        sections: [
          {
            key: 'site',
            title: 'The site and its year',
            items: [
              { kind: 'web-addresses', key: 'address', label: 'Where judges find it', required: 'submit' },
              { kind: 'long-text', key: 'challenge', label: 'A major challenge overcome in developing it', required: 'submit' },
              { kind: 'long-text', key: 'measures', label: 'How its use and success are measured' },
              { kind: 'files', key: 'files', label: 'Pictures and documents' },
            ],
          },
          {
            key: 'company',
            title: 'The company',
            items: [
              {
                kind: 'money',
                key: 'revenue',
                label: 'Total revenue of the last financial year, parent companies included',
                help: 'It decides the division. Judges do not read it.',
                required: 'submit',
                currencies: ['USD'],
                min: 0,
                audience: 'managers',
                fact: 'group.revenue',
              },
            ],
          },
        ],
      },
    },
    rules: {
      'small-company': {
        name: 'Small Company',
        stage: 'screening',
        needs: { fact: 'group.revenue', below: '500000000 USD' },
      },
    },
    scorecards: {
      thousand: {
        name: 'A card of 1,000 points',
        groups: [
          { key: 'experience', name: 'Overall design, usability and customer experience' },
          { key: 'content', name: 'Content and knowledge base' },
          { key: 'interaction', name: 'Interactive features' },
          { key: 'improvement', name: 'Improvement' },
          { key: 'metrics', name: 'Metrics' },
        ],
        criteria: card.map((criterion) => ({ ...criterion, guidance: 'What does not apply to a site is marked 0.' })),
      },
    },
    award: { judges: 5, minimumPanel: 5, levels: [{ level: 'Ten Best', top: 10 }], seats: 10 },
  }),
};
