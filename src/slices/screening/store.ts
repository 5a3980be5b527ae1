/** Every statement that writes screening decisions. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';

export type Verdict = 'accepted' | 'returned' | 'reopened';

export async function insertDecisions(ctx: Ctx, entries: readonly EntryId[], verdict: Verdict, by: PersonId): Promise<void> {
  const rows = entries.map((entry) => {
    const row = { id: ctx.ids.next(), entry_id: entry, verdict, reason: '', decided_by: by, decided_at: ctx.now };
    return { organisation_id: ctx.organisation, ...row };
  });
  await ctx.db.insertInto('screening_decisions').values(rows).execute();
}

export async function insertDecision(ctx: Ctx, entry: EntryId, verdict: Verdict, reason: string, by: PersonId): Promise<void> {
  const row = { id: ctx.ids.next(), entry_id: entry, verdict, reason, decided_by: by, decided_at: ctx.now };
  await ctx.db
    .insertInto('screening_decisions')
    .values({ organisation_id: ctx.organisation, ...row })
    .execute();
}
