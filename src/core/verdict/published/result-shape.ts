/**
 * The shape of what is published of a tally, as data: `docs/generated/*.schema.json` are made from it, and a test holds the types of
 * the code to it. Under one version keys and words may be added; nothing is renamed, narrowed or taken away.
 */
import { z } from 'zod';
import { check, entry, exactEntry } from './entry-shape.ts';
import { exact, robustness } from './robustness-shape.ts';
import { publishedRules } from './rules-shape.ts';

const range = z.object({ min: z.number(), max: z.number() });

const categoryFacts = {
  category: z.string(),
  division: z.string().exactOptional(),
  criteria: z.array(z.object({ criterion: z.string(), weight: z.int() })),
  unit: z.enum(['scale', 'points', 'share', 'rank', 'order']),
  better: z.enum(['higher', 'lower']).nullable(),
  exact: z.boolean(),
};

const category = z.object({
  ...categoryFacts,
  ballots: z.int(),
  judges: z.int(),
  panel: z.object({ least: z.int(), most: z.int() }).nullable(),
  official: z.enum(['raw', 'corrected']),
  state: z.enum([
    'too-many-judges',
    'too-few-entries',
    'one-judge',
    'one-judge-with-priors',
    'no-variance',
    'severity-only',
    'complete',
    'components',
    'components-at-random',
    'harshness-went-with-quality',
    'thin',
    'connected',
    'blended',
  ]),
  method: z.enum(['raw', 'mixed', 'mixed-judge-noise', 'fixed', 'judge-centred']),
  components: z.int(),
  chances: z.enum(['given', 'design', 'score']),
  draws: z.int(),
  finding: z.enum(['clear', 'likely', 'too-close', 'review', 'tied', 'first', 'parts', 'too-few', 'no-level', 'nobody-ranked']),
  winners: z.array(z.string()),
  review: z.boolean(),
  entries: z.array(entry),
  neighbours: z.array(z.object({ ahead: z.string(), behind: z.string(), probability: z.number() })),
  robustness,
});

const points = z.object({
  group: z.string(),
  points: exact,
  place: z.int(),
  tied: z.boolean(),
  won: z.array(z.object({ category: z.string(), entry: z.string(), level: z.string() })),
});

const gate = z.object({ statistic: z.number(), df: z.number(), p: z.number(), alpha: z.number(), fired: z.boolean() }).nullable();
const figure = z.number().nullable();

const fit = z.object({
  gates: z.object({ hausman: gate, bartlett: gate }),
  remlCriterion: figure,
  variances: z.object({ entry: z.number(), judge: z.number(), residual: z.number() }).nullable(),
  components: z.int(),
  judges: z.array(
    z.object({
      judge: z.string(),
      group: z.string().nullable(),
      ballots: z.int(),
      effect: figure,
      standardError: figure,
      residualVariance: figure,
      component: z.int().nullable(),
    }),
  ),
});

const verdict = z.object({
  format: z.literal('plaudit-tally'),
  version: z.literal(1),
  rules: publishedRules,
  scale: range,
  counted: z.object({ marks: z.int(), ballots: z.int(), entries: z.int(), judges: z.int(), categories: z.int() }),
  emptySeats: z.int(),
  categories: z.array(category),
  get rounds() {
    return z.array(z.object({ round: z.string(), verdict })).exactOptional();
  },
  points: z.array(points),
  fit,
  checks: z.array(check),
});

const applied = z.object({
  round: z.string().exactOptional(),
  category: z.string(),
  entry: z.string(),
  judge: z.string(),
  criterion: z.string(),
  was: z.string(),
  is: z.string(),
  who: z.string(),
});

const moves = z.array(z.object({ category: z.string(), entry: z.string(), without: z.int().nullable(), now: z.int().nullable() }));

const decisions = z.object({ applied: z.array(z.object({ ...applied.shape, why: z.string() })), moves });

const source = z.object({
  title: z.string().nullable(),
  files: z.array(z.string()),
  rulesFile: z.string().nullable(),
  preset: z.looseObject({ programme: z.string(), sources: z.array(z.string()) }).nullable(),
  guessed: z.object({ weights: z.boolean(), scale: z.boolean() }),
  seed: z
    .object({ from: z.enum(['rules', 'bundle']), declared: z.string() })
    .meta({ description: 'A bundle has a seed of its own, which then stands in the rules in the place of the declared one.' }),
  notes: z.array(z.looseObject({ kind: z.string() })),
});

/** What `./plaudit tally --out` writes: a verdict, where it comes from, and what people decided. */
export const resultShape = z
  .object({ ...verdict.shape, source, overrides: z.object({ file: z.string(), ...decisions.shape }).nullable() })
  .meta({ title: 'result.json of ./plaudit tally, version 1' });

/** The result in an auditor's bundle: the verdict under pseudonyms. */
export const auditedShape = z
  .object({ ...verdict.shape, overrides: decisions.exactOptional() })
  .meta({ title: 'result.json of an auditor’s recount bundle, version 1' });

/** The result in a public bundle: what needs no model. */
export const exactTallyShape = z
  .object({
    format: z.literal('plaudit-exact-tally'),
    version: z.literal(1),
    rules: publishedRules,
    scale: range,
    counted: z.object({ marks: z.int(), ballots: z.int(), entries: z.int(), categories: z.int() }),
    emptySeats: z.int(),
    categories: z.array(z.object({ ...categoryFacts, entries: z.array(exactEntry) })),
    overrides: z.object({ applied: z.array(applied), moves }).exactOptional(),
  })
  .meta({ title: 'result.json of a public recount bundle, version 1' });
