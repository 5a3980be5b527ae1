import type { Preset } from './preset.ts';

const oneToTen = { min: 1, max: 10 };

const stevie: readonly Preset[] = [
  {
    id: 'stevie-sales-customer-service',
    programme: 'Stevie Awards for Sales & Customer Service',
    sources: ['sales.stevieawards.com/ru/judges/judging-awards-process'],
    rules: {
      scale: oneToTen,
      aggregation: { kind: 'mean' },
      minimumPanel: 5,
      levels: [
        { level: 'Gold', highest: true, atLeast: '7.75' },
        { level: 'Stevie', atLeast: '7.75' },
      ],
    },
    unstated: ['criteria', 'weights', 'ties', 'level-names'],
  },
  {
    id: 'stevie-technology',
    programme: 'Stevie Awards for Technology Excellence',
    sources: ['stevies-tech.secure-platform.com/site/page/the-awards/awards-process'],
    rules: {
      levels: [
        { level: 'Gold', highest: true },
        { level: 'Silver', atLeast: '8.25' },
        { level: 'Bronze', atLeast: '7.75' },
      ],
    },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'gold-floor'],
  },
  {
    id: 'stevie-general',
    programme: 'Stevie Awards (general page)',
    sources: ['stevieawards.com/node/1065'],
    rules: {
      aggregation: { kind: 'mean' },
      minimumPanel: 10,
      levels: [
        { level: 'Gold', highest: true, atLeast: '7.25' },
        { level: 'Silver', atLeast: '8.0' },
        { level: 'Bronze', atLeast: '7.25' },
      ],
    },
    unstated: ['criteria', 'weights', 'scale', 'ties', 'level-names'],
  },
  {
    id: 'american-business-awards-preliminary',
    programme: 'The American Business Awards, preliminary round as formerly held',
    sources: ['americanbusinessawards.com/judging-awards-process'],
    rules: { levels: [{ level: 'Finalist', atLeast: '7.0' }] },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties'],
  },
  {
    id: 'stevie-great-employers',
    programme: 'Stevie Awards for Great Employers',
    sources: ['stevies-sage.secure-platform.com/a/page/the-awards/awards-process'],
    rules: {
      eachVote: '.001',
      points: [
        { level: 'Gold', points: '3' },
        { level: 'Silver', points: '2' },
        { level: 'Bronze', points: '1.5' },
      ],
    },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'thresholds'],
  },
  {
    id: 'stevie-asia-pacific',
    programme: 'Asia-Pacific Stevie Awards',
    sources: ['asia.stevieawards.com/judging-criteria'],
    // Marks are added up, so weights are as the lengths of the scales: 9 for 1–10, 2 for 0–2.
    rules: {
      criteria: [
        { id: 'quality', weight: 9, scale: oneToTen },
        { id: 'supporting material', weight: 2, scale: { min: 0, max: 2 } },
      ],
    },
    unstated: ['aggregation', 'panel', 'ties', 'thresholds'],
  },
];

const others: readonly Preset[] = [
  {
    id: 'asp-ten-best',
    programme: 'ASP Ten Best Web Support Sites',
    sources: ['asponline.com/awards/scoring-criteria', 'ftworks.com/the-new-asp-top-10-scoring-system'],
    rules: {
      criteria: [
        { id: 'user experience', weight: 40 },
        { id: 'content', weight: 20 },
        { id: 'interaction', weight: 20 },
        { id: 'improvement', weight: 10 },
        { id: 'metrics', weight: 10 },
      ],
      minimumPanel: 5,
      notApplicable: 'lowest',
    },
    unstated: ['scale', 'maxima', 'aggregation', 'ties', 'places'],
  },
  {
    id: 'tsia-star',
    programme: 'TSIA STAR Awards',
    sources: ['tsia-starawards.secure-platform.com/a/page/rules'],
    rules: { criteria: [1, 2, 3, 4, 5].map((n) => ({ id: `criterion ${n}`, weight: 1 })) },
    unstated: ['scale', 'aggregation', 'panel', 'ties', 'thresholds'],
  },
  {
    id: 'ukccf',
    programme: 'UK Contact Centre Forum Awards',
    sources: ['ukccfawards.co.uk/final-judging-sessions'],
    rules: { seats: 8, levels: [{ level: 'Shortlisted', top: 8 }] },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'thresholds'],
  },
  {
    id: 'ukncca',
    programme: 'UK National Contact Centre Awards',
    sources: ['ukncca.com/judging-process'],
    rules: {},
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'thresholds', 'correction'],
  },
  {
    id: 'cxa',
    programme: 'CX Awards family (International, Turkey, Complaint Handling)',
    sources: ['turkeycxa.com', 'cxa.co.uk/faq', 'complaintsawards.co.uk/faq'],
    rules: {
      blend: [
        { id: 'written entry', weight: 50 },
        { id: 'presentation', weight: 50 },
      ],
    },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'thresholds'],
  },
  {
    id: 'vicabc',
    programme: 'VicABC Awards',
    sources: ['vicabc.awardify.io/judging-process'],
    rules: {
      blend: [
        { id: 'judges', weight: 75 },
        { id: 'members', weight: 25 },
      ],
    },
    unstated: ['criteria', 'weights', 'scale', 'aggregation', 'panel', 'ties', 'thresholds'],
  },
];

/** Every programme whose public rules say how entries are counted. */
export const presets: readonly Preset[] = [...stevie, ...others];
