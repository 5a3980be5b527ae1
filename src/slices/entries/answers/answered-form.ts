/** An entry's form with what was answered to it, as one of its readers may read both. */

import type { EntryState } from '#core/entries/withdrawing.ts';
import type { Answers } from '#core/forms/answer-shapes.ts';
import { answersFor, formFor, type Reader } from '#core/forms/audience.ts';
import { completeness } from '#core/forms/completeness.ts';
import type { Form } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';
import { formOfCategory, formsOfCategories } from '#slices/programmes/index.ts';
import { type FileView, filesOfSeveral } from '../find.ts';
import { answersOf } from './answers-store.ts';
import { filesForReader, withFiles } from './files-as-answers.ts';

export type AnsweredForm = {
  readonly key: string;
  readonly form: Form;
  /** The one everything in it is written in. */
  readonly language: string;
  readonly languages: readonly string[];
  readonly answers: Answers;
};

type Of = {
  readonly id: EntryId;
  readonly state: EntryState;
  readonly edition: { readonly id: EditionId; readonly version: number };
  readonly category: { readonly code: string };
  /** The version it was submitted under; null: it never was, or before versions were kept. */
  readonly rules: number | null;
};

/** What its writer may still change is written by the form there is now; what is in is read by the form it was submitted under. */
function versionOf({ state, edition, rules }: Of): number | undefined {
  return state === 'draft' || state === 'returned' ? edition.version : (rules ?? undefined);
}

/** Whole, for whoever wrote it; undefined for an entry of one text. */
export async function answeredForm(ctx: Ctx, entry: Of, files: readonly FileView[]): Promise<AnsweredForm | undefined> {
  const version = versionOf(entry);
  if (version === undefined) return undefined;
  const found = await formOfCategory(ctx, { edition: entry.edition.id, version, category: entry.category.code });
  if (found === undefined) return undefined;
  const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
  return { ...found, answers: withFiles(found.form, kept, files) };
}

type Open = { readonly id: EntryId; readonly edition: Of['edition']; readonly category: string };

/** How much the forms of several entries still ask for; those of one text are not among them. */
export async function missingAnswers(ctx: Ctx, entries: readonly Open[]): Promise<ReadonlyMap<EntryId, number>> {
  const formIn = await formsOfCategories(ctx, [...new Map(entries.map(({ edition }) => [edition.id, edition])).values()]);
  const asked = entries.flatMap(({ id, edition, category }) => {
    const form = formIn(edition.id, category);
    return form ? [{ id, form: form.form }] : [];
  });
  const ids = asked.map(({ id }) => id);
  const [answers, files] = [await answersOf(ctx, ids), await filesOfSeveral(ctx, ids)];
  return new Map(
    asked.map(({ id, form }) => {
      const { of, done } = completeness(form, withFiles(form, answers.get(id) ?? {}, files.get(id) ?? []));
      return [id, of - done];
    }),
  );
}

type Read = { readonly form: AnsweredForm | undefined; readonly files: readonly FileView[] };

/** Less than whole: the fields this reader may read, and the files among them. */
export function readBy({ form, files }: Read, reader: Reader): Read {
  if (form === undefined) return { form, files };
  const read = { ...form, form: formFor(form.form, reader), answers: answersFor(form.form, form.answers, reader) };
  return { form: read, files: filesForReader(form.form, form.answers, files, reader) };
}
