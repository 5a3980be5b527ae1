/**
 * The ten measures of service a claim may be about, how each may be defined, and what numbers it can take. Definitions differ so much that
 * a number means nothing without the one that was used.
 */

/** `of`: what an interval may be computed from: a share of n, a difference of two shares of n, or nothing. */
type Unit = {
  readonly unit: 'percent' | 'points' | 'minutes' | 'stars' | 'per-hundred';
  readonly least: number;
  readonly most: number;
  readonly of: 'share' | 'difference' | 'none';
};

const share: Unit = { unit: 'percent', least: 0, most: 100, of: 'share' };
const points: Unit = { unit: 'points', least: -100, most: 100, of: 'difference' };
const minutes: Unit = { unit: 'minutes', least: 0, most: 5_256_000, of: 'none' };

export const metricCards = {
  csat: { 'top-two-of-five': share, 'good-of-two': share, 'other-share': share },
  nps: { relational: points, transactional: points },
  'resolution-time': { first: minutes, full: minutes, net: minutes },
  fcr: { gross: share, net: share },
  retention: { customers: share },
  'response-time': { 'first-reply': minutes, 'next-reply': minutes, 'speed-of-answer': minutes, 'service-level': share },
  ratings: {
    'mean-of-five': { unit: 'stars', least: 1, most: 5, of: 'none' },
    'positive-share': share,
    compliments: { unit: 'per-hundred', least: 0, most: 100_000, of: 'none' },
  },
  // Points reached of points that applied: per cent, but no share of n reviews.
  'quality-review': { 'weighted-points': { ...share, of: 'none' } },
  engagement: { enps: points, 'favourable-share': { ...share, of: 'none' } },
  training: { 'completed-on-time': share, 'certificates-valid': share },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Unit>>>>;

export type Metric = keyof typeof metricCards;
export const metricNames = Object.keys(metricCards) as [Metric, ...Metric[]];

/** Times are told by one of these; a mean alone hides the long waits, but people do publish it. */
export const statistics = ['median', 'p90', 'p95', 'mean'] as const;
export type Statistic = (typeof statistics)[number];

/** What a measure by one of its definitions may be; undefined where it has no such definition. */
export function unitOf(metric: Metric, definition: string): Unit | undefined {
  const card: Readonly<Record<string, Unit>> = metricCards[metric];
  return Object.hasOwn(card, definition) ? card[definition] : undefined;
}

export const definitionsOf = (metric: Metric): string[] => Object.keys(metricCards[metric]);
