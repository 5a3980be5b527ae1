/** What the running edition of the demo is made of, beside its dates: what people ask, who may enter, what marks mean, what is asked. */

const questions = [
  {
    key: 'won-before',
    question: 'We won last year. May we enter again?',
    answer:
      'Yes. In the category you won, if the entry tells of something achieved since; in any other category, as it is. The page of each category says which rules hold there.',
  },
  {
    key: 'cost',
    question: 'What does it cost?',
    answer: 'Nothing to enter, nothing to win, nothing for the trophy. The institute pays from its members’ fees.',
  },
  {
    key: 'failure',
    question: 'What if our connection fails at 16:59?',
    answer: 'Your text is saved as you type, and the moment your submission reaches us counts, not the moment a page answers.',
  },
];

export const texts = {
  languages: ['en'],
  fees: 'Entering costs nothing, and neither does winning.',
  questions,
  sponsors: [
    {
      key: 'bell-founders',
      name: 'The Aldersea Bell Founders',
      about: 'They cast the hand bells and have no say in who is given one.',
    },
  ],
  illustrative: ['The Handbell Awards, the institute that holds them and everybody who enters are invented.'],
};

/** A story, what proves it, and what only the organisers read. */
export const forms = {
  story: {
    title: 'Your entry',
    sections: [
      {
        key: 'story',
        title: 'What happened',
        items: [
          {
            kind: 'long-text',
            key: 'story',
            label: 'Your story',
            help: 'What was it like before, what did you change, and what is different for customers now?',
            required: 'submit',
            words: { max: 625 },
          },
          {
            kind: 'choice',
            key: 'began-with',
            label: 'Who began it?',
            options: [
              { key: 'crew', label: 'Those who do the work' },
              { key: 'lead', label: 'Those who lead it' },
              { key: 'customers', label: 'Customers' },
            ],
            other: true,
          },
        ],
      },
      {
        key: 'proof',
        title: 'What proves it',
        help: 'Optional, and worth it: show what a stranger could check.',
        items: [
          {
            kind: 'files',
            key: 'evidence',
            label: 'One file that proves it',
            help: 'A table of figures, a letter, a rota: whatever a stranger could check.',
            groups: ['document', 'table', 'picture'],
            count: { max: 1 },
          },
          {
            kind: 'group',
            key: 'change',
            label: 'What changed, told once more',
            help: 'A figure with its period and what it was measured on, or the words of one customer.',
            rule: 'exactly-one-of',
            required: 'never',
            fields: [
              { kind: 'metric', key: 'measured', label: 'One figure', source: 'none' },
              { kind: 'long-text', key: 'customer', label: 'One customer’s words', words: { max: 100 } },
            ],
          },
          { kind: 'web-addresses', key: 'links', label: 'Where it can be seen', count: { max: 3 } },
        ],
      },
      {
        key: 'us',
        title: 'For the organisers',
        help: 'Judges do not read this part.',
        items: [
          {
            kind: 'number',
            key: 'people',
            label: 'How many people work in your house?',
            min: 1,
            audience: 'managers',
            fact: 'company.staff',
          },
          {
            kind: 'choice',
            key: 'small-house',
            label: 'Do you belong to a larger one?',
            condition: { field: 'people', below: 250 },
            audience: 'managers',
            options: [
              { key: 'no', label: 'No' },
              { key: 'yes', label: 'Yes' },
            ],
          },
          {
            kind: 'date',
            key: 'founded',
            label: 'Since when has your house been open?',
            help: 'The day its first customer came, as well as you know it.',
            audience: 'managers',
            fact: 'company.operatingSince',
          },
          {
            kind: 'consent',
            key: 'updated',
            label: 'If you won last year',
            text: 'This entry tells of something achieved since it last won.',
            required: 'never',
            fact: 'entry.updated',
          },
          { kind: 'reference', key: 'referee', label: 'Somebody who can confirm it', to: 'person', audience: 'managers' },
        ],
      },
    ],
  },
};

export const rules = {
  operating: {
    name: 'In business for a year',
    needs: { fact: 'company.operatingSince', yearsAtLeast: 1 },
    says: 'A change has to have lasted through every season once.',
  },
  'prior-winner': {
    name: 'Last year’s winners',
    when: { won: { last: 1, category: 'same' } },
    needs: { fact: 'entry.updated', equals: true },
    says: 'Whoever won last year may enter the same category again with something achieved since.',
  },
  'small-house': {
    name: 'Fewer than 250 people',
    decides: 'advice',
    needs: { fact: 'company.staff', below: 250 },
  },
  'named-by-others': {
    name: 'Named by a customer or a colleague',
    needs: {
      any: [
        { fact: 'entry.nominator', oneOf: ['peer', 'customer'] },
        { fact: 'nominations.customer', atLeast: 3 },
      ],
    },
  },
};

const scale = { min: 1, max: 10 };
const judged = (key: string, weight: number, rest: object) => ({ kind: 'judged', key, weight, scale, ...rest });

/** The criteria of `programme.ts` in the same order and with the same weights, and what their marks mean. */
export const scorecards = {
  main: {
    groups: [
      { key: 'outcome', name: 'What came of it' },
      { key: 'work', name: 'How it was done' },
    ],
    criteria: [
      judged('criterion-1', 35, {
        name: 'Result for customers',
        question: 'What is different for them, and how do you know that it was you?',
        group: 'outcome',
        guidance: 'Look for a number before and after, the same people counted both times, and a reason why nothing else explains it.',
        anchors: [
          { mark: 1, text: 'Customers would not have noticed.' },
          { mark: 5, text: 'Some noticed; the figures are the entrant’s own and stand alone.' },
          { mark: 10, text: 'Every customer it concerned is better off, and figures from before and after show it.' },
        ],
      }),
      judged('criterion-2', 20, {
        name: 'Originality',
        question: 'Would others in your field have thought of it?',
        group: 'work',
        anchors: [
          { mark: 1, text: 'Everybody does it.' },
          { mark: 10, text: 'Nobody had, and others will.' },
        ],
      }),
      judged('criterion-3', 20, {
        name: 'Craft',
        question: 'How well was it planned, taught and carried out?',
        group: 'work',
        anchors: [
          { mark: 1, text: 'It happened to them.' },
          { mark: 10, text: 'Planned, tried small, taught to those who had to do it, and mended where it failed.' },
        ],
      }),
      judged('criterion-4', 15, {
        name: 'Evidence',
        question: 'Could a stranger check it?',
        group: 'outcome',
        anchors: [
          { mark: 1, text: 'Nothing but adjectives.' },
          { mark: 10, text: 'Sources, sample sizes and what went wrong are all there.' },
        ],
      }),
      judged('criterion-5', 10, {
        name: 'Reach',
        question: 'How many did it help, and could others take it up?',
        group: 'outcome',
      }),
    ],
  },
};

const common = { form: 'story', scorecard: 'main', nominators: ['self'], limits: { each: 2 } };

/** With the codes and names of `programme.ts`, which entries are told by. */
export const categoryTree = [
  {
    code: 'H1',
    name: 'Innovative use of technology',
    description: 'What a machine now does, so that a person can do the rest.',
    nominees: ['organisation', 'team', 'technology'],
    rules: ['operating', 'prior-winner'],
    ...common,
  },
  {
    code: 'H2',
    name: 'Service management and practice',
    description: 'How the work is arranged: rotas, rules, training, the right to decide.',
    retired: true,
  },
  {
    code: 'H3',
    name: 'Contact centre of the year',
    description: 'A whole centre, judged by what its customers would say of it.',
    nominees: ['organisation'],
    rules: ['operating', 'prior-winner'],
    divisions: [
      { key: 'small', name: 'Small houses', rule: 'small-house' },
      { key: 'open', name: 'Everybody else' },
    ],
    sponsor: 'bell-founders',
    ...common,
  },
  {
    code: 'H4',
    name: 'Customer service team',
    description: 'Between three and sixty people who answer for one thing together.',
    nominees: ['team'],
    isNew: true,
    rules: ['operating'],
    ...common,
    nominators: ['self', 'peer', 'customer'],
  },
  { code: 'H4A', in: 'H4', name: 'Public service', description: 'Councils, registries, hospitals: teams nobody can choose to leave.' },
  { code: 'H4B', in: 'H4', name: 'Everybody else', rules: ['operating', 'named-by-others'] },
];
