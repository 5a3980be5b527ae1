/** The programme of the demo, and what its editions judge in and by. */
import type { DemoCategory, DemoCriterion } from './shape.ts';

export const programme = {
  name: 'The Handbell Awards',
  strapline: 'For the service people remember',
  summary:
    'The Handbell Awards honour organisations, teams and contact centres that changed something their customers could feel. Entering costs nothing. Every result can be recounted by anyone who doubts it.',
  timeZone: 'Europe/Dublin',
};

const technology: DemoCategory = {
  code: 'H1',
  name: 'Innovative use of technology',
  description: 'What a machine now does, so that a person can do the rest.',
};

export const pastCategories: readonly DemoCategory[] = [
  technology,
  {
    code: 'H2',
    name: 'Service management and practice',
    description: 'How the work is arranged: rotas, rules, training, the right to decide.',
  },
];

export const runningCategories: readonly DemoCategory[] = [
  technology,
  {
    code: 'H3',
    name: 'Contact centre of the year',
    description: 'A whole centre, judged by what its customers would say of it.',
  },
];

export const criteria: readonly DemoCriterion[] = [
  { name: 'Result for customers', question: 'What is different for them, and how do you know that it was you?', weight: 35 },
  { name: 'Originality', question: 'Would others in your field have thought of it?', weight: 20 },
  { name: 'Craft', question: 'How well was it planned, taught and carried out?', weight: 20 },
  { name: 'Evidence', question: 'Could a stranger check it?', weight: 15 },
  { name: 'Reach', question: 'How many did it help, and could others take it up?', weight: 10 },
];

export const scale = { scaleMin: 1, scaleMax: 10 };
export const panel = { seats: 4, minimumPanel: 3 };

/** Set up once and switched off again, so that the demo calls nobody; its address belongs to nobody either. */
export const webhook = {
  address: 'https://hooks.aldersea.example/plaudit',
  note: 'Website of the awards',
  kinds: ['entry.submitted', 'entry.accepted', 'edition.announced'],
} as const;
