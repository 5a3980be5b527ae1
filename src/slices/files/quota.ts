/** How much an organisation may keep, and how much it does: what is referred to, and what was promised to uploads. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';

let quota: number | undefined;

/** Bytes; undefined for no other bound than the disk. Said once by each process that takes files. */
export function configureQuota(bytes: number | undefined): void {
  quota = bytes;
}

export async function quotaOf(ctx: Ctx): Promise<{ readonly limit: number | undefined; readonly used: number }> {
  const { rows } = await sql<{ used: string }>`
    select ((select coalesce(sum(bytes), 0) from contents where organisation_id = ${ctx.organisation} and refers > 0)
      + (select coalesce(sum(bytes), 0) from uploads
          where organisation_id = ${ctx.organisation} and expires_at > ${ctx.now} and kept is null))::text as used`.execute(ctx.db);
  return { limit: quota, used: Number(rows[0]?.used ?? 0) };
}
