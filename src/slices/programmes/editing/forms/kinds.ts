import type { FieldKind } from '#core/forms/fields.ts';

/** Kinds of questions in the order they are offered. */
export const contentKinds = [
  'short-text',
  'long-text',
  'choice',
  'number',
  'money',
  'date',
  'video',
  'files',
  'web-addresses',
  'reference',
  'consent',
  'metric',
] as const satisfies readonly FieldKind[];
