import { z } from 'zod';
import { exact } from './robustness-shape.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const place = z.int().nullable();
const figure = z.number().nullable();
const round = z.string().exactOptional();

const noPlace = z.object({
  key: z.enum(['panel-too-small', 'too-few-to-trim', 'gate-not-passed', 'too-many-to-compare', 'not-converged', 'source-missing']),
  facts,
});

const levelCheck = z.object({
  level: z.string(),
  condition: z.enum(['atLeast', 'below', 'floor', 'top', 'percentile', 'highest', 'margin']),
  criterion: z.string().nullable(),
  needed: z.string(),
  had: z.string().nullable(),
  met: z.boolean(),
});

const setAside = z.object({
  judge: z.string(),
  reason: z.enum([
    'incomplete',
    'abstained',
    'recused',
    'empty',
    'nothingApplies',
    'empty-seat',
    'over-allotment',
    'ranks-not-all',
    'ranks-nothing',
  ]),
  missing: z.array(z.string()),
  round,
});

const derivationLine = z.object({
  key: z.enum([
    'left-out',
    'as-lowest',
    'set-aside',
    'imputed',
    'mean',
    'sum',
    'sum-of-full-panel',
    'median',
    'trimmed',
    'dropped',
    'fallback',
    'approval',
    'allotment',
    'mean-rank',
    'borda',
    'schulze',
    'round',
    'orders',
    'orders-beyond',
    'bradley-terry',
    'metric',
    'share',
    'bonus',
    'missing',
  ]),
  facts,
});

/** What is known of an entry without a model. */
export const exactEntry = z.object({
  entry: z.string(),
  status: z.enum(['ranked', 'insufficient', 'not-eligible']),
  noPlace: noPlace.nullable(),
  rank: place,
  tied: z.boolean(),
  tieBroken: z
    .object({
      by: z.enum(['criteria', 'criterion', 'head-to-head', 'median', 'high-marks', 'source', 'lot']),
      criteria: z.array(z.string()),
      from: z.array(z.string()),
    })
    .nullable(),
  level: z.string().nullable(),
  raw: exact.nullable(),
  pool: z.int().exactOptional(),
  sources: z.array(z.object({ source: z.string(), score: exact.nullable() })).exactOptional(),
  imputed: z
    .object({ judges: z.array(z.string()), without: z.object({ rank: place, tied: z.boolean(), raw: exact.nullable() }) })
    .exactOptional(),
  derivation: z.array(derivationLine),
  ballots: z.array(z.object({ judge: z.string(), composite: z.string(), round })),
  setAside: z.array(setAside),
});

export const entry = z.object({
  ...exactEntry.shape,
  notApplicable: z
    .object({
      criteria: z.array(z.string()),
      judges: z.array(z.string()),
      without: z.object({ rank: place, tied: z.boolean(), raw: exact.nullable() }),
    })
    .exactOptional(),
  group: z.string().nullable(),
  levelChecks: z.array(levelCheck),
  rawRank: place,
  mean: figure,
  corrected: figure,
  correctedRank: place,
  standardError: figure,
  rankInterval: z.object({ low: z.int(), high: z.int() }).nullable(),
  pFirst: figure,
  pTop: figure,
  inWinnerSet: z.boolean(),
  goesThrough: z.boolean(),
  pool: z.int().nullable(),
});

const kinds = [
  'empty-seat-zeros',
  'all-zero-ballots',
  'one-mark-judge',
  'no-difference',
  'all-equal-ballots',
  'key-in-error',
  'ceiling',
  'missing-marks',
  'unmarked-criterion',
  'not-applicable-disagreed',
  'too-few-judges',
  'one-instant',
  'too-fast',
  'outside-window',
  'mandel-h',
  'mandel-k',
  'judge-fit',
  'single-cell',
  'favouritism',
  'reciprocity',
  'order-drift',
] as const;

const flag = z.object({
  facts,
  criterion: z.string().nullable(),
  ballots: z.array(z.object({ category: z.string(), entry: z.string(), judge: z.string() })),
  rows: z.array(z.object({ file: z.string(), first: z.int(), last: z.int() })),
});

export const check = z.object({
  check: z.enum(kinds),
  round,
  examined: z.int(),
  notRun: z
    .enum([
      'no-times',
      'coarse-times',
      'no-window',
      'no-groups',
      'not-crossed',
      'one-criterion',
      'no-spread',
      'too-few-ballots',
      'too-many-judges',
    ])
    .nullable(),
  placebo: z.object({ rate: z.number(), runs: z.int() }).nullable(),
  flags: z.array(flag),
});
