/** What was decided about an entry, for its programme's managers and auditors. */
import type { Ctx } from '#platform/context.ts';
import { type EntryView, eligibilityForScreener, entryForManager } from '#slices/entries/index.ts';
import type { Verdict } from './store.ts';

export type Decision = { readonly verdict: Verdict; readonly reason: string; readonly by: string; readonly at: Date };

export type EntryForScreener = EntryView & {
  readonly mayChange: boolean;
  readonly decisions: readonly Decision[];
  /** Undefined where its category has no rules. */
  readonly eligibility: Awaited<ReturnType<typeof eligibilityForScreener>>;
};

/** Decisions newest first. @throws Problem for everybody but managers and auditors */
export async function entryForScreener(ctx: Ctx, id: string): Promise<EntryForScreener> {
  const entry = await entryForManager(ctx, id);
  const rows = await ctx.db
    .selectFrom('screening_decisions as d')
    .innerJoin('directory.people as p', 'p.id', 'd.decided_by')
    .select(['d.verdict', 'd.reason', 'p.name as by', 'd.decided_at as at'])
    .where('d.organisation_id', '=', ctx.organisation)
    .where('d.entry_id', '=', entry.id)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  const { edition, category, nominee, files, submittedAt, form } = entry;
  const eligibility = await eligibilityForScreener(
    ctx,
    { edition, category },
    { nominee, stated: entry, files: files.length, at: submittedAt ?? ctx.now, form },
  );
  return { ...entry, eligibility, decisions: rows.map((row) => ({ ...row, verdict: row.verdict as Verdict })) };
}
