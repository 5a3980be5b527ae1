/** Reads of uploads and contents, for their senders and for administrators; nothing is written. */

import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { type Kept, keptContent, uploadId } from './schemas.ts';

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
