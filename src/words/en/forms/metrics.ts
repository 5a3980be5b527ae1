import type { Metric, Statistic } from '#core/forms/claims/metrics.ts';

const metrics: Record<Metric, string> = {
  csat: 'Customer satisfaction (CSAT)',
  nps: 'Net Promoter Score (NPS)',
  'resolution-time': 'Resolution time',
  fcr: 'First-contact resolution (FCR)',
  retention: 'Customer retention',
  'response-time': 'Response time',
  ratings: 'Ratings and feedback',
  'quality-review': 'Quality review',
  engagement: 'Engagement of employees',
  training: 'Training completed',
};

/** By metric and definition; what a definition says exactly. */
const definitions: Readonly<Record<string, string>> = {
  'csat.top-two-of-five': 'Share of all valid ratings that are 4 or 5 of 5; a 3 counts as not satisfied',
  'csat.good-of-two': 'Share of “good” among “good” and “bad”',
  'csat.other-share': 'Another share of all valid ratings; say which in the text',
  'nps.relational': 'Share of 9 and 10 less share of 0 to 6, asked about the whole relation',
  'nps.transactional': 'Share of 9 and 10 less share of 0 to 6, asked after a contact',
  'resolution-time.first': 'From created to first solved',
  'resolution-time.full': 'From created to last solved',
  'resolution-time.net': 'From created to last solved, without waiting for the customer',
  'fcr.gross': 'Resolved in the first contact, of all contacts',
  'fcr.net': 'Resolved in the first contact, of those that can be resolved there',
  'retention.customers': 'Customers at the end less new ones, of customers at the start',
  'response-time.first-reply': 'From created to the first reply by a person',
  'response-time.next-reply': 'From a customer’s message to the next reply by a person',
  'response-time.speed-of-answer': 'Waiting time of answered calls',
  'response-time.service-level': 'Share answered within the time promised',
  'ratings.mean-of-five': 'Mean of stars, 1 to 5',
  'ratings.positive-share': 'Share of ratings of 4 or 5',
  'ratings.compliments': 'Compliments a hundred contacts',
  'quality-review.weighted-points': 'Points reached of points that applied, by their weights',
  'engagement.enps': 'Employees who would recommend working here (9, 10) less those who would not (0 to 6)',
  'engagement.favourable-share': 'Share of favourable answers (4, 5)',
  'training.completed-on-time': 'Completed on time, of what was due',
  'training.certificates-valid': 'Valid certificates, of those required',
};

const statistics: Record<Statistic, string> = {
  median: 'Median',
  p90: '90 % are faster (p90)',
  p95: '95 % are faster (p95)',
  mean: 'Mean',
};

export const claimWords = {
  metric: (key: Metric) => metrics[key],
  definition: (metric: string, definition: string) => definitions[`${metric}.${definition}`] ?? definition,
  statistic: (key: Statistic) => statistics[key],
  interval: (low: string, high: string, n: number) => `95 % interval from n = ${n}: ${low} to ${high}`,
  assumed: 'as wide as it can be for this NPS; give promoters and detractors for the exact one',
  notes: {
    few: 'Fewer than 30: one or two answers more would change this a lot.',
    'not-from-n': 'No whole number out of this n gives this figure. Check n, or how the figure was rounded.',
    'counts-differ': 'Promoters less detractors is not this NPS. Check the counts.',
    'no-clear-change': 'The two intervals overlap: from these figures alone the change may be chance.',
  },
};
