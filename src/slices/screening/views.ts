/** What was decided about an entry, for its programme's managers and auditors. */
import type { Ctx } from '#platform/context.ts';
import { divisionShown, eligibilityForScreener, entryForManager, type ManagedEntry, type ShownDivision } from '#slices/entries/index.ts';
import type { Verdict } from './store.ts';

export type Decision = { readonly verdict: Verdict; readonly reason: string; readonly by: string; readonly at: Date };

export type EntryForScreener = ManagedEntry & {
  readonly decisions: readonly Decision[];
  /** Which of the divisions of its category it is judged among; undefined where there are none. */
  readonly division: ShownDivision | undefined;
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
  const entered = { nominee, stated: entry, files: files.length, at: submittedAt ?? ctx.now, form };
  const eligibility = await eligibilityForScreener(ctx, { edition, category }, entered);
  const division = await divisionShown(ctx, { edition, category }, entered, { register: true });
  return { ...entry, eligibility, division, decisions: rows.map((row) => ({ ...row, verdict: row.verdict as Verdict })) };
}
