/** The next version of an entry: begun as a copy of what stands, and put in its place when it is sent in. */
import type { VersionFile } from '#core/entries/versions.ts';
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Form } from '#core/forms/shape.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { referTo } from '#slices/files/index.ts';
import { answersOf, type Change, insertAnswers } from '../answers/answers-store.ts';
import { changesOf, keptAfter } from '../answers/writing-answers.ts';
import { type FileView, filesOf } from '../find.ts';
import * as store from '../store.ts';

/** Files keep their content and get other ids: what an answer says of a file by its id is said of the new one. */
type Renamed = ReadonlyMap<string, string>;

export function withNewIds(answers: Answers, renamed: Renamed): Answers {
  if (renamed.size === 0) return answers;
  const text = JSON.stringify(answers).replaceAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g, (whole, id: string) =>
    renamed.has(id) ? JSON.stringify(renamed.get(id)) : whole,
  );
  return JSON.parse(text) as Answers;
}

type Laid = Omit<FileView, 'addedAt'> & { readonly addedAt?: Date };

export async function layBeside(
  ctx: Ctx,
  entry: EntryId,
  { name, mediaType, bytes, sha256, facts, field, addedAt }: Laid,
): Promise<string> {
  await referTo(ctx, { mediaType, bytes, sha256, facts });
  return store.insertFile(ctx, { entry, name, mediaType, bytes, sha256, ...(field !== null && { field }), ...(addedAt && { addedAt }) });
}

/** A draft with everything the entry says now. */
export async function beginNextVersion(ctx: Ctx, entry: store.Entry): Promise<EntryId> {
  const draft = await store.insertNextVersion(ctx, entry);
  const renamed = new Map<string, string>();
  for (const file of await filesOf(ctx, entry.id)) renamed.set(file.id, await layBeside(ctx, draft, file));
  const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
  const changes = Object.entries(withNewIds(kept, renamed));
  await insertAnswers(ctx, draft, { version: 1, by: entry.owner, changes });
  return draft;
}

const keyOf = ({ name, sha256, field }: VersionFile): string => canonicalJson([field, name, sha256]);

/** What lies beside the draft lies beside the entry afterwards; what of that was there already stays as it was. */
async function moveFiles(ctx: Ctx, draft: EntryId, entry: EntryId): Promise<Renamed> {
  const standing = Map.groupBy(await filesOf(ctx, entry), keyOf);
  const renamed = new Map<string, string>();
  for (const file of await filesOf(ctx, draft)) {
    const twin = standing.get(keyOf(file))?.shift();
    const { addedAt: _then, ...fresh } = file;
    renamed.set(file.id, twin?.id ?? (await layBeside(ctx, entry, fresh)));
  }
  // Their content stays: the version before has spoken of it.
  for (const gone of [...standing.values()].flat()) await store.markFileRemoved(ctx, gone.id, false);
  return renamed;
}

type Written = { readonly form: { readonly form: Form } | undefined; readonly answers: Answers };

/** Puts the files of a draft beside the entry it is the next version of: its answers as they read there, and what of them is new. */
export async function moveOver<W extends Written>(
  ctx: Ctx,
  draft: EntryId,
  standing: EntryId,
  written: W,
): Promise<W & { readonly changes: readonly Change[]; readonly kept: Answers }> {
  const { form } = written;
  const answers = withNewIds(written.answers, await moveFiles(ctx, draft, standing));
  const kept = (await answersOf(ctx, [standing])).get(standing) ?? {};
  const changes = form === undefined ? [] : changesOf(form.form, kept, answers);
  return { ...written, answers, changes, kept: keptAfter(kept, changes) };
}
