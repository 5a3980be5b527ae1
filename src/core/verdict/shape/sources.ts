/** What a blended score is made of, as people write it: rounds, metrics, votes. */
import { z } from 'zod';
import { decimal, positive, scale, weighedList, weight } from './parts.ts';

const name = z.string().min(1);

const round = z.strictObject({
  round: name,
  weight,
  minimumPanel: positive.optional(),
  /** Files of ballots that are all of this round; else a column says it. */
  files: z.array(name).min(1).optional(),
});

/** As a list of value and mark, or by value: `80: 7`. */
const breakpoints = z.preprocess(
  (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
    // A map of numbers is not read in the order it is written in, so it is put in order.
    const points = Object.entries(given).map(([value, mark]) => ({ value, mark }));
    return points.sort((a, b) => Number(a.value) - Number(b.value));
  },
  z.array(z.strictObject({ value: decimal, mark: z.int() })).min(2),
);

const metric = z.strictObject({
  metric: name,
  weight,
  breakpoints,
  scale: scale.optional(),
  beyond: z.enum(['refuse', 'ends']).default('refuse'),
  categories: z.array(name).min(1).optional(),
});

export const rounds = weighedList('round', round);
export const metrics = weighedList('metric', metric);
export const votes = z.strictObject({ each: decimal, atMost: decimal.optional() });
