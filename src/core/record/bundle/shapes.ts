import { z } from 'zod';
import type { Json } from '../canonical.ts';
import { eventTypes } from './ballot-log.ts';
import { bundleFormat } from './files.ts';

/** What came out of `JSON.parse` is JSON already: walking it again would be half the work of reading a log. */
const parsedJson = z.custom<Json>();

/** Texts under any names: `z.record` loses one called `__proto__`, which a criterion may be. */
export const textsByName = z.custom<Readonly<Record<string, string>>>(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string'),
);

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
/** What the files of a bundle hold; anything else in them is named, never guessed at. */
export const shapes = {
  manifest: z.strictObject({
    format: z.literal(bundleFormat),
    version: z.literal(1),
    kind: z.enum(['public', 'auditor']),
    origin: z.string(),
    software: z.string(),
    files: z.record(z.string(), hex32),
  }),
  // In the order of canonical JSON, which is how most lines are told to be canonical.
  event: z.strictObject({
    at: z.string(),
    body: z.record(z.string(), parsedJson),
    prev: hex32,
    seq: z.int(),
    type: z.enum(eventTypes),
    v: z.literal(1),
  }),
  ballot: z.strictObject({
    seq: z.int(),
    category: z.string(),
    entry: z.string(),
    judge: z.string(),
    marks: textsByName,
    salt: hex32,
    judgeHere: z.string().optional(),
    judgeGroup: z.string().nullable().optional(),
    entryGroup: z.string().nullable().optional(),
    at: z.number().nullable().optional(),
    linkSalt: hex32.optional(),
    emptySeat: z.boolean().optional(),
    round: z.string().optional(),
  }),
  entry: z.strictObject({
    category: z.string(),
    entry: z.string(),
    round: z.string().optional(),
    /** Where no judge joins the parts of a category: the number of its own; null for an entry that can be compared with none. */
    part: z.int().nullable().optional(),
  }),
  metric: z.strictObject({ seq: z.int(), category: z.string(), entry: z.string(), metric: z.string(), value: z.string(), salt: hex32 }),
  votes: z.strictObject({
    seq: z.int(),
    category: z.string(),
    entry: z.string(),
    votes: z.string(),
    salt: hex32,
    /** Of what, where several things are counted. */
    count: z.string().optional(),
  }),
  override: z.strictObject({
    seq: z.int(),
    ballot: z.int(),
    criterion: z.string(),
    mark: z.string(),
    who: z.string(),
    salt: hex32,
    whoHere: z.string().optional(),
    why: z.string().optional(),
    linkSalt: hex32.optional(),
  }),
  seed: z.strictObject({ commitment: hex32, secret: hex32, seed: hex32 }),
};

export type BundleEntry = z.infer<typeof shapes.entry>;
export type BundleBallot = z.infer<typeof shapes.ballot>;
export type BundleMetric = z.infer<typeof shapes.metric>;
export type BundleVotes = z.infer<typeof shapes.votes>;
export type BundleOverride = z.infer<typeof shapes.override>;
export type Manifest = z.infer<typeof shapes.manifest>;
export type LogEvent = z.infer<typeof shapes.event>;

export function parsed<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file as text; the empty text where it is not there or not UTF-8. */
export function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  try {
    return utf8.decode(files.get(name) ?? new Uint8Array(0));
  } catch {
    return '';
  }
}

export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
