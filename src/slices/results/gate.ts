/** What a publication would do, and everything that stands in its way; the same for the page that shows it and the act that does it. */

import type { FieldProblem } from '#core/problems/problem.ts';
import { publishRefusals } from '#core/ranking/publish-gate.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EntryId, PersonId } from '#platform/ids.ts';
import { type AcceptedEntry, acceptedEntries } from '#slices/entries/index.ts';
import { seatsForCount } from '#slices/judging/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Category, categoriesOf, type Edition } from '#slices/programmes/index.ts';
import { hashOfBallots } from './count.ts';
import { latestTally, type Tally } from './tally.ts';

export type Winner = { readonly entry: EntryId; readonly nominee: string; readonly title: string };

export type Outcome = {
  readonly category: Category;
  readonly entries: number;
  /** Several are a joint award; none: not awarded. */
  readonly winners: readonly Winner[];
};

export type Proposal = {
  readonly tally: Tally | undefined;
  readonly outcomes: readonly Outcome[];
  /** Each reason with its facts; none when the results may be published. */
  readonly refusals: readonly FieldProblem[];
};

function winnersIn(category: Category, tally: Tally | undefined, entries: readonly AcceptedEntry[]): Winner[] {
  const first = tally?.result.entries.filter((entry) => entry.category === category.id && entry.rank === 1) ?? [];
  return entries
    .filter(({ id }) => first.some(({ entry }) => entry === id))
    .map(({ id, nominee, title }) => ({ entry: id, nominee, title }));
}

async function tallyFaults(ctx: Ctx, edition: Edition, tally: Tally | undefined): Promise<FieldProblem[]> {
  if (ctx.now < edition.judgingCloseAt) return [];
  if (!tally) return [{ path: 'tally', code: 'results.no-tally', facts: {} }];
  return (await hashOfBallots(ctx, edition)).equals(tally.ballotsHash)
    ? []
    : [{ path: 'tally', code: 'results.tally-out-of-date', facts: {} }];
}

/** Needs the scopes `ballots` and `decisions`. A category is awarded unless nobody is ranked in it or the manager says so. */
export async function propose(ctx: Ctx, edition: Edition, notAwarded: readonly CategoryId[]): Promise<Proposal> {
  const categories = await categoriesOf(ctx, edition.id);
  const accepted = await acceptedEntries(ctx, edition.id);
  const tally = await latestTally(ctx, edition.id);
  const seats = await seatsForCount(ctx, edition.id);
  const people = await peopleByIds(ctx, [...new Set(seats.map(({ judge }) => judge))]);
  const nameOfEntry = (entry: EntryId) => accepted.find(({ id }) => id === entry)?.number ?? '';
  const nameOfJudge = (judge: PersonId) => people.get(judge)?.name ?? '';
  const nameOfCategory = (id: CategoryId) => categories.find((category) => category.id === id)?.name ?? '';
  const outcomes = categories.map((category): Outcome => {
    const entries = accepted.filter((entry) => entry.category === category.id).length;
    return { category, entries, winners: notAwarded.includes(category.id) ? [] : winnersIn(category, tally, accepted) };
  });
  const refusals = publishRefusals({
    judgingOpen: ctx.now < edition.judgingCloseAt,
    seats: seats.map(({ category, entry, judge, submitted }) => ({
      category: nameOfCategory(category),
      entry: nameOfEntry(entry),
      judge: nameOfJudge(judge),
      submitted,
    })),
    categories: outcomes.map(({ category, entries }) => ({
      category: category.name,
      decided: entries === 0 || notAwarded.includes(category.id) ? 'not-awarded' : 'awarded',
      minimumPanel: edition.minimumPanel,
      entries: accepted.filter((entry) => entry.category === category.id).map(({ number }) => number),
    })),
  });
  const gate = refusals.map(({ code, facts }): FieldProblem => ({ path: 'gate', code, facts }));
  return { tally, outcomes, refusals: [...gate, ...(await tallyFaults(ctx, edition, tally))] };
}
