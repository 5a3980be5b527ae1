/** What a publication would do, and everything that stands in its way; the same for the page that shows it and the act that does it. */

import { awardFor } from '#core/awarding/by-category.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { publishRefusals } from '#core/ranking/publish-gate.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EntryId, PersonId } from '#platform/ids.ts';
import { type AcceptedEntry, acceptedEntries } from '#slices/entries/index.ts';
import { seatsForCount } from '#slices/judging/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Category, categoriesOf, type Edition, partsOf } from '#slices/programmes/index.ts';
import { hashOfBallots } from './count.ts';
import { wonIn } from './counting/won.ts';
import { type Division, divisionsApart } from './divisions/divisions.ts';
import { latestTally, type Tally } from './tally.ts';

/** `level`: what was reached; null where the rules give no levels. `shared`: others won the very same. */
export type Winner = {
  readonly entry: EntryId;
  readonly nominee: string;
  readonly title: string;
  readonly level: string | null;
  readonly shared: boolean;
  /** The division it was won in, where they are ranked apart. */
  readonly division: Division | null;
};

/** What people gave an entry whose level the rules leave open; null: none of them. */
export type LevelDecision = { readonly entry: EntryId; readonly level: string | null };

/** What the manager decides beside what the ballots come to. */
export type Deciding = { readonly notAwarded: readonly CategoryId[]; readonly decided: readonly LevelDecision[] };

export type Outcome = {
  readonly category: Category;
  /** Those ranked apart; none where it is one ranking. */
  readonly divisions: readonly Division[];
  readonly entries: number;
  /** The highest level first. Several of one level for a single one are a joint award; none: not awarded. */
  readonly winners: readonly Winner[];
};

export type Proposal = {
  readonly tally: Tally | undefined;
  readonly outcomes: readonly Outcome[];
  /** Each reason with its facts; none when the results may be published. */
  readonly refusals: readonly FieldProblem[];
};

/** Who won in a category, division by division and level by level; within one in the order of entries. */
export function winnersIn(
  category: CategoryId,
  tally: Tally | undefined,
  entries: readonly AcceptedEntry[],
  decided: readonly LevelDecision[],
  divisions: readonly Division[],
): Winner[] {
  const won = new Map<string, ReturnType<typeof wonIn>[number]>(
    tally ? wonIn(tally.result, category, decided).map((each) => [each.entry, each]) : [],
  );
  const levels = [...new Set([...won.values()].map(({ level }) => level))];
  const keys = [...new Set([...divisions.map(({ key }) => key), ...[...won.values()].map(({ division }) => division)])];
  return keys.flatMap((key) =>
    levels.flatMap((level) =>
      entries.flatMap(({ id, nominee, title }): Winner[] => {
        const own = won.get(id);
        if (own?.level !== level || own.division !== key) return [];
        const division = key === null ? null : (divisions.find((each) => each.key === key) ?? { key, name: key });
        return [{ entry: id, nominee, title, level, shared: own.shared, division }];
      }),
    ),
  );
}

/** Entries whose level is people's to decide, and what cannot have been decided. */
function levelFaults(tally: Tally | undefined, { notAwarded, decided }: Deciding, numberOf: (entry: EntryId) => string): FieldProblem[] {
  const said = new Map<string, string | null>(decided.map(({ entry, level }) => [entry, level]));
  return (tally?.result.entries ?? []).flatMap(({ entry, category, open = [] }): FieldProblem[] => {
    const level = said.get(entry);
    if (open.length === 0 || notAwarded.includes(category as CategoryId) || level === null) return [];
    if (level !== undefined && open.includes(level)) return [];
    const facts = { entry: numberOf(entry as EntryId), levels: open.join(', ') };
    return [{ path: `level.${entry}`, code: 'results.level-open', facts }];
  });
}

/** Entries the tally ranks with nobody, as nobody could tell which division they are in. */
function divisionFaults(
  tally: Tally | undefined,
  { notAwarded }: Deciding,
  numberOf: (entry: EntryId) => string,
  nameOf: (category: CategoryId) => string,
): FieldProblem[] {
  return (tally?.result.entries ?? []).flatMap(({ entry, category, out }): FieldProblem[] => {
    if (out !== 'division-open' || notAwarded.includes(category as CategoryId)) return [];
    const facts = { entry: numberOf(entry as EntryId), category: nameOf(category as CategoryId) };
    return [{ path: `division.${entry}`, code: 'results.division-open', facts }];
  });
}

async function tallyFaults(ctx: Ctx, edition: Edition, tally: Tally | undefined): Promise<FieldProblem[]> {
  if (ctx.now < edition.judgingCloseAt) return [];
  if (!tally) return [{ path: 'tally', code: 'results.no-tally', facts: {} }];
  return (await hashOfBallots(ctx, edition, tally.result)).equals(tally.ballotsHash)
    ? []
    : [{ path: 'tally', code: 'results.tally-out-of-date', facts: {} }];
}

/** Needs the scopes `ballots` and `decisions`. A category is awarded unless nobody is ranked in it or the manager says so. */
export async function propose(ctx: Ctx, edition: Edition, deciding: Deciding): Promise<Proposal> {
  const { notAwarded, decided } = deciding;
  const { award } = await partsOf(ctx, edition);
  const categories = await categoriesOf(ctx, edition.id);
  const accepted = await acceptedEntries(ctx, edition.id);
  const tally = await latestTally(ctx, edition.id);
  const apart = await divisionsApart(ctx, edition);
  const seats = await seatsForCount(ctx, edition.id);
  const people = await peopleByIds(ctx, [...new Set(seats.map(({ judge }) => judge))]);
  const nameOfEntry = (entry: EntryId) => accepted.find(({ id }) => id === entry)?.number ?? '';
  const nameOfJudge = (judge: PersonId) => people.get(judge)?.name ?? '';
  const nameOfCategory = (id: CategoryId) => categories.find((category) => category.id === id)?.name ?? '';
  const outcomes = categories.map((category): Outcome => {
    const entries = accepted.filter((entry) => entry.category === category.id).length;
    const divisions = apart.get(category.id) ?? [];
    const winners = notAwarded.includes(category.id) ? [] : winnersIn(category.id, tally, accepted, decided, divisions);
    return { category, divisions, entries, winners };
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
      minimumPanel: awardFor({ ...award, minimumPanel: edition.minimumPanel }, category.code).minimumPanel,
      entries: accepted.filter((entry) => entry.category === category.id).map(({ number }) => number),
    })),
  });
  const gate = refusals.map(({ code, facts }): FieldProblem => ({ path: 'gate', code, facts }));
  return {
    tally,
    outcomes,
    refusals: [
      ...gate,
      ...divisionFaults(tally, deciding, nameOfEntry, nameOfCategory),
      ...levelFaults(tally, deciding, nameOfEntry),
      ...(await tallyFaults(ctx, edition, tally)),
    ],
  };
}
