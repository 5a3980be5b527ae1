/** The kinds of questions a form may ask, each with its limits. Defaults are filled in, so that what is read and written again is the same. */
import { z } from 'zod';
import { key } from '../editions/key.ts';
import { localTextUpTo } from '../languages/local-text.ts';
import { metricNames } from './claims/metrics.ts';
import { condition } from './conditions.ts';
import { askableFact } from './facts/bound.ts';
import { audience, help, label, protection, required } from './keys.ts';

const megabyte = 1_000_000;
const whole = z.int().min(0);
const count = z.int().min(1).max(100);
const bytes = z
  .int()
  .min(1)
  .max(100_000 * megabyte);
const amount = z.number().min(-1e12).max(1e12);
const day = z.iso.date();

/** What every field has. Who reads it and how it is guarded differ by kind where the writer says nothing. */
const common = (unsaid: { audience?: z.input<typeof audience>; protection?: z.input<typeof protection>; required?: 'submit' } = {}) => ({
  key,
  label,
  help: help.optional(),
  required: required.default(unsaid.required ?? 'never'),
  condition: condition.optional(),
  audience: audience.default(unsaid.audience ?? 'judges'),
  protection: protection.default(unsaid.protection ?? 'internal'),
  /** The fact of the rules it answers. */
  fact: askableFact.optional(),
});

const option = z.strictObject({
  key,
  label,
  help: help.optional(),
  /** No longer offered; answers that chose it keep it. */
  retired: z.boolean().optional(),
});

const shortText = z.strictObject({
  kind: z.literal('short-text'),
  ...common(),
  characters: z.strictObject({ min: whole.max(2000).default(0), max: z.int().min(1).max(2000).default(200) }).prefault({}),
});
const longText = z.strictObject({
  kind: z.literal('long-text'),
  ...common(),
  words: z.strictObject({ min: whole.max(20_000).default(0), max: z.int().min(1).max(20_000).default(1000) }).prefault({}),
});
const choice = z.strictObject({
  kind: z.literal('choice'),
  ...common(),
  options: z.array(option).min(1).max(500),
  /** Several may be chosen: this many at most, at least so many once it is answered. */
  choose: z.strictObject({ min: z.int().min(1).max(500).default(1), max: z.int().min(1).max(500).default(1) }).prefault({}),
  other: z.boolean().default(false),
});
const number = z.strictObject({
  kind: z.literal('number'),
  ...common(),
  min: amount.optional(),
  max: amount.optional(),
  /** Numbers lie this far apart, counted from `min` or nought. */
  step: z.number().min(0.000001).max(1e12).default(1),
  unit: localTextUpTo(40).optional(),
});
const money = z.strictObject({
  kind: z.literal('money'),
  ...common(),
  /** By the letters of ISO 4217. */
  currencies: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .min(1)
    .max(50),
  /** In the minor unit of the currency. */
  min: z.int().optional(),
  max: z.int().optional(),
});
const date = z.strictObject({ kind: z.literal('date'), ...common(), from: day.optional(), to: day.optional() });
const video = z.strictObject({
  kind: z.literal('video'),
  ...common(),
  /** Shown as minutes and seconds. */
  seconds: z.int().min(1).max(36_000).default(300),
  bytes: bytes.default(500 * megabyte),
});
export const contentGroup = z.enum(['document', 'table', 'slides', 'picture', 'sound', 'video']);
const files = z.strictObject({
  kind: z.literal('files'),
  ...common(),
  /** Kinds of content; none said: all of them. */
  groups: z.array(contentGroup).max(6).default([]),
  /** Endings of names, if only some are taken. */
  extensions: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/))
    .max(50)
    .default([]),
  bytes: bytes.default(50 * megabyte),
  count: z.strictObject({ min: z.int().min(1).max(100).default(1), max: count.default(10) }).prefault({}),
});
const webAddresses = z.strictObject({
  kind: z.literal('web-addresses'),
  ...common(),
  count: z.strictObject({ min: z.int().min(1).max(100).default(1), max: count.default(5) }).prefault({}),
});
const reference = z.strictObject({
  kind: z.literal('reference'),
  ...common({ protection: 'personal' }),
  to: z.enum(['person', 'organisation', 'either']).default('person'),
});
const consent = z.strictObject({
  kind: z.literal('consent'),
  ...common({ audience: 'managers', protection: 'personal', required: 'submit' }),
  /** What is agreed to, in full. */
  text: help,
});
const metric = z.strictObject({
  kind: z.literal('metric'),
  ...common(),
  /** Which measures may be claimed; none said: all ten. */
  metrics: z.array(z.enum(metricNames)).max(10).default([]),
  /** Whether the claim tells of a change, with the number before. */
  before: z.enum(['required', 'optional', 'none']).default('optional'),
  source: z.enum(['required', 'optional', 'none']).default('optional'),
});

const fieldKinds = [shortText, longText, choice, number, money, date, video, files, webAddresses, reference, consent, metric] as const;
export const field = z.discriminatedUnion('kind', fieldKinds);
export type Field = z.output<typeof field>;
export type FieldKind = Field['kind'];
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>;

/** Fields that belong together. `exactly-one-of`: an essay or a video, not both. Then the group is required, its fields are not. */
const group = z.strictObject({
  kind: z.literal('group'),
  key,
  label,
  help: help.optional(),
  condition: condition.optional(),
  rule: z.enum(['plain', 'exactly-one-of', 'at-least-one-of']).default('plain'),
  required: required.default('submit'),
  fields: z.array(field).min(1).max(100),
});
export type Group = z.output<typeof group>;

/** What stands in a section: a field, or a group of fields. */
export const item = z.discriminatedUnion('kind', [...fieldKinds, group]);
