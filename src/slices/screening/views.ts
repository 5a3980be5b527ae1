/** What was decided about an entry, for those who screen it and its programme's auditors. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import {
  divisionShown,
  eligibilityForScreener,
  entryToScreen,
  type ForManager,
  lettersForOrganiser,
  type ManagedEntry,
  movesOf,
  ownAmong,
  reopeningsForManager,
  type ShownDivision,
} from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import type { Verdict } from './store.ts';
import { settingsOf } from './verdicts/settings.ts';
import type { Settings } from './verdicts/store.ts';
import { type ShownVerdict, type VerdictStep, verdictOf } from './verdicts/views.ts';

export type Decision = {
  readonly verdict: Verdict | VerdictStep['verdict'] | 'moved' | 'move-undone';
  readonly reason: string;
  /** The moment it named, of what is to be mended. */
  readonly until?: Date | null;
  /** Of one that was moved: from where to where, and how much was missing there and not asked. */
  readonly moved?: { readonly from: string; readonly to: string; readonly missing: number; readonly unasked: number };
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
  /** Of referees, as far as they arrived. */
  readonly letters: Awaited<ReturnType<typeof lettersForOrganiser>>;
  /** Undefined where its category has no rules. */
  readonly eligibility: Awaited<ReturnType<typeof eligibilityForScreener>>;
};

async function movesOn(ctx: Ctx, entry: EntryId): Promise<Decision[]> {
  const moves = await movesOf(ctx, [entry]);
  const people = await peopleByIds(
    ctx,
    moves.flatMap(({ by, undoneBy }) => (undoneBy === null ? [by] : [by, undoneBy])),
  );
  const called = (id: PersonId | null) => (id && people.get(id)?.name) || '';
  return moves.flatMap(({ fromName: from, toName: to, missing, unasked, reason, by, at, undoneBy, undoneAt }): Decision[] => {
    const moved = { from, to, missing: missing.length, unasked: unasked.length };
    const back = { from: to, to: from, missing: 0, unasked: 0 };
    const made: Decision = { verdict: 'moved', reason, moved, by: called(by), at };
    return undoneAt === null ? [made] : [{ verdict: 'move-undone', reason: '', moved: back, by: called(undoneBy), at: undoneAt }, made];
  });
}

/** Decisions newest first. @throws Problem for everybody but those who screen and read all, and where somebody who screens wrote it */
export async function entryForScreener(ctx: Ctx, id: string): Promise<EntryForScreener> {
  const entry = await entryToScreen(ctx, id);
  if (entry.bound && (await ownAmong(ctx, [entry.id])).has(entry.id)) throw problem('screening.own-entry');
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
  const decided = rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }));
  const decisions: Decision[] = [...decided, ...steps, ...(await movesOn(ctx, entry.id))];
  // A steady order keeps what happened at one instant as it was read.
  decisions.sort((a, b) => b.at.getTime() - a.at.getTime());
  const opened = await reopeningsForManager(ctx, entry);
  const letters = await lettersForOrganiser(ctx, entry);
  return { ...entry, eligibility, division, opened, letters, verdict, settings, decisions };
}
