/** Every statement that writes or locks contents and uploads. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { ContentState, Kept } from './schemas.ts';

/** The content's row, made with the first reference to it; says in which state it is. */
export async function countReference(ctx: Ctx, kept: Omit<Kept, 'name'>, state: ContentState): Promise<ContentState> {
  const { sha256, bytes, mediaType, facts } = kept;
  const { rows } = await sql<{ state: ContentState }>`
    insert into contents as c (organisation_id, hash, bytes, media_type, state, facts, refers, kept_at)
    values (${ctx.organisation}, ${Buffer.from(sha256, 'hex')}, ${bytes}, ${mediaType}, ${state}, ${JSON.stringify(facts)}, 1, ${ctx.now})
    on conflict (organisation_id, hash) do update set refers = c.refers + 1
    returning c.state`.execute(ctx.db);
  return rows[0]?.state ?? state;
}

export async function uncountReference(ctx: Ctx, sha256: string): Promise<void> {
  await ctx.db
    .updateTable('contents')
    .set({ refers: sql`refers - 1`, kept_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('hash', '=', Buffer.from(sha256, 'hex'))
    .execute();
}
