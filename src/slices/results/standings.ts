/** What a manager sees once the ballots are counted: places, exact scores, and how each came about. */
import { fromText, toDecimal } from '#core/numeric/fraction.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EditionId, PersonId } from '#platform/ids.ts';
import { type AcceptedEntry, acceptedEntries } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { categoriesOf, type Edition, editionById, requireRelation } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { type CountedEntry, rankingsIn, type TallyResult } from './counting/counted.ts';
import { type Wrote, wroteOn } from './counting/wrote.ts';
import type { Division } from './divisions/divisions.ts';
import { rankingId, type Told, told } from './doubt/told.ts';
import { verdictOfTally, without } from './doubt/verdict.ts';
import { type Deciding, type LevelDecision, type Outcome, propose, type Winner, winnersIn } from './gate.ts';
import type { Tally } from './tally.ts';

export type Standing = {
  readonly entry: string;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Four decimals for reading; `exact` is the score itself, `2034/250`. */
  readonly score: string | null;
  /** The same to two decimals. */
  readonly short: string | null;
  readonly exact: string | null;
  readonly total: string;
  /** Reached by the award rules; null for none. */
  readonly level: string | null;
  /** Why it has no place, where it is not for the number of ballots. */
  readonly out: CountedEntry['out'] | null;
  /** Levels people may give it, where the rules leave that open. */
  readonly open: readonly string[];
  readonly ballots: readonly {
    readonly judge: string;
    readonly sum: string;
    readonly mean: string;
    /** In steps, in the order of all criteria; null: no mark. */
    readonly marks: readonly (number | null)[];
    /** As judges gave them; null: it does not apply; undefined: not asked, or not marked. */
    readonly given: readonly (number | null | undefined)[];
  }[];
};

/** A category, or one division of it where they are ranked apart. */
export type CategoryStandings = {
  readonly category: CategoryId;
  /** `rankingId` of it. */
  readonly ranking: string;
  /** What the division is called; null for a whole category. */
  readonly division: string | null;
  /** Those its entries can be put into. */
  readonly divisions: readonly Division[];
  readonly code: string;
  readonly name: string;
  readonly entries: number;
  readonly standings: readonly Standing[];
  readonly winners: readonly Winner[];
};

export type Standings = {
  readonly edition: EditionId;
  readonly judgingClosed: boolean;
  /** RFC 9557, in the programme's zone; so are the other instants. */
  readonly judgingCloseAt: string;
  readonly announcedAt: string | null;
  readonly announced: boolean;
  readonly tally: {
    readonly id: string;
    readonly ballots: number;
    readonly computedAt: string;
    readonly hash: string;
    readonly current: boolean;
  } | null;
  readonly criteria: TallyResult['criteria'];
  readonly weightTotal: string;
  /** Counted by award rules: then each score has lines of its own that say how it came about. */
  readonly byRules: boolean;
  readonly categories: readonly CategoryStandings[];
  /** Names of categories kept from this reader, who has an entry or an interest in them. */
  readonly withheld: readonly string[];
  readonly refusals: readonly FieldProblem[];
  /** How sure all this is; null where nothing is counted. */
  readonly doubt: Told | null;
  /** What the judges of the entry that was asked for wrote; null where none was. */
  readonly wrote: Wrote | null;
};

/** `17/2` as a decimal; how scores are kept is exact text. */
export const decimalOf = (score: string, digits: number): string => toDecimal(fromText(score), digits);

/** Whoever has an entry or a declared interest in a category is a stranger to its result until it is announced. */
export async function categoriesOfOwn(ctx: Ctx, edition: EditionId): Promise<ReadonlySet<CategoryId>> {
  const person = personOf(ctx) ?? null;
  const rows = await ctx.db
    .selectFrom('entries as e')
    .leftJoin('interests as i', (j) =>
      j.onRef('i.organisation_id', '=', 'e.organisation_id').onRef('i.entry_id', '=', 'e.id').on('i.judge_id', '=', person),
    )
    .select('e.category_id')
    .distinct()
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where((eb) => eb.or([eb('e.owner_id', '=', person), eb('i.judge_id', 'is not', null)]))
    .execute();
  return new Set(rows.map((row) => row.category_id));
}

function standingOf(
  counted: CountedEntry,
  { criteria }: TallyResult,
  named: AcceptedEntry,
  judges: ReadonlyMap<PersonId, { name: string }>,
): Standing {
  const { entry, rank, tied, score: exact, total, level = null, open = [], out = null } = counted;
  const ballots = counted.ballots.map(({ judge, sum, mean, marks }) => ({
    judge: judges.get(judge as PersonId)?.name ?? '',
    sum,
    mean: decimalOf(mean, 4),
    marks: criteria.map(({ id }) => marks[id] ?? null),
    given: criteria.map(({ id, steps = 1 }) => {
      const mark = marks[id];
      return typeof mark === 'number' ? mark / steps : mark;
    }),
  }));
  const { number, title, nominee } = named;
  return {
    entry,
    number,
    title,
    nominee,
    rank,
    tied,
    score: exact && decimalOf(exact, 4),
    short: exact && decimalOf(exact, 2),
    exact,
    total,
    level,
    out,
    open,
    ballots,
  };
}

/** Once decided, it is the decisions that say who won, and what. */
async function decidedWinners(ctx: Ctx, { id, announcedAt }: Edition): Promise<LevelDecision[] | undefined> {
  if (!announcedAt) return undefined;
  const rows = await ctx.db
    .selectFrom('decisions')
    .select(['entry_id as entry', 'level'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', id)
    .where('won', '=', true)
    .execute();
  return rows;
}

/** What a category was ranked in, in the order of its divisions: itself, or each of them, and last the entries nobody could place. */
function rankingsOf({ category: { id }, divisions }: Outcome, tally: Tally | undefined, open: string) {
  const found = tally ? rankingsIn(tally.result, id) : new Map<string | null, readonly CountedEntry[]>();
  const place = (key: string | null) => (key === null ? divisions.length : divisions.findIndex((division) => division.key === key));
  const whole = { ranking: id as string, division: null, key: null, counted: found.get(null) ?? [] };
  const apart = [...found].flatMap(([key, counted]) => (counted.every(({ division }) => division === undefined) ? [] : [{ key, counted }]));
  if (apart.length === 0) return [whole];
  return apart
    .sort((a, b) => place(a.key) - place(b.key))
    .map(({ key, counted }) => ({
      ranking: rankingId({ category: id, division: key ?? '' }),
      division: key === null ? open : (divisions.find((division) => division.key === key)?.name ?? key),
      key,
      counted,
    }));
}

async function categoryStandings(
  ctx: Ctx,
  edition: Edition,
  outcomes: readonly Outcome[],
  tally: Tally | undefined,
): Promise<CategoryStandings[]> {
  const accepted = new Map<string, AcceptedEntry>((await acceptedEntries(ctx, edition.id)).map((entry) => [entry.id, entry]));
  const judges = tally ? [...new Set(tally.result.entries.flatMap(({ ballots }) => ballots.map(({ judge }) => judge as PersonId)))] : [];
  const people = await peopleByIds(ctx, judges);
  const won = await decidedWinners(ctx, edition);
  const wonBy = new Set<string>(won?.map(({ entry }) => entry));
  const { divisionOpen } = wordsFor(ctx.language).results.board;
  return outcomes.flatMap((outcome) => {
    const { category, divisions, entries, winners } = outcome;
    const all = won
      ? winnersIn(category.id, tally, [...accepted.values()], won, divisions).filter(({ entry }) => wonBy.has(entry))
      : winners;
    return rankingsOf(outcome, tally, divisionOpen).map(
      ({ counted, key, ...ranking }): CategoryStandings => ({
        category: category.id,
        ...ranking,
        divisions,
        code: category.code,
        name: category.name,
        entries: ranking.division === null ? entries : counted.length,
        standings: counted.flatMap((entry) => {
          const named = accepted.get(entry.entry);
          return tally && named ? [standingOf(entry, tally.result, named, people)] : [];
        }),
        winners: all.filter(({ division }) => (division?.key ?? null) === key),
      }),
    );
  });
}

export async function openedEdition(ctx: Ctx, id: EditionId): Promise<Edition> {
  const edition = await editionById(ctx, id);
  if (!edition) throw problem('general.not-found');
  await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  return edition;
}

/** What the count leaves open, told in names. */
async function doubtOf(ctx: Ctx, edition: Edition, tally: Tally | undefined, own: ReadonlySet<CategoryId>): Promise<Told | null> {
  const verdict = tally && verdictOfTally(tally);
  if (!verdict) return null;
  const judges = new Set(tally.result.entries.flatMap(({ ballots }) => ballots.map(({ judge }) => judge as PersonId)));
  const names = [
    ...(await acceptedEntries(ctx, edition.id)).map(({ id, title }) => [id, title] as const),
    ...[...(await peopleByIds(ctx, [...judges]))].map(([id, { name }]) => [id, name] as const),
    ...tally.result.criteria.map(({ id, name }) => [id, name] as const),
    ...(await categoriesOf(ctx, edition.id)).map(({ id, name }) => [id, name] as const),
  ];
  return told(
    without(verdict, own),
    new Map<string, string>(names),
    wordsFor(ctx.language),
    edition.announcedAt !== null && edition.announcedAt <= ctx.now,
  );
}

const nothingDecided: Deciding = { notAwarded: [], decided: [] };

/** `deciding` tries out what the manager would decide: what the results and the gate would be. `read`: the entry whose judges' words are read. */
export function standingsForManager(ctx: Ctx, id: EditionId, deciding: Deciding = nothingDecided, read?: string): Promise<Standings> {
  return snapshot(ctx, ['ballots', 'decisions'], async (inside) => {
    const edition = await openedEdition(inside, id);
    const { tally, outcomes, refusals } = await propose(inside, edition, deciding);
    const announced = edition.announcedAt !== null && edition.announcedAt <= inside.now;
    const own = announced ? new Set<CategoryId>() : await categoriesOfOwn(inside, id);
    const categories = await categoryStandings(inside, edition, outcomes, tally);
    const shown = categories.filter(({ category }) => !own.has(category));
    const kept = refusals.some(({ code }) => code === 'results.tally-out-of-date');
    return {
      edition: id,
      judgingClosed: inside.now >= edition.judgingCloseAt,
      judgingCloseAt: zonedText(edition.judgingCloseAt.getTime(), edition.zone),
      announcedAt: edition.announcedAt && zonedText(edition.announcedAt.getTime(), edition.zone),
      announced,
      tally: tally
        ? {
            id: tally.id,
            ballots: tally.ballots,
            computedAt: zonedText(tally.computedAt.getTime(), edition.zone),
            hash: tally.resultHash.toString('hex'),
            current: !kept,
          }
        : null,
      criteria: tally?.result.criteria ?? [],
      weightTotal: tally?.result.weightTotal ?? '0',
      byRules: tally?.result.v === 2,
      categories: shown,
      withheld: [...new Set(categories.filter(({ category }) => own.has(category)).map(({ name }) => name))],
      refusals,
      doubt: await doubtOf(inside, edition, tally, own),
      wrote: inside.now < edition.judgingCloseAt ? null : await wroteOn(inside, shown, read),
    };
  });
}
