/** Reads of uploads and contents, for their senders and for administrators; nothing is written. */
import { sql } from 'kysely';
import { z } from 'zod';

import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { scansContents } from '#platform/files/clamd.server.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { quotaOf } from './quota.ts';
import { type ContentState, type Kept, keptContent, uploadId } from './schemas.ts';

export type UploadView = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly expiresAt: Date;
  readonly kept: Kept | undefined;
};

const keptShape = z.object(keptContent);

/** An upload for whoever sends it, until it is over. @throws Problem `general.not-found` for everybody else */
export async function uploadForSender(ctx: Ctx, id: string): Promise<UploadView> {
  const person = personOf(ctx);
  const row =
    person && uploadId.safeParse(id).success
      ? await ctx.db
          .selectFrom('uploads')
          .select(['id', 'name', 'bytes', 'expires_at', 'kept'])
          .where('organisation_id', '=', ctx.organisation)
          .where('id', '=', id)
          .where('person_id', '=', person)
          .executeTakeFirst()
      : undefined;
  if (row === undefined) throw problem('general.not-found');
  if (row.expires_at <= ctx.now) throw problem('files.upload-over');
  const kept = row.kept === null ? undefined : keptShape.parse(row.kept);
  return { id: row.id, name: row.name, bytes: Number(row.bytes), expiresAt: row.expires_at, kept };
}

type Waiting = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: string;
  readonly state: ContentState;
  readonly finding: string;
  readonly keptAt: Date;
};

const most = 100;

/** What is kept and what waits, for administrators: kinds and sizes, never whose. @throws Problem */
export async function storageForAdministrator(ctx: Ctx) {
  if (!(await isAdministrator(ctx))) throw problem('general.not-found');
  const { rows: sums } = await sql<{ state: ContentState; files: number; bytes: string }>`
    select state, count(*)::integer as files, sum(bytes)::text as bytes from contents
     where organisation_id = ${ctx.organisation} and refers > 0 group by state order by state`.execute(ctx.db);
  const { rows } = await sql<Waiting>`
    select encode(hash, 'hex') as sha256, media_type as "mediaType", bytes::text as bytes, state, finding, kept_at as "keptAt"
      from contents where organisation_id = ${ctx.organisation} and state in ('held', 'refused') and refers > 0
     order by kept_at, hash limit ${most}`.execute(ctx.db);
  const { rows: uploads } = await sql<{ count: number }>`
    select count(*)::integer as count from uploads
     where organisation_id = ${ctx.organisation} and expires_at > ${ctx.now} and kept is null`.execute(ctx.db);
  return {
    scans: scansContents(),
    quota: await quotaOf(ctx),
    uploads: uploads[0]?.count ?? 0,
    sums: sums.map((row) => ({ ...row, bytes: Number(row.bytes) })),
    waiting: rows.map((row) => ({ ...row, bytes: Number(row.bytes), keptAt: row.keptAt.toISOString() })),
  };
}
