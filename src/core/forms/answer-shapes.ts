/**
 * Answers as they are kept, one shape a kind of field. They are wide: what is too long or unfinished is still kept in a draft, and the
 * limits of the field say so beside it. Text is made plain on the way in; what was left empty is not there.
 */
import { z } from 'zod';
import { key } from '../editions/key.ts';
import { plainLine, plainText } from '../languages/plain-text.ts';
import { metricNames, statistics } from './claims/metrics.ts';
import { inMinorUnits } from './currencies.ts';
import type { FieldKind } from './fields.ts';
import { contentGroup } from './fields.ts';

const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .overwrite(plainLine)
    .max(most);
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && plainLine(value) === '');

/** An object without what was left empty in it. */
const filled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => !isEmpty(part)))
    : value;

const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(value.trim()) ? Number(value.trim()) : value;
const plainNumber = z.preprocess(
  asNumber,
  z
    .number()
    .min(-1e15)
    .max(1e15)
    .overwrite((value) => (Object.is(value, -0) ? 0 : value)),
);
const day = z
  .string()
  .max(40)
  .overwrite((text) => text.trim())
  .pipe(z.iso.date());
const fileId = z.string().min(1).max(200);
const once = <Value>(values: Value[]): Value[] => [...new Set(values)];

const chosen = (value: unknown): unknown => {
  if (typeof value === 'string') return { options: [value] };
  return Array.isArray(value) ? { options: value } : filled(value);
};

/** Amounts may come as people write them; they are kept in minor units. */
const amount = (value: unknown): unknown => {
  const given = filled(value);
  if (typeof given !== 'object' || given === null || !('amount' in given)) return given;
  const { amount: written, ...rest } = given;
  const currency = 'currency' in rest ? String(rest.currency) : '';
  return { ...rest, minor: inMinorUnits(String(written), currency) ?? String(written) };
};

/** `example.com` is said for `https://example.com`. */
const withScheme = (text: string): string => (text !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text);
const lines = (value: unknown): unknown => {
  const all = typeof value === 'string' ? value.split(/\s+/u) : value;
  return Array.isArray(all) ? all.filter((one) => !isEmpty(one)) : all;
};

const period = { from: day.optional(), to: day.optional() };
const measured = {
  value: plainNumber.optional(),
  /** How many it was measured on: answers, cases, calls. */
  n: z.preprocess(asNumber, z.int().min(0).max(1e12)).optional(),
  /** Of an NPS: how many promoters and detractors there were, for a narrower interval. */
  promoters: z.preprocess(asNumber, z.int().min(0).max(1e12)).optional(),
  detractors: z.preprocess(asNumber, z.int().min(0).max(1e12)).optional(),
};
/** What a number means: a before and an after are told by the same. */
const defined = { definition: key.optional(), statistic: z.enum(statistics).optional() };
const before = z.preprocess(filled, z.strictObject({ ...defined, ...period, ...measured }));

export const answerShapes = {
  'short-text': line(20_000),
  'long-text': z.string().max(1_000_000).overwrite(plainText),
  choice: z.preprocess(
    chosen,
    z.strictObject({ options: z.array(key).max(500).overwrite(once).default([]), other: line(1000).optional() }),
  ),
  number: plainNumber,
  money: z.preprocess(amount, z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), minor: z.int() })),
  date: day,
  video: z.strictObject({ file: fileId, name: line(300), bytes: z.int().min(0), seconds: z.number().min(0).max(1e6).nullable() }),
  files: z.array(z.strictObject({ file: fileId, name: line(300), bytes: z.int().min(0), group: contentGroup })).max(200),
  'web-addresses': z.preprocess(lines, z.array(line(2000).overwrite(withScheme)).max(200).overwrite(once)),
  reference: z.preprocess(
    filled,
    z.strictObject({
      kind: z.enum(['person', 'organisation']),
      name: line(300),
      id: z.string().max(60).optional(),
      email: line(320).optional(),
    }),
  ),
  consent: z.preprocess((value) => (value === 'on' || value === 'yes' || value === 'true' ? true : value), z.boolean()),
  metric: z.preprocess(
    filled,
    z.strictObject({
      metric: z.enum(metricNames).optional(),
      ...defined,
      ...period,
      ...measured,
      before: before.optional(),
      source: fileId.optional(),
    }),
  ),
} satisfies Record<FieldKind, z.ZodType>;

export type AnswerOf<Kind extends FieldKind> = z.output<(typeof answerShapes)[Kind]>;
export type Answer = AnswerOf<FieldKind>;
/** By the key of the field; may hold answers to fields of earlier forms, which nobody is asked about any more. */
export type Answers = Readonly<Record<string, unknown>>;

/** Whether anything was given at all. */
export function isGiven(answer: Answer): boolean {
  if (typeof answer === 'string') return answer !== '';
  if (typeof answer === 'boolean') return answer;
  if (typeof answer === 'number') return true;
  if (Array.isArray(answer)) return answer.length > 0;
  if ('options' in answer) return answer.options.length > 0 || answer.other !== undefined;
  return Object.keys(answer).length > 0;
}
