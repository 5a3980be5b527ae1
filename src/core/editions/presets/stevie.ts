import { after, type EditionPreset, oneToTen, yearOf } from './preset.ts';

/** The four families, each with the mark of the year it was new in: two were in that of the source. */
const families = [
  { code: 'J01', name: 'Award for the Innovative Use of Technology in Customer Service', nominees: ['technology' as const] },
  { code: 'J02', name: 'Award for Innovation in Customer Service Management, Planning & Practice', nominees: ['organisation' as const] },
  { code: 'J03', name: 'Award for Most Innovative Contact Center of the Year', nominees: ['organisation' as const], isNew: true },
  {
    code: 'J04',
    name: 'Award for Most Innovative Customer Service Department / Team of the Year',
    nominees: ['team' as const],
    isNew: true,
  },
];

const elsewhere = (family: string): string =>
  ['J01', 'J02'].includes(family) ? 'the other Award for Innovation in Customer Service categories' : 'the other categories';

const industries = [
  ['A', 'Computer Industries', 'in the internet/new media, computer hardware, computer software, computer services, etc. industries'],
  ['B', 'Financial Services Industries', 'in the accounting, banking, financial services, insurance, etc. industries'],
  ['C', 'Other Service Industries', 'in all service industries except for financial services'],
  ['D', 'Telecommunications Industries', 'in all telecommunications industries'],
  ['E', 'Government', 'in all government organizations'],
  ['F', 'Non-Profit', 'in all non-profit organizations and NGOs'],
  ['G', 'Public Enterprise', 'in all business organizations wholly or partly owned by the state and controlled through a public authority'],
  ['H', 'All Other Industries', undefined],
] as const;

const branchesOf = (family: string) =>
  industries.map(([letter, name, where]) => ({
    code: `${family}${letter}`,
    in: family,
    name,
    description: `Recognizes achievement ${where ?? `in all industries that are not covered by one of ${elsewhere(family)}`}.`,
  }));

const form = (since: string, before: number) => ({
  title: 'Entry',
  sections: [
    {
      key: 'achievements',
      title: 'The innovative achievements',
      items: [
        {
          kind: 'date' as const,
          key: 'achieved-since',
          label: 'When did these achievements begin?',
          help: `The category recognizes innovation since ${since}.`,
          required: 'submit' as const,
        },
        {
          kind: 'consent' as const,
          key: 'updated',
          label: `Entered again after it won in ${before}`,
          help: `Only for what won in the ${before} edition and is entered in the same category again.`,
          text: `This nomination won in the ${before} edition and has been updated with recent achievements.`,
          required: 'never' as const,
          protection: 'internal' as const,
          fact: 'entry.updated' as const,
        },
        {
          kind: 'group' as const,
          key: 'told',
          label: 'An essay or a video',
          rule: 'exactly-one-of' as const,
          fields: [
            { kind: 'long-text' as const, key: 'essay', label: 'An essay of up to 625 words', words: { max: 625 } },
            { kind: 'video' as const, key: 'video', label: 'A video of up to five (5) minutes', seconds: 300 },
          ],
        },
      ],
    },
    {
      key: 'support',
      title: 'Support for the entry',
      help: 'Optional, but highly recommended: background for the judges.',
      items: [
        { kind: 'files' as const, key: 'files', label: 'Supporting files' },
        { kind: 'web-addresses' as const, key: 'addresses', label: 'Web addresses' },
      ],
    },
  ],
});

export const stevie: EditionPreset = {
  from: (opening) => ({
    texts: {
      strapline: 'Innovation in the management and practice of customer service',
      about: `These categories recognize innovation in the management and practice of customer service since July 1 ${yearOf(opening) - 3}. They are those of the Stevie Awards’ list “Customer Service Awards Categories” for 2024, whose window began on July 1 2021.`,
      judging:
        'One round. Each entry is marked by at least five judges from 1 to 10. An average of 7.75 or more wins a Stevie; the highest of its category wins the Gold.',
      sources: ['https://sales.stevieawards.com/ru/judges/judging-awards-process'],
      illustrative: [
        'All dates, counted from the day entries open.',
        'That one mark is given for the whole entry: no source names the criteria.',
        'What the level between 7.75 and the Gold is called, and how ties are broken: no source says it.',
        'The question when the achievements began, by which the window is checked, and the box that says whether an entry was updated.',
        'How many supporting files and addresses may be added, and how large files may be.',
        'Whom each family awards (a technology, an organisation, a team), read off its name.',
      ],
      questions: [
        {
          key: 'won-before',
          question: 'May what has won before be entered again?',
          answer: `Nominations that won in the ${yearOf(opening) - 1} edition may be entered again. Updated with recent achievements, they may go to the categories in which they won; not updated, only to others.`,
        },
      ],
    },
    timeline: {
      entries: { opens: after(opening, 0, '09:00'), closes: after(opening, 120) },
      rounds: [{ key: 'judging', opens: after(opening, 120), closes: after(opening, 162) }],
      announcement: after(opening, 176, '12:00'),
    },
    categories: families.flatMap((family) => [
      { ...family, form: 'entry', scorecard: 'main', rules: ['since', 'won-before'] },
      ...branchesOf(family.code),
    ]),
    forms: { entry: form(`July 1 ${yearOf(opening) - 3}`, yearOf(opening) - 1) },
    rules: {
      since: { name: 'Achieved since', needs: { fact: 'answer.achieved-since', since: `${yearOf(opening) - 3}-07-01` } },
      // The last edition rather than its name: an edition copied to the next year then means the next one.
      'won-before': {
        name: 'Winners of the edition before',
        when: { won: { last: 1, category: 'any' } },
        needs: { any: [{ not: { won: { last: 1, category: 'same' } } }, { fact: 'entry.updated', equals: true }] },
      },
    },
    scorecards: {
      main: { criteria: [{ kind: 'judged', key: 'achievement', name: 'Innovative achievement', weight: 1, scale: oneToTen }] },
    },
    award: {
      judges: 5,
      minimumPanel: 5,
      levels: [
        { level: 'Gold', highest: true, atLeast: '7.75' },
        { level: 'Stevie', atLeast: '7.75' },
      ],
    },
  }),
};
