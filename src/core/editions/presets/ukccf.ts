import { after, type EditionPreset, oneToTen } from './preset.ts';

export const ukccf: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'For contact centres and the people in them',
      about: 'The eight highest of each category are shortlisted and present at a final by appointment.',
      judging:
        'Whoever is shortlisted presents to the judges for thirty minutes and answers questions for fifteen; for Contact Centre of the Year it is forty-five and thirty.',
      sources: ['https://ukccfawards.co.uk/final-judging-sessions'],
      illustrative: [
        'All dates, the scale from 1 to 10, and the criteria: the source says none of them.',
        'That several at the eighth place are all shortlisted.',
        'How many judges read an entry, and ties.',
        'Every category but Contact Centre of the Year.',
        'How the winner is found at the final: the shortlist is what is counted here, and the final has a round of its own in the timeline.',
      ],
    },
    timeline: {
      entries: { opens: after(opening, 0, '09:00'), closes: after(opening, 90) },
      rounds: [
        { key: 'written', name: 'Written entries', opens: after(opening, 90), closes: after(opening, 118) },
        { key: 'final', name: 'Live finals', opens: after(opening, 140, '09:00'), closes: after(opening, 147) },
      ],
      announcement: after(opening, 175, '19:00'),
    },
    categories: [
      { code: 'A', name: 'Contact Centre of the Year', nominees: ['organisation'], nominators: ['self'], form: 'entry', scorecard: 'main' },
      { code: 'B', name: 'Team of the Year', nominees: ['team'], nominators: ['self'], form: 'entry', scorecard: 'main' },
      { code: 'C', name: 'Manager of the Year', nominees: ['person'], nominators: ['self'], form: 'entry', scorecard: 'main' },
    ],
    forms: {
      entry: {
        title: 'Written entry',
        sections: [
          {
            key: 'entry',
            title: 'The entry',
            items: [
              { kind: 'long-text', key: 'story', label: 'Why this nominee', required: 'submit', words: { max: 1500 } },
              { kind: 'files', key: 'evidence', label: 'Evidence' },
            ],
          },
        ],
      },
    },
    scorecards: {
      main: { criteria: [{ kind: 'judged', key: 'overall', name: 'The written entry as a whole', weight: 1, scale: oneToTen }] },
    },
    award: { judges: 3, minimumPanel: 3, levels: [{ level: 'Shortlisted', top: 8 }], seats: 8 },
  }),
};
