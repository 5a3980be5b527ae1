/** Files beside an entry: taken by what they are, kept by their content, given only to whoever may read the entry. */
import { z } from 'zod';
import { type Facts, problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { refersToFiles } from '#platform/files/sweep.server.ts';
import { keepFile } from '#platform/files.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { mediaTypeOf } from '#platform/media-type.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { byteLimits, keptContent, letGo, referTo } from '#slices/files/index.ts';
import { programmeRelations } from '#slices/programmes/index.ts';
import { isReader, mayEdit, ownership } from './access.ts';
import { type FileWithEntry, fileById, filesOf, programmeOfEdition } from './find.ts';
import { entryId, fileLimits } from './schemas.ts';
import * as store from './store.ts';

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

export const addFile = operation('entries.add-file', {
  input: z.object({ entry: entryId, ...keptContent }),
  who: ['owner'],
  find: (ctx, input) => store.lockEntry(ctx, input.entry),
  relations: ownership,
  run: async (ctx, input, entry) => {
    if (!mayEdit(entry.state)) throw problem('entries.not-editable', { number: entry.number });
    const before = await filesOf(ctx, entry.id);
    if (before.length >= fileLimits.files) throw problem('entries.too-many-files', { limit: fileLimits.files });
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
  who: ['owner'],
  find: (ctx, input) => store.lockEntryOfFile(ctx, input.file),
  relations: (ctx, { entry }) => ownership(ctx, entry),
  run: async (ctx, input, { entry, name, sha256 }) => {
    if (!mayEdit(entry.state)) throw problem('entries.not-editable', { number: entry.number });
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

export type Upload = { readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string };

/** The last part of a path, as some browsers send one, without what only control codes could mean. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 200) || 'file'
  );
}

/**
 * Takes what a form sent: looks at the content, refuses what is not on the list, and keeps the bytes. Nothing is kept for
 * somebody whose entry it is not. The answer goes to `addFile`.
 */
export async function takeUpload(ctx: Ctx, entry: EntryId, file: unknown): Promise<Upload> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('owner_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', entry)
    .executeTakeFirst();
  const person = personOf(ctx);
  if (person === undefined || row?.owner_id !== person) throw problem('general.not-found');
  const name = file instanceof File ? fileName(file.name) : '';
  if (!(file instanceof File) || file.size === 0)
    throw refused('entries.file-empty', { name: file instanceof File && file.name ? name : '' });
  if (file.size > byteLimits.document) throw refused('entries.file-too-large', { name, bytes: file.size, limit: byteLimits.document });
  const content = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(content);
  if (mediaType === undefined) throw refused('entries.file-type-refused', { name });
  return { name, mediaType, ...(await keepFile(ctx.organisation, content)) };
}

function refused(code: 'entries.file-empty' | 'entries.file-too-large' | 'entries.file-type-refused', facts: Facts) {
  return problem(code, facts, [{ path: 'file', code, facts }]);
}

/** A file for whoever may read its entry at this moment: its owner, the programme's managers and auditors, its judges. */
export async function fileForReader(ctx: Ctx, id: string): Promise<FileWithEntry> {
  const file = z.uuid().safeParse(id).success ? await fileById(ctx, id) : undefined;
  if (file === undefined || !(await mayReadFile(ctx, file))) throw problem('general.not-found');
  return file;
}

async function mayReadFile(ctx: Ctx, file: FileWithEntry): Promise<boolean> {
  if (personOf(ctx) === file.owner) return true;
  if (file.draft) return false;
  const relations = await programmeRelations(ctx, file.programme);
  return relations.some((relation) => relation === 'manager' || relation === 'auditor') || isReader(ctx, file.entry);
}
