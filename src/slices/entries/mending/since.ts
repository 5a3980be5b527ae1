/** What of an entry is otherwise than somebody has read it, or than it was sent in; for slices that have asked who they are. */
import { sql } from 'kysely';
import { differences } from '#core/entries/versions.ts';
import type { Ctx } from '#platform/context.ts';
import { versionAt } from '../reopening/versions.ts';
import type { Entry } from '../store.ts';

async function savedAt(ctx: Ctx, { id }: Pick<Entry, 'id'>, version: number): Promise<Date> {
  const row = await ctx.db
    .selectFrom('entry_history')
    .select('saved_at')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', id)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.saved_at ?? ctx.now;
}

/** Than at a version: names of its head, and how many answers and files. */
export async function changedSince(ctx: Ctx, entry: Pick<Entry, 'id' | 'version'>, version: number) {
  const before = await versionAt(ctx, entry.id, { version, at: await savedAt(ctx, entry, version) });
  const { head, fields, added, removed } = differences(before, await versionAt(ctx, entry.id, { version: entry.version, at: ctx.now }));
  return { head, answers: fields.length, files: added.length + removed.length };
}

/** Whether nothing was saved, added or taken away since it was sent in last. */
export async function isAsSentIn(ctx: Ctx, { id, savedAt: saved, submittedAt: at }: Pick<Entry, 'id' | 'savedAt' | 'submittedAt'>) {
  if (at === null || saved > at) return false;
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from entry_files where organisation_id = ${ctx.organisation} and entry_id = ${id}
                      and (added_at > ${at} or removed_at > ${at})) as touched`.execute(ctx.db);
  return rows[0]?.touched === false;
}
