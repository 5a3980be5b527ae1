import { z } from 'zod';
import { key } from '../editions/key.ts';
import { inKeyOrder, localTextUpTo } from '../languages/local-text.ts';
import { decimal } from '../verdict/shape/parts.ts';

const name = localTextUpTo(200);

/** What every criterion says to whoever marks it, whatever its kind. */
const said = {
  key,
  name,
  question: localTextUpTo(1000).optional(),
  guidance: localTextUpTo(4000).optional(),
  /** The key of a group of the scorecard; a criterion stands in one at most. */
  group: key.optional(),
};

/** The lowest and the highest mark; `step`: how far marks lie apart. */
const scale = z.strictObject({ min: z.int(), max: z.int(), step: z.number().default(1) });

/**
 * A whole number in any ratio to the others. Where no criterion of the scorecard has one, marks are points that are added up: each criterion
 * weighs as much as its scale is long, as in a card of 1,000 points.
 */
const weight = z.int().optional();

const comment = z.enum(['required', 'suggested', 'none']).default('none');

/** What a criterion that does not apply to an entry comes to: it may not be said, the others take its weight, or it counts as the lowest mark. */
const notApplicable = z.enum(['not-allowed', 'renormalise', 'lowest']).default('not-allowed');

const judged = z.strictObject({
  ...said,
  kind: z.literal('judged'),
  weight,
  scale,
  /** What a mark means, in words: as many marks as need it. */
  anchors: z
    .array(z.strictObject({ mark: z.number(), text: localTextUpTo(1000) }))
    .max(101)
    .default([]),
  comment,
  notApplicable,
});

/** Yes or no instead of a part of the score. An entry passes if every judge who answered said yes, or more than half of them. */
const gate = z.strictObject({ ...said, kind: z.literal('gate'), judges: z.enum(['every', 'most']).default('every'), comment });

/**
 * What was measured, read off breakpoints declared beforehand; between two the mark lies on the straight line. A value beyond the first or
 * last is refused, or takes the mark of that `ends`.
 */
const metric = z.strictObject({
  ...said,
  kind: z.literal('metric'),
  weight,
  scale,
  /** Which measure an entry's claim has to be about. */
  metric: key,
  breakpoints: z
    .array(z.strictObject({ value: decimal, mark: z.int() }))
    .min(1)
    .max(100),
  beyond: z.enum(['refuse', 'ends']).default('refuse'),
});

/** What every nomination or vote adds to the score, and the most all of them may: exact decimals. */
const count = z.strictObject({
  ...said,
  kind: z.literal('count'),
  of: z.enum(['nominations', 'votes']),
  each: decimal,
  atMost: decimal.optional(),
});

const criterion = z.discriminatedUnion('kind', [judged, gate, metric, count]);

/** What entries are judged by, in the order judges see it. What cannot be is `scorecardProblems`' to say. */
const scorecardShape = z.strictObject({
  name: name.optional(),
  /** Such as judging, qualitative, metrics and additional criteria. */
  groups: z.array(z.strictObject({ key, name })).max(20).default([]),
  criteria: z.array(criterion).min(1).max(200),
});

/** Every scorecard of an edition by its key; categories name the one they are judged by, so that several can share it. */
export const scorecardsShape = z.record(key, scorecardShape).overwrite(inKeyOrder);

export type Scorecards = z.output<typeof scorecardsShape>;
export type Scorecard = z.output<typeof scorecardShape>;
export type CardCriterion = z.output<typeof criterion>;
/** What has a share of the score: marks and metrics. Gates have none, and counts are added. */
export type Weighed = Extract<CardCriterion, { kind: 'judged' | 'metric' }>;
export type Judged = Extract<CardCriterion, { kind: 'judged' }>;
