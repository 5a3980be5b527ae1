import { after, type EditionPreset, equally } from './preset.ts';

const categories = [
  'Online service',
  'On-site service',
  'Metrics',
  'Knowledge management',
  'Services marketing',
  'Support staff practices',
  'Service delivery optimization',
  'Value-added support',
  'Customer commitment',
];

export const star: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'Best practices in service and support',
      about:
        'Nominations come first; whoever is accepted sends an application three weeks later, as in 2007 (nomination by 26 January, application by 16 February). The nine categories are those Becky Carroll lists in “Are You Among the Best in Customer Support?” (Customers Rock!, 2007). Criteria are those of the TSIA STAR Awards, which followed the SSPA’s.',
      judging: 'Five criteria that count the same.',
      fees: 'A nomination is accepted first; the application follows once the fee is paid. No source says how much it is.',
      sources: [
        'https://experts123.com/q/what-is-the-difference-between-a-nomination-and-an-application',
        'https://tsia-starawards.secure-platform.com/a/page/rules',
      ],
      illustrative: [
        'All dates but the three weeks between nomination and application.',
        'The names of the five criteria, and their scale from 1 to 10: the sources available say only that there are five and that they are equal.',
        'How many judges read an application, the winner as the highest of a category, and ties.',
        'What the nomination and the application ask, beyond the limit of thirty pages; points may be deducted for more, which judges decide.',
      ],
    },
    timeline: {
      nominations: { opens: after(opening, 0, '09:00'), closes: after(opening, 28) },
      entries: { opens: after(opening, 7, '09:00'), closes: after(opening, 49), fromNomination: true },
      rounds: [{ key: 'judging', opens: after(opening, 50), closes: after(opening, 80) }],
      announcement: after(opening, 94, '12:00'),
    },
    categories: categories.map((name, at) => ({
      code: `S${at + 1}`,
      name,
      nominees: ['organisation' as const],
      nominators: ['self' as const],
      form: 'application',
      scorecard: 'main',
    })),
    forms: {
      application: {
        title: 'Application',
        sections: [
          {
            key: 'practice',
            title: 'The practice',
            items: [
              { kind: 'long-text', key: 'summary', label: 'What was done, and what came of it', required: 'submit', words: { max: 1000 } },
              {
                kind: 'files',
                key: 'document',
                label: 'The application as a document',
                help: 'Thirty pages at most. Points may be deducted for more.',
                required: 'submit',
                groups: ['document'],
              },
            ],
          },
        ],
      },
    },
    scorecards: {
      main: {
        groups: [{ key: 'star', name: 'Five equal criteria' }],
        criteria: equally('star', ['First criterion', 'Second criterion', 'Third criterion', 'Fourth criterion', 'Fifth criterion']),
      },
    },
    award: { judges: 3, minimumPanel: 3, levels: [{ level: 'Winner', highest: true }], seats: 1 },
  }),
};
