/** What was decided about an entry, for its programme's managers and auditors. */
import type { Ctx } from '#platform/context.ts';
import {
  divisionShown,
  eligibilityForScreener,
  entryForManager,
  type ForManager,
  type ManagedEntry,
  reopeningsForManager,
  type ShownDivision,
} from '#slices/entries/index.ts';
import type { Verdict } from './store.ts';
import { settingsOf } from './verdicts/settings.ts';
import type { Settings } from './verdicts/store.ts';
import { type ShownVerdict, type VerdictStep, verdictOf } from './verdicts/views.ts';

export type Decision = {
  readonly verdict: Verdict | VerdictStep['verdict'];
  readonly reason: string;
  /** The moment it named, of what is to be mended. */
  readonly until?: Date | null;
  readonly by: string;
  readonly at: Date;
};

export type EntryForScreener = ManagedEntry & {
  readonly decisions: readonly Decision[];
  /** That it may not compete, where somebody decided so; undefined where nobody did, or it was taken back. */
  readonly verdict: ShownVerdict | undefined;
  readonly settings: Settings;
  /** Which of the divisions of its category it is judged among; undefined where there are none. */
  readonly division: ShownDivision | undefined;
  readonly opened: ForManager;
  /** Undefined where its category has no rules. */
  readonly eligibility: Awaited<ReturnType<typeof eligibilityForScreener>>;
};

/** Decisions newest first. @throws Problem for everybody but managers and auditors */
export async function entryForScreener(ctx: Ctx, id: string): Promise<EntryForScreener> {
  const entry = await entryForManager(ctx, id);
  const rows = await ctx.db
    .selectFrom('screening_decisions as d')
    .innerJoin('directory.people as p', 'p.id', 'd.decided_by')
    .select(['d.verdict', 'd.reason', 'd.until', 'p.name as by', 'd.decided_at as at'])
    .where('d.organisation_id', '=', ctx.organisation)
    .where('d.entry_id', '=', entry.id)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  const { edition, category, nominee, files, submittedAt, form } = entry;
  const entered = { entry: entry.id, nominee, stated: entry, files: files.length, at: submittedAt ?? ctx.now, form };
  const eligibility = await eligibilityForScreener(ctx, { edition, category }, entered);
  const division = await divisionShown(ctx, { edition, category }, entered, { register: true });
  const settings = await settingsOf(ctx, edition.id);
  const { standing: verdict, steps } = await verdictOf(ctx, entry.id, settings);
  const decisions: Decision[] = [...rows.map((row) => ({ ...row, verdict: row.verdict as Verdict })), ...steps];
  // A steady order keeps what happened at one instant as it was read.
  decisions.sort((a, b) => b.at.getTime() - a.at.getTime());
  const opened = await reopeningsForManager(ctx, entry);
  return { ...entry, eligibility, division, opened, verdict, settings, decisions };
}
