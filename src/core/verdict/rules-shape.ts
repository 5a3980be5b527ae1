/** Rules as people write them: everything may be left out, short forms are allowed, unknown keys are not. */
import { z } from 'zod';
import { decimal, positive, scale, step, weighedList, weight } from './shape/parts.ts';
import { metrics, rounds, votes } from './shape/sources.ts';

const whole = z.int().min(0);
const gate = z.strictObject({ from: z.int(), judges: z.enum(['every', 'most']).default('every') });
const criteria = weighedList(
  'id',
  z.strictObject({
    id: z.string().min(1),
    weight: weight.optional(),
    scale: scale.optional(),
    categories: z.array(z.string()).optional(),
    gate: gate.optional(),
    /** What becomes of this one where it does not apply; else as the rules say for all. */
    notApplicable: z.enum(['renormalise', 'lowest']).optional(),
    /** What letters or words are worth that stand for marks. */
    marks: z.record(z.string().min(1), z.number()).optional(),
  }),
);

const withKind = (key: string) => (value: unknown) => (typeof value === 'string' ? { [key]: value } : value);
const fallback = z.enum(['mean', 'median']).optional();

export const aggregation = z.preprocess(
  withKind('kind'),
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mean') }),
    z.strictObject({ kind: z.literal('sum') }),
    z.strictObject({ kind: z.literal('median') }),
    z.strictObject({ kind: z.literal('trimmed'), percent: z.number().gt(0).lt(50).default(20), fallback }),
    z.strictObject({ kind: z.literal('drop'), high: whole.default(1), low: whole.default(1), fallback }),
    z.strictObject({ kind: z.literal('mean-rank') }),
    z.strictObject({ kind: z.literal('borda'), points: z.array(whole).optional() }),
    z.strictObject({ kind: z.literal('schulze') }),
    z.strictObject({ kind: z.literal('instant-runoff') }),
    z.strictObject({ kind: z.literal('approval'), from: z.int() }),
    z.strictObject({ kind: z.literal('allotment'), points: positive }),
    z.strictObject({ kind: z.literal('bradley-terry'), prior: z.number().gt(0).default(1) }),
  ]),
);

export const rung = z.preprocess(
  withKind('by'),
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('criteria') }),
    z.strictObject({ by: z.literal('criterion'), criterion: z.string().min(1) }),
    z.strictObject({ by: z.literal('head-to-head') }),
    z.strictObject({ by: z.literal('median') }),
    z.strictObject({ by: z.literal('high-marks'), from: z.int() }),
    z.strictObject({ by: z.literal('source'), source: z.string().min(1) }),
    z.strictObject({ by: z.literal('lot') }),
  ]),
);

export const level = z.strictObject({
  level: z.string().min(1),
  atLeast: decimal.optional(),
  below: decimal.optional(),
  floors: z.array(z.strictObject({ criterion: z.string().min(1), atLeast: decimal })).optional(),
  top: positive.optional(),
  percentile: z.number().gt(0).max(100).optional(),
  highest: z.boolean().optional(),
  margin: decimal.optional(),
  points: decimal.optional(),
});

const variance = z.number().min(0);

export const rulesShape = z.strictObject({
  version: z.literal(1).default(1),
  title: z.string().min(1).max(300).optional(),
  /** The programme whose rules fill what these leave out; it has been put beneath them before they are read. */
  preset: z.string().optional(),
  criteria: criteria.optional(),
  /** Of every criterion that has none of its own. */
  scale: scale.optional(),
  /** How far marks lie apart, of every criterion whose scale says no step. */
  step: step.optional(),
  /** Null takes away those of a preset. */
  rounds: rounds.nullish(),
  metrics: metrics.nullish(),
  votes: votes.nullish(),
  aggregation: aggregation.default({ kind: 'mean' }),
  notApplicable: z.enum(['renormalise', 'lowest']).optional(),
  skipped: z.enum(['set-aside', 'impute']).optional(),
  emptySeats: z.enum(['set-aside', 'count']).optional(),
  official: z.enum(['raw', 'corrected']).default('raw'),
  minimumPanel: positive.default(3),
  ties: z.array(rung).default([]),
  levels: z.array(level).default([]),
  seats: positive.default(3),
  seed: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1)).default('plaudit'),
  draws: z.int().min(1000).max(1_000_000).default(20_000),
  priors: z.strictObject({ entry: variance, judge: variance, residual: variance }).nullable().default(null),
  seatsAtRandom: z.boolean().default(false),
});

/** Rules as written, every default filled in but what the marks have to say: which criteria there are and on which scale. */
export type WrittenRules = z.output<typeof rulesShape>;
