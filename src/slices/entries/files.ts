/** Files beside an entry: taken by what they are, kept by their content, given only to whoever may read the entry. */
import { rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { fieldsOf } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, keyReaches, personOf } from '#platform/context.ts';
import { refersToFiles } from '#platform/files/sweep.server.ts';
import { needRoom, newStagingFile } from '#platform/files.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import {
  byteLimits,
  examineAndKeep,
  finishUpload,
  forgetStaged,
  type Kept,
  keptContent,
  letGo,
  plainFileName,
  referTo,
  refused,
  spendUpload,
  takeUploadsFor,
  uploadId,
} from '#slices/files/index.ts';
import { formOfCategory, reaches, screeningReachIn } from '#slices/programmes/index.ts';
import { isReader, mayEdit, writing } from './access.ts';
import { type FileWithEntry, fileById, filesOf, isReadable, programmeOfEdition } from './find.ts';
import { requireNotEnded } from './reopening/reopening.ts';
import { entryId, fileLimits } from './schemas.ts';
import * as store from './store.ts';
import { entryForJudge } from './views.ts';

/** A file that was taken away once its entry had been submitted is kept with the rest of the entry's history. */
refersToFiles('entry_files', async (db, organisation, hashes) => {
  const rows = await db
    .selectFrom('entry_files')
    .select('sha256')
    .distinct()
    .where('organisation_id', '=', organisation)
    .where('sha256', 'in', [...hashes])
    .execute();
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
});

/** Beside an entry that is written by a form, whatever its fields take together. */
const mostFiles = 200;

type Places = { readonly files: number; readonly field: string | undefined };

/** How many files a field takes; a form that takes files by its fields takes none beside them. @throws Problem for another field */
async function placesFor(ctx: Ctx, entry: store.Entry, field: string | undefined): Promise<Places> {
  const place = { edition: entry.edition, version: entry.editionVersion, category: entry.categoryCode };
  const form = await formOfCategory(ctx, place);
  // How many is decided once it is known for which field it is.
  if (field === undefined) return { files: form === undefined ? fileLimits.files : mostFiles, field: undefined };
  const asked = form && fieldsOf(form.form).find((one) => one.field.key === field)?.field;
  if (asked?.kind === 'video') return { files: 1, field };
  if (asked?.kind === 'files') return { files: asked.count.max, field };
  throw problem('general.not-found');
}

/** An entry that takes one more file, of so many bytes. @throws Problem */
async function needPlace(ctx: Ctx, entry: store.Entry, bytes: number, field?: string): Promise<void> {
  if (!mayEdit(entry.state)) throw problem('entries.not-editable', { number: entry.number });
  await requireNotEnded(ctx, entry);
  const before = await filesOf(ctx, entry.id);
  const limit = await placesFor(ctx, entry, field);
  const beside = limit.field === undefined ? before : before.filter((file) => file.field === limit.field);
  if (beside.length >= limit.files) throw problem('entries.too-many-files', { limit: limit.files });
  const together = before.reduce((sum, file) => sum + file.bytes, bytes);
  if (together > fileLimits.bytes) throw refused('entries.files-too-large', { limit: fileLimits.bytes });
}

takeUploadsFor('entry', {
  // Whoever may write it sends it files as its owner does.
  find: async (ctx, id) => {
    const entry = await store.lockEntry(ctx, id as EntryId);
    const person = personOf(ctx);
    if (entry === undefined || person === undefined) return entry;
    return (await writing('edit')(ctx, entry)).length > 0 ? { owner: person } : entry;
  },
  check: async (ctx, id, bytes) => {
    const entry = await store.lockEntry(ctx, id as EntryId);
    if (entry === undefined) throw problem('general.not-found');
    await needPlace(ctx, entry, bytes);
  },
});

export const addFile = operation('entries.add-file', {
  input: z.object({ entry: entryId, upload: uploadId.optional(), field: z.string().max(60).optional(), ...keptContent }),
  who: ['owner', 'writer'],
  find: (ctx, input) => store.lockEntry(ctx, input.entry),
  relations: writing('edit'),
  run: async (ctx, input, entry) => {
    await needPlace(ctx, entry, input.bytes, input.field);
    if (input.upload !== undefined) await spendUpload(ctx, input.upload);
    await referTo(ctx, input);
    const file = await store.insertFile(ctx, input);
    const programme = (await programmeOfEdition(ctx, entry.edition)) ?? null;
    const { name, bytes, sha256, mediaType } = input;
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'entries.file-added', programme, subject, body: { file, name, bytes, sha256, mediaType } });
    return { file };
  },
});

export const removeFile = operation('entries.remove-file', {
  input: z.object({ file: z.uuid() }),
  who: ['owner', 'writer'],
  find: (ctx, input) => store.lockEntryOfFile(ctx, input.file),
  relations: (ctx, { entry }) => writing('edit')(ctx, entry),
  run: async (ctx, input, { entry, name, sha256 }) => {
    if (!mayEdit(entry.state)) throw problem('entries.not-editable', { number: entry.number });
    await requireNotEnded(ctx, entry);
    const lettingGo = entry.state === 'draft';
    await store.markFileRemoved(ctx, input.file, lettingGo);
    if (lettingGo) await letGo(ctx, sha256);
    const programme = (await programmeOfEdition(ctx, entry.edition)) ?? null;
    await tell(ctx, {
      kind: 'entries.file-removed',
      programme,
      subject: { kind: 'entry', id: entry.id },
      body: { file: input.file, name },
    });
    return { entry: entry.id };
  },
});

/** Nothing is kept for somebody who may not write the entry. */
async function needWriter(ctx: Ctx, entry: EntryId): Promise<void> {
  const row = await ctx.db
    .selectFrom('entries')
    .select(['id', 'owner_id as owner', 'edition_id as edition', 'next_of as nextOf'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', entry)
    .executeTakeFirst();
  if (row === undefined || (await writing('edit')(ctx, { ...row, nextOf: row.nextOf as EntryId | null })).length === 0)
    throw problem('general.not-found');
}

/** Takes what a form sent: looks at the content, refuses what is not on the list, and keeps it. The answer goes to `addFile`. */
export async function takeUpload(ctx: Ctx, entry: EntryId, file: unknown): Promise<Kept> {
  await needWriter(ctx, entry);
  const name = file instanceof File && file.name !== '' ? plainFileName(file.name) : '';
  if (!(file instanceof File) || file.size === 0) throw refused('entries.file-empty', { name });
  if (file.size > byteLimits.document) throw refused('entries.file-too-large', { name, bytes: file.size, limit: byteLimits.document });
  needRoom(file.size);
  const path = await newStagingFile(ctx.organisation);
  try {
    await writeFile(path, file.stream(), { mode: 0o640, flag: 'wx' });
    return await examineAndKeep(ctx.organisation, path, name);
  } finally {
    await rm(path, { force: true });
  }
}

/** Lays what arrived in pieces beside its entry; asked twice under one key it is there once. */
export async function addUpload(ctx: Ctx, entry: EntryId, upload: string, field?: string): Promise<{ file: string }> {
  await needWriter(ctx, entry);
  const kept = await finishUpload(ctx, upload);
  const added = await addFile(ctx, { entry, upload, ...(field && { field }), ...kept });
  await forgetStaged(ctx, upload);
  return added;
}

/**
 * A file for whoever may read its entry at this moment: its writers, the programme's managers and auditors, its judges.
 * @throws Problem `files.held`, `files.refused` for those who look after it, while nobody is given it
 */
export async function fileForReader(ctx: Ctx, id: string): Promise<FileWithEntry> {
  const file = z.uuid().safeParse(id).success ? await fileById(ctx, id) : undefined;
  const standing = file && (await standingTo(ctx, file));
  if (file === undefined || standing === undefined) throw problem('general.not-found');
  const { name, state, finding } = file;
  if (standing === 'reader' && !(await isForJudges(ctx, file))) throw problem('general.not-found');
  if (isReadable(file)) return file;
  // Whoever judges is not told of a file before somebody has looked at it.
  if (standing === 'reader') throw problem('general.not-found');
  throw state === 'held' ? problem('files.held', { name }) : problem('files.refused', { name, finding });
}

/** Whether judges read the answer a file belongs to. */
async function isForJudges(ctx: Ctx, { entry, id, field }: FileWithEntry): Promise<boolean> {
  if (field === null) return true;
  const view = await entryForJudge(ctx, entry);
  return view?.files.some((file) => file.id === id) ?? false;
}

async function standingTo(ctx: Ctx, file: FileWithEntry): Promise<'writer' | 'office' | 'reader' | undefined> {
  if (!keyReaches(ctx, file.programme)) return undefined;
  if ((await writing('view')(ctx, { ...file, id: file.entry })).length > 0) return 'writer';
  if (file.draft) return undefined;
  const reach = await screeningReachIn(ctx, { id: file.edition, programme: file.programme });
  if (reach && reaches(reach, file)) return 'office';
  return (await isReader(ctx, file.entry)) ? 'reader' : undefined;
}
