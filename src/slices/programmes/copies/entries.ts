/** Entries as far as a form has to know of them before it is changed. They belong to a later slice, which answers for them. */
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Form } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';

export type AnsweringEntry = {
  readonly id: EntryId;
  /** None: never sent in. */
  readonly number: string | null;
  readonly title: string;
  readonly state: (typeof answeringStates)[number];
  readonly category: string;
  readonly savedAt: Date;
  readonly answers: Answers;
};

type Of = { readonly edition: EditionId; readonly categories: readonly string[] };

export type EntriesAnswering = {
  /** Whether there is any entry in these categories, a draft perhaps. */
  readonly any: (ctx: Ctx, of: Of) => Promise<boolean>;
  /** All of them, some hundred at a time, with what they answer to the fields of these forms; those still written first, each state by its ids. */
  readonly all: (ctx: Ctx, of: Of & { readonly forms: readonly Form[] }) => AsyncIterable<readonly AnsweringEntry[]>;
};

/** The order in which `all` gives them. */
export const answeringStates = ['draft', 'returned', 'submitted', 'accepted'] as const;

let entries: EntriesAnswering | undefined;

/** Called once a process by the slice whose entries answer forms. */
export function letAskEntries(answering: EntriesAnswering): void {
  entries = answering;
}

/** @throws Error where no slice has said so: then nobody knows, and a form must not be changed as if there were none */
export function entriesAnswering(): EntriesAnswering {
  if (entries === undefined) throw new Error('no slice answers for the entries of forms');
  return entries;
}
