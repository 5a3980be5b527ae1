import { z } from 'zod';
import { key } from '../editions/key.ts';
import { inKeyOrder, localTextUpTo } from '../languages/local-text.ts';
import { plainLine } from '../languages/plain-text.ts';
import { aggregation, level as anyLevel, rung } from '../verdict/rules-shape.ts';
import { decimal, positive } from '../verdict/shape/parts.ts';

/** As the tally has them, with names fit to be read out, and one way to write each rule. */
const level = anyLevel.extend({
  level: z.string().overwrite(plainLine).min(1).max(60),
  floors: z
    .array(z.strictObject({ criterion: key, atLeast: decimal }))
    .min(1)
    .max(50)
    .optional(),
  highest: z.literal(true).optional(),
});

/** A part of the score with a panel of its own, such as judges and members, or written entry and presentation. */
const round = z.strictObject({
  round: key,
  /** In any ratio to the others. */
  weight: z.int().min(1).max(1_000_000),
  minimumPanel: positive.max(1000).optional(),
  /** What is judged by in this round, where it is not what the category is judged by. */
  scorecard: key.optional(),
});

/** How marks become places and levels; each may be another in a single category. */
const counted = {
  aggregation,
  minimumPanel: positive.max(1000),
  skipped: z.enum(['set-aside', 'impute']),
  official: z.enum(['raw', 'corrected']),
  ties: z.array(rung).max(20),
  levels: z.array(level).max(50),
  /** Places that go through, ties at the cut included. */
  seats: positive.max(10_000),
};

const overriding = z.strictObject({
  aggregation: counted.aggregation.optional(),
  minimumPanel: counted.minimumPanel.optional(),
  skipped: counted.skipped.optional(),
  official: counted.official.optional(),
  ties: counted.ties.optional(),
  levels: counted.levels.optional(),
  seats: counted.seats.optional(),
});

/** The award rules of an edition. What cannot be is `awardProblems`' to say. */
export const awardShape = z.strictObject({
  /** How many judges read each entry. */
  judges: positive.max(50).default(3),
  aggregation: counted.aggregation.default({ kind: 'mean' }),
  minimumPanel: counted.minimumPanel.default(3),
  skipped: counted.skipped.default('set-aside'),
  official: counted.official.default('raw'),
  ties: counted.ties.default([]),
  levels: counted.levels.default([]),
  seats: counted.seats.default(3),
  /** Left out: one round. In the order they are held. */
  rounds: z.array(round).min(1).max(20).optional(),
  /** What each vote of the public adds to the score, and the most all of them may. */
  votes: z.strictObject({ each: decimal, atMost: decimal.optional() }).optional(),
  /** What is different in single categories, by their codes. */
  categories: z.record(z.string().min(1).max(8), overriding).overwrite(inKeyOrder).default({}),
  /** What levels are called where the language is another, by their names: these are what is counted and recorded. */
  names: z.record(z.string().min(1).max(60), localTextUpTo(60)).overwrite(inKeyOrder).optional(),
});

export type Award = z.output<typeof awardShape>;
/** The rules of one category by which it is counted: nothing is different any more. */
export type AwardRules = Omit<Award, 'categories' | 'judges' | 'names'>;
