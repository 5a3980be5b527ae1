/** Every statement that writes screening decisions. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';

export type Verdict = 'accepted' | 'returned' | 'reopened' | 'mending-moved' | 'return-undone';

/** What was decided; `until`: of one that is sent back, when its time to be mended ends. */
export type NewDecision = { readonly verdict: Verdict; readonly reason?: string; readonly until?: Date | undefined };

export async function insertDecisions(ctx: Ctx, entries: readonly EntryId[], decision: NewDecision, by: PersonId): Promise<void> {
  const { verdict, reason = '', until } = decision;
  const rows = entries.map((entry) => {
    const row = { id: ctx.ids.next(), entry_id: entry, verdict, reason, until: until ?? null, decided_by: by, decided_at: ctx.now };
    return { organisation_id: ctx.organisation, ...row };
  });
  await ctx.db.insertInto('screening_decisions').values(rows).execute();
}

export async function insertDecision(ctx: Ctx, entry: EntryId, { verdict, reason = '', until }: NewDecision, by: PersonId): Promise<void> {
  const row = { id: ctx.ids.next(), entry_id: entry, verdict, reason, until: until ?? null, decided_by: by, decided_at: ctx.now };
  await ctx.db
    .insertInto('screening_decisions')
    .values({ organisation_id: ctx.organisation, ...row })
    .execute();
}
