/** Uploads: a file on its way to something of its sender's, in as many pieces and on as many days as it takes. */
import { z } from 'zod';
import type { Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { beginStaged, removeStaged, stagedBytes, stagedPath } from '#platform/files/staging.server.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { examineAndKeep, plainFileName, refused } from './examine.ts';
import { quotaOf } from './quota.ts';
import { byteLimits, type Kept, keptContent, uploadId } from './schemas.ts';
import * as store from './store.ts';
import { subjectOf } from './subjects.ts';
import { uploadForSender } from './views.ts';

/** Days an upload is waited for: long enough for a weekend and a bad line. */
export const waitsFor = 3 * 86_400_000;

const owned = (ctx: Ctx, { owner }: { readonly owner: string }): Relation[] => (personOf(ctx) === owner ? ['owner'] : []);
const subjectIn = (kind: string, id: string) => ({ kind, id });

export const startUpload = operation('files.start-upload', {
  input: z.object({ kind: z.string().max(40), subject: z.uuid(), name: z.string().max(1_000), bytes: z.number().int().min(0) }),
  who: ['owner'],
  find: (ctx, { kind, subject }) => subjectOf(kind)?.find(ctx, subject) ?? Promise.resolve(undefined),
  relations: owned,
  run: async (ctx, { kind, subject, name: written, bytes }) => {
    const name = plainFileName(written);
    if (bytes === 0) throw refused('entries.file-empty', { name });
    if (bytes > byteLimits.video) throw refused('entries.file-too-large', { name, bytes, limit: byteLimits.video });
    await subjectOf(kind)?.check(ctx, subject, bytes);
    const { limit, used } = await quotaOf(ctx);
    if (limit !== undefined && used + bytes > limit) throw refused('files.quota-reached', { limit });
    const expiresAt = new Date(ctx.now.getTime() + waitsFor);
    const upload = await store.insertUpload(ctx, { kind, subject, name, bytes, expiresAt });
    await beginStaged(ctx.organisation, upload, bytes);
    await tell(ctx, { kind: 'files.upload-started', programme: null, subject: subjectIn(kind, subject), body: { upload, name, bytes } });
    return { upload, expiresAt: expiresAt.toISOString() };
  },
});

export const stopUpload = operation('files.stop-upload', {
  input: z.object({ upload: uploadId }),
  who: ['owner'],
  find: (ctx, { upload }) => store.lockUpload(ctx, upload),
  relations: owned,
  run: async (ctx, { upload }, { kind, subject, name }) => {
    await store.deleteUpload(ctx, upload);
    await removeStaged(ctx.organisation, upload);
    await tell(ctx, { kind: 'files.upload-stopped', programme: null, subject: subjectIn(kind, subject), body: { upload, name } });
    return { upload };
  },
});

/** What was found in a whole upload, said by the door that looked; no door takes it from anybody. */
export const noteKept = operation('files.note-kept', {
  input: z.object({ upload: uploadId, ...keptContent }),
  who: ['owner'],
  find: (ctx, { upload }) => store.lockUpload(ctx, upload),
  relations: owned,
  run: async (ctx, { upload, ...kept }, { kind, subject }) => {
    await store.markKept(ctx, upload, kept);
    const { name, mediaType, bytes, sha256 } = kept;
    const body = { upload, name, mediaType, bytes, sha256, facts: plainJson(kept.facts) };
    await tell(ctx, { kind: 'files.upload-kept', programme: null, subject: subjectIn(kind, subject), body });
    return { upload };
  },
});

/**
 * A whole upload, looked at and kept; asked again it answers the same. Its content goes on by `referTo`, with the row that is about it.
 * @throws Problem `files.upload-over`, `files.upload-unfinished`, and what is wrong with the content
 */
export async function finishUpload(ctx: Ctx, id: string): Promise<Kept> {
  const upload = await uploadForSender(ctx, id);
  if (upload.kept !== undefined) return upload.kept;
  const arrived = await stagedBytes(ctx.organisation, id);
  if (arrived === undefined) throw problem('files.upload-over');
  const { name, bytes } = upload;
  if (arrived !== bytes) throw refused('files.upload-unfinished', { name, arrived, bytes });
  const kept = await examineAndKeep(ctx.organisation, stagedPath(ctx.organisation, id), name);
  await noteKept({ ...ctx, key: `${id}.kept` }, { upload: id, ...kept });
  return kept;
}

/** Called in the transaction of the row that its content now lies beside: the upload is over and cannot be used again. */
export async function spendUpload(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.markUsed(ctx, id))) throw problem('files.upload-over');
}

/** After that row is there for good: what was only on its way needs no room any more. */
export function forgetStaged(ctx: Ctx, id: string): Promise<void> {
  return removeStaged(ctx.organisation, id);
}
