/** Complete rules as results hold them: every default filled in. What people write may be shorter (`rules-shape.ts` above). */
import { z } from 'zod';

const scale = z.object({ min: z.int(), max: z.int(), step: z.number().exactOptional() });

const criteria = z.array(
  z.object({
    id: z.string(),
    weight: z.int(),
    scale,
    categories: z.array(z.string()).exactOptional(),
    gate: z.object({ from: z.number(), judges: z.enum(['every', 'most']) }).exactOptional(),
    notApplicable: z.enum(['renormalise', 'lowest']).exactOptional(),
  }),
);

const fallback = z.enum(['mean', 'median']).exactOptional();

const aggregation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mean') }),
  z.object({ kind: z.literal('sum') }),
  z.object({ kind: z.literal('median') }),
  z.object({ kind: z.literal('trimmed'), percent: z.number(), fallback }),
  z.object({ kind: z.literal('drop'), high: z.int(), low: z.int(), fallback }),
  z.object({ kind: z.literal('mean-rank') }),
  z.object({ kind: z.literal('borda'), points: z.array(z.number()).exactOptional() }),
  z.object({ kind: z.literal('schulze') }),
  z.object({ kind: z.literal('instant-runoff') }),
  z.object({ kind: z.literal('approval'), from: z.number() }),
  z.object({ kind: z.literal('allotment'), points: z.number() }),
  z.object({ kind: z.literal('bradley-terry'), prior: z.number() }),
]);

const rung = z.discriminatedUnion('by', [
  z.object({ by: z.literal('criteria') }),
  z.object({ by: z.literal('criterion'), criterion: z.string() }),
  z.object({ by: z.literal('head-to-head') }),
  z.object({ by: z.literal('median') }),
  z.object({ by: z.literal('high-marks'), from: z.number() }),
  z.object({ by: z.literal('source'), source: z.string() }),
  z.object({ by: z.literal('lot') }),
]);

const level = z.object({
  level: z.string(),
  atLeast: z.string().exactOptional(),
  below: z.string().exactOptional(),
  floors: z.array(z.object({ criterion: z.string(), atLeast: z.string() })).exactOptional(),
  top: z.int().exactOptional(),
  percentile: z.number().exactOptional(),
  highest: z.boolean().exactOptional(),
  margin: z.string().exactOptional(),
  points: z.string().exactOptional(),
});

const round = z.object({ round: z.string(), weight: z.int().nullable(), minimumPanel: z.int(), criteria });

const metric = z.object({
  metric: z.string(),
  weight: z.int(),
  scale,
  points: z.array(z.object({ value: z.string(), mark: z.number() })),
  beyond: z.enum(['refuse', 'ends']),
  categories: z.array(z.string()).exactOptional(),
});

const rate = { each: z.string(), atMost: z.string().exactOptional() };

export const publishedRules = z
  .object({
    version: z.literal(1),
    criteria,
    rounds: z.array(round).exactOptional(),
    metrics: z.array(metric).exactOptional(),
    votes: z.object(rate).exactOptional(),
    counts: z.array(z.object({ count: z.string(), ...rate, categories: z.array(z.string()).exactOptional() })).exactOptional(),
    aggregation,
    notApplicable: z.enum(['renormalise', 'lowest']).exactOptional(),
    skipped: z.enum(['set-aside', 'impute']).exactOptional(),
    emptySeats: z.enum(['set-aside', 'count']).exactOptional(),
    official: z.enum(['raw', 'corrected']),
    minimumPanel: z.int(),
    ties: z.array(rung),
    levels: z.array(level),
    seats: z.int(),
    seed: z.string(),
    draws: z.int(),
    priors: z.object({ entry: z.number(), judge: z.number(), residual: z.number() }).nullable(),
    seatsAtRandom: z.boolean(),
  })
  .meta({ description: 'The complete rules, every default filled in.' });
