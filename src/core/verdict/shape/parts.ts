/** Pieces rules are made of, as people write them. */
import { z } from 'zod';
import { isStep } from '../../scoring/scale.ts';

const percent = /^\s*(\d{1,3})(?:\.(\d{1,6}))?\s*%\s*$/;
const scaleText = /^\s*(-?\d+)\s*(?:[-–]|to)\s*(-?\d+)(?:\s+by\s+(\d*\.?\d+))?\s*$/;

/** How far marks lie apart: 1, or a whole part of it such as 0.5. */
export const step = z.number().refine(isStep, { params: { needed: 'step' } });

/** `1-10`, or `1-10 by 0.5`; undefined for another text. */
export function readScale(text: string): { min: number; max: number; step?: number } | undefined {
  const found = scaleText.exec(text);
  return found ? { min: Number(found[1]), max: Number(found[2]), ...(found[3] !== undefined && { step: Number(found[3]) }) } : undefined;
}

/** `1-10` for `{min: 1, max: 10}`, `1-10 by 0.5` for the same with `step: 0.5`. */
export const scale = z.preprocess(
  (value) => (typeof value === 'string' ? (readScale(value) ?? value) : value),
  z
    .strictObject({ min: z.int(), max: z.int(), step: step.optional() })
    .refine(({ min, max }) => min < max, { params: { needed: 'scale' } })
    .transform(({ step: own, ...ends }) => ({ ...ends, ...(own !== undefined && { step: own }) })),
);

/** Thresholds are exact decimals; as numbers they are taken as they are written. */
export const decimal = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^-?(\d+(\.\d+)?|\.\d+)$/),
);

export const positive = z.int().min(1);

/** Whole numbers in any ratio, or per cents (`12.5 %`), which then have to come to 100. */
export const weight = z.union([positive, z.string().regex(percent)]);

type Weighed = { readonly weight?: number | string | undefined };

/** Per cents as whole numbers in the same ratio; null where some are per cents and some are not, or where they do not come to 100. */
function wholeWeights<T extends Weighed>(given: readonly T[]): readonly (Omit<T, 'weight'> & { weight?: number })[] | null {
  const texts = given.flatMap(({ weight: own }) => (typeof own === 'string' ? [percent.exec(own)] : []));
  if (texts.length > 0 && texts.length < given.length) return null;
  const digits = Math.max(0, ...texts.map((found) => found?.[2]?.length ?? 0));
  const wholes = texts.map((found) => Number(`${found?.[1] ?? ''}${(found?.[2] ?? '').padEnd(digits, '0')}`));
  if (texts.length > 0 && wholes.reduce((a, b) => a + b, 0) !== Number(`100${'0'.repeat(digits)}`)) return null;
  return given.map(({ weight: own, ...rest }, i) => {
    const whole = typeof own === 'string' ? wholes[i] : own;
    return whole === undefined ? rest : { ...rest, weight: whole };
  });
}

/** Weighed things as a list with a name each, or by name: `craft: 60`, where a number alone is the weight. */
export function weighedList<T extends Weighed>(name: string, listed: z.ZodType<T>) {
  return z.unknown().transform((value, context) => {
    const named = (key: string, parts: unknown): unknown =>
      typeof parts === 'number' || typeof parts === 'string'
        ? { [name]: key, weight: parts }
        : typeof parts === 'object' && parts !== null
          ? { [name]: key, ...parts }
          : parts === null
            ? { [name]: key }
            : parts;
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    const keys = isMap ? Object.keys(value) : [];
    const read = z
      .array(listed)
      .min(1)
      .safeParse(isMap ? Object.entries(value).map(([key, parts]) => named(key, parts)) : value);
    if (!read.success) {
      for (const found of read.error.issues) {
        const [at, ...rest] = found.path;
        const path = isMap && typeof at === 'number' ? [keys[at] ?? at, ...rest] : [...found.path];
        context.issues.push({ code: 'custom', path, input: value, params: { issue: { ...found, path } } });
      }
      return z.NEVER;
    }
    const whole = wholeWeights(read.data);
    if (whole) return whole;
    context.issues.push({ code: 'custom', input: value, params: { weights: read.data.map(({ weight: own }) => own ?? '–').join(' + ') } });
    return z.NEVER;
  });
}
