/** What a receipt vouches for: everything somebody sent in, as one text that anybody can make again. */
import type { Answers } from '../forms/answer-shapes.ts';
import { canonicalJson, plainJson } from '../record/canonical.ts';

export type Submission = {
  /** The public id of the entry. */
  readonly entry: string;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly body: string;
  readonly nomineeKind: string | null;
  readonly nominator: string | null;
  /** The version of the edition whose form asked. */
  readonly rules: number | null;
  /** All that is kept of them, by the keys of their fields; files stand in `files`. */
  readonly answers: Answers;
  /** In the order they were laid beside it; `sha256` in hex digits, `field`: the one it answers. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number; readonly field: string | null }[];
  readonly submittedAt: Date;
};

/**
 * Canonical JSON (RFC 8785) of a submission: its SHA-256 is the mark of the receipt. What was not said is not in it, so that a mark outlives
 * whatever can be said later.
 */
export function receiptText({ nomineeKind, nominator, rules, answers, files, submittedAt, ...said }: Submission): string {
  const asked = Object.keys(answers).length > 0;
  return canonicalJson({
    entry: said.entry,
    number: said.number,
    title: said.title,
    nominee: said.nominee,
    body: said.body,
    files: files.map(({ name, sha256, bytes, field }) => ({ name, sha256, bytes, ...(field !== null && { field }) })),
    submittedAt: submittedAt.toISOString(),
    ...(nomineeKind && { nomineeKind }),
    ...(nominator && { nominator }),
    ...(asked && { rules, answers: plainJson(answers) }),
  });
}
