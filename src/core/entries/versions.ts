/** What two versions of an entry say differently: its head, its answers field by field, and the files beside it. */
import type { Answers } from '../forms/answer-shapes.ts';
import type { Field } from '../forms/fields.ts';
import { canonicalJson, type Json } from '../record/canonical.ts';

export type VersionFile = { readonly name: string; readonly sha256: string; readonly field: string | null };

export type Version = {
  readonly title: string;
  readonly nominee: string;
  readonly body: string;
  /** As they are kept: files are answers by where they lie, and stand in `files`. */
  readonly answers: Answers;
  readonly files: readonly VersionFile[];
};

export type Differences = {
  readonly head: readonly ('title' | 'nominee' | 'body')[];
  /** Keys of the fields that are answered otherwise, emptied or answered first; in the order of their keys. */
  readonly fields: readonly string[];
  readonly added: readonly VersionFile[];
  readonly removed: readonly VersionFile[];
};

const parts = ['title', 'nominee', 'body'] as const;
const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value as Json));
/** A file is the same where its content, its name and the field it answers are. */
const fileKey = ({ name, sha256, field }: VersionFile): string => canonicalJson([field, name, sha256]);

/** Each file of `these` that has no twin among `those`; of two alike one twin takes one. */
function without(these: readonly VersionFile[], those: readonly VersionFile[]): VersionFile[] {
  const left = new Map<string, number>();
  for (const file of those) left.set(fileKey(file), (left.get(fileKey(file)) ?? 0) + 1);
  return these.filter((file) => {
    const n = left.get(fileKey(file)) ?? 0;
    left.set(fileKey(file), n - 1);
    return n <= 0;
  });
}

export function differences(before: Version, after: Version): Differences {
  const keys = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])].sort();
  const given = (answers: Answers, key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
  return {
    head: parts.filter((part) => before[part] !== after[part]),
    fields: keys.filter((key) => text(given(before.answers, key)) !== text(given(after.answers, key))),
    added: without(after.files, before.files),
    removed: without(before.files, after.files),
  };
}

/** What is shown of two versions. */
export type Changes = {
  readonly head: readonly { readonly part: Differences['head'][number]; readonly before: string; readonly after: string }[];
  /** The fields that are answered otherwise, of the form there is now; an answer that is not there is undefined. */
  readonly answers: readonly { readonly field: Field; readonly before: unknown; readonly after: unknown }[];
  /** The first language of that form. */
  readonly language: string;
  /** Files, by their names. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly count: number;
};
