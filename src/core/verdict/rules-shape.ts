/** Rules as people write them: everything may be left out, short forms are allowed, unknown keys are not. */
import { z } from 'zod';

const percent = /^\s*(\d{1,3})(?:\.(\d{1,6}))?\s*%\s*$/;
const scaleText = /^\s*(-?\d+)\s*[-–]\s*(-?\d+)\s*$/;

/** `1-10` for `{min: 1, max: 10}`. */
const scale = z.preprocess(
  (value) => {
    const found = typeof value === 'string' ? scaleText.exec(value) : null;
    return found ? { min: Number(found[1]), max: Number(found[2]) } : value;
  },
  z.strictObject({ min: z.int(), max: z.int() }),
);

/** Thresholds are exact decimals; as numbers they are taken as they are written. */
const decimal = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().regex(/^-?\d+(\.\d+)?$/));

const whole = z.int().min(0);
const positive = z.int().min(1);

const gate = z.strictObject({ from: z.int(), judges: z.enum(['every', 'most']).default('every') });
/** Whole numbers in any ratio, or per cents (`12.5 %`), which then have to come to 100. */
const weight = z.union([positive, z.string().regex(percent)]);
const criterionParts = {
  weight: weight.optional(),
  scale: scale.optional(),
  categories: z.array(z.string()).optional(),
  gate: gate.optional(),
};

/** A number alone is the weight. */
const namedCriterion = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'string' ? { weight: value } : (value ?? {})),
  z.strictObject(criterionParts),
);
const listedCriterion = z.strictObject({ id: z.string().min(1), ...criterionParts });

type Listed = z.output<typeof listedCriterion>;

/** Per cents as whole numbers in the same ratio; null where some are per cents and some are not, or where they do not come to 100. */
function wholeWeights(given: readonly Listed[]): readonly (Omit<Listed, 'weight'> & { weight?: number })[] | null {
  const texts = given.flatMap(({ weight }) => (typeof weight === 'string' ? [percent.exec(weight)] : []));
  if (texts.length > 0 && texts.length < given.length) return null;
  const digits = Math.max(0, ...texts.map((found) => found?.[2]?.length ?? 0));
  const wholes = texts.map((found) => Number(`${found?.[1] ?? ''}${(found?.[2] ?? '').padEnd(digits, '0')}`));
  if (texts.length > 0 && wholes.reduce((a, b) => a + b, 0) !== Number(`100${'0'.repeat(digits)}`)) return null;
  return given.map(({ weight, ...rest }, i) => {
    const whole = typeof weight === 'string' ? wholes[i] : weight;
    return whole === undefined ? rest : { ...rest, weight: whole };
  });
}

/** As a list, or by name: `craft: 60`. */
const criteria = z.unknown().transform((value, context) => {
  const read = Array.isArray(value)
    ? z.array(listedCriterion).safeParse(value)
    : z.record(z.string().min(1), namedCriterion).safeParse(value);
  if (!read.success) {
    for (const issue of read.error.issues) context.issues.push({ code: 'custom', path: [...issue.path], input: value, params: { issue } });
    return z.NEVER;
  }
  const listed: Listed[] = Array.isArray(read.data) ? read.data : Object.entries(read.data).map(([id, parts]) => ({ id, ...parts }));
  const whole = wholeWeights(listed);
  if (whole) return whole;
  context.issues.push({ code: 'custom', input: value, params: { weights: listed.map(({ weight }) => weight ?? '–').join(' + ') } });
  return z.NEVER;
});

const withKind = (key: string) => (value: unknown) => (typeof value === 'string' ? { [key]: value } : value);
const fallback = z.enum(['mean', 'median']).optional();

const aggregation = z.preprocess(
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

const rung = z.preprocess(
  withKind('by'),
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('criteria') }),
    z.strictObject({ by: z.literal('criterion'), criterion: z.string().min(1) }),
    z.strictObject({ by: z.literal('head-to-head') }),
    z.strictObject({ by: z.literal('median') }),
    z.strictObject({ by: z.literal('high-marks'), from: z.int() }),
    z.strictObject({ by: z.literal('lot') }),
  ]),
);

const level = z.strictObject({
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
