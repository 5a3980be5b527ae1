import { after, type EditionPreset, equally, oneToTen } from './preset.ts';

export const blend: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'Decided by judges and by those who use it',
      about:
        'Judges and members mark the same entries at the same time: the judges count three quarters of the score, the members a quarter, as the VicABC Awards do it. A company has one vote.',
      judging: '75 % judges, 25 % members.',
      sources: ['https://vicabc.awardify.io/judging-process'],
      illustrative: [
        'All dates, the criteria and the scale from 1 to 10.',
        'How many judges and how many votes an entry needs, the winner as the highest, and ties.',
        'The category, and what the entry asks.',
      ],
    },
    timeline: {
      entries: { opens: after(opening, 0, '09:00'), closes: after(opening, 60) },
      rounds: [
        { key: 'judges', name: 'Judges', opens: after(opening, 61, '09:00'), closes: after(opening, 89) },
        { key: 'members', name: 'Members', opens: after(opening, 61, '09:00'), closes: after(opening, 82), parallel: true },
      ],
      announcement: after(opening, 103, '12:00'),
    },
    categories: [
      {
        code: 'B',
        name: 'Best service',
        nominees: ['organisation', 'team'],
        nominators: ['self', 'peer', 'customer'],
        form: 'entry',
        scorecard: 'main',
      },
    ],
    forms: {
      entry: {
        title: 'Entry',
        sections: [
          {
            key: 'entry',
            title: 'The entry',
            items: [
              {
                kind: 'long-text',
                key: 'story',
                label: 'What was done for customers',
                audience: 'public',
                required: 'submit',
                words: { max: 600 },
              },
              { kind: 'files', key: 'evidence', label: 'Evidence for the judges' },
            ],
          },
        ],
      },
    },
    scorecards: {
      main: {
        groups: [{ key: 'judges', name: 'Judges' }],
        criteria: equally('judges', ['Service to customers', 'Results', 'Originality']),
      },
      members: { criteria: [{ kind: 'judged', key: 'choice', name: 'How good is this service?', weight: 1, scale: oneToTen }] },
    },
    award: {
      judges: 3,
      minimumPanel: 3,
      rounds: [
        { round: 'judges', weight: 75 },
        { round: 'members', weight: 25, minimumPanel: 1, scorecard: 'members' },
      ],
      levels: [{ level: 'Winner', highest: true }],
      seats: 1,
    },
  }),
};
