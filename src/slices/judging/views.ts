/** What a judge sees: the own queue and the own ballots, never anybody else's. */
import { toDecimal } from '#core/numeric/fraction.ts';
import { problem } from '#core/problems/problem.ts';
import { meanSoFar } from '#core/scoring/mean-so-far.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { BallotId, CategoryId, EditionId, EntryId } from '#platform/ids.ts';
import { type EntryForJudge, entryForJudge, type LetterForJudge, lettersForJudge } from '#slices/entries/index.ts';
import {
  type CriterionOnCard,
  type CriterionView,
  criteriaOfCategory,
  criteriaOfEditions,
  type ToldLanguages,
  type ToldOnBallot,
  withCardTexts,
} from '#slices/programmes/index.ts';
import { commentsByBallot, type KeptMarks, marksByBallot, marksOf, shownMarks } from './marking/marks.ts';
import { type Comments, commentLimit, entryId, type Marks, oneCommentLimit } from './schemas.ts';

/** A ballot is done once submitted, begun once anything was saved on it. */
export type BallotState = 'open' | 'begun' | 'done';

export type QueuedBallot = {
  readonly entry: EntryId;
  readonly number: string;
  readonly title: string;
  readonly state: BallotState;
  readonly marked: number;
  /** The weighted mean of the marks so far, two decimals; null before the first. */
  readonly mean: string | null;
  /** The highest there is, which a mean is told of: a mark, or 100 where scales differ. */
  readonly best: number | null;
};

export type CategoryQueue = {
  readonly category: CategoryId;
  readonly name: string;
  /** Criteria of its scorecard. */
  readonly criteria: number;
  readonly ballots: readonly QueuedBallot[];
};

export type EditionQueue = {
  readonly edition: EditionId;
  readonly name: string;
  readonly programme: string;
  readonly zone: string;
  /** RFC 9557, in the programme's zone; so are the other instants. */
  readonly closesAt: string;
  /** Milliseconds until then, negative afterwards. */
  readonly away: number;
  readonly open: boolean;
  readonly categories: readonly CategoryQueue[];
  /** Numbers of the entries this judge declared an interest in. */
  readonly interests: readonly string[];
};

function seatRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('assignments as a')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'a.organisation_id').onRef('e.id', '=', 'a.entry_id'))
    .innerJoin('categories as c', (j) => j.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('editions as d', (j) => j.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.edition_id'))
    .innerJoin('programmes as p', (j) => j.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.programme_id'))
    .innerJoin('programme_roles as r', (j) =>
      j.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.programme_id', '=', 'p.id').onRef('r.person_id', '=', 'a.judge_id'),
    )
    .leftJoin('ballots as b', (j) =>
      j.onRef('b.organisation_id', '=', 'a.organisation_id').onRef('b.entry_id', '=', 'a.entry_id').onRef('b.judge_id', '=', 'a.judge_id'),
    )
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.judge_id', '=', personOf(ctx) ?? null)
    .where('r.role', '=', 'judge')
    .select([
      'e.id as entry',
      'e.number',
      'e.title',
      'c.id as category',
      'c.name as categoryName',
      'c.scorecard',
      'd.id as edition',
      'd.name as editionName',
    ])
    .select(['p.name as programme', 'p.time_zone as zone', 'd.judging_close_at as closesAt', 'd.announced_at as announcedAt'])
    .select(['b.id as ballot', 'b.state'])
    .orderBy('d.judging_close_at', 'desc')
    .orderBy('c.position')
    .orderBy('e.number');
}

type SeatRow = Awaited<ReturnType<ReturnType<typeof seatRows>['execute']>>[number];

async function ownInterests(ctx: Ctx): Promise<ReadonlyMap<EditionId, string[]>> {
  const rows = await ctx.db
    .selectFrom('interests as i')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.id', '=', 'i.entry_id'))
    .select(['e.edition_id', 'e.number'])
    .where('i.organisation_id', '=', ctx.organisation)
    .where('i.judge_id', '=', personOf(ctx) ?? null)
    .orderBy('e.number')
    .execute();
  const byEdition = Map.groupBy(rows, (row) => row.edition_id);
  return new Map([...byEdition].map(([edition, list]) => [edition, list.map((row) => row.number ?? '')]));
}

function queued(row: SeatRow, criteria: readonly CriterionView[], marks: KeptMarks): QueuedBallot {
  const soFar = meanSoFar(criteria, shownMarks(criteria, marks));
  return {
    entry: row.entry,
    number: row.number ?? '',
    title: row.title,
    state: row.state === 'submitted' ? 'done' : row.ballot ? 'begun' : 'open',
    marked: Object.keys(marks).length,
    mean: soFar && toDecimal(soFar.mean, 2),
    best: soFar?.best ?? null,
  };
}

function categoryQueue(
  category: CategoryId,
  list: readonly SeatRow[],
  cards: ReadonlyMap<string, readonly CriterionOnCard[]>,
  marks: ReadonlyMap<BallotId, KeptMarks>,
): CategoryQueue {
  const [first] = list;
  const criteria = cards.get(first?.scorecard ?? '') ?? [];
  const ballots = list.map((row) => queued(row, criteria, (row.ballot && marks.get(row.ballot)) ?? {}));
  return { category, name: first?.categoryName ?? '', criteria: criteria.length, ballots };
}

const isOpen = (ctx: Ctx, row: { closesAt: Date; announcedAt: Date | null }): boolean => ctx.now < row.closesAt && row.announcedAt === null;

async function queuesOf(ctx: Ctx): Promise<EditionQueue[]> {
  const rows = await seatRows(ctx).execute();
  const marks = await marksByBallot(
    ctx,
    rows.flatMap(({ ballot }) => ballot ?? []),
  );
  const interests = await ownInterests(ctx);
  const byEdition = Map.groupBy(rows, (row) => row.edition);
  const criteria = await criteriaOfEditions(ctx, [...byEdition.keys()]);
  const queues: EditionQueue[] = [];
  for (const [edition, seats] of byEdition) {
    const [first] = seats;
    if (!first) continue;
    const cards = Map.groupBy(criteria.get(edition) ?? [], ({ scorecard }) => scorecard);
    const categories = [...Map.groupBy(seats, (row) => row.category)].map(([category, list]) =>
      categoryQueue(category, list, cards, marks),
    );
    const { editionName: name, programme, zone } = first;
    const facts = {
      edition,
      name,
      programme,
      zone,
      closesAt: zonedText(first.closesAt.getTime(), zone),
      away: first.closesAt.getTime() - ctx.now.getTime(),
      open: isOpen(ctx, first),
    };
    queues.push({ ...facts, categories, interests: interests.get(edition) ?? [] });
  }
  return queues;
}

/** The desk's queue: every seat this person holds, by edition and category, latest closing first. */
export function ballotsOfJudge(ctx: Ctx): Promise<EditionQueue[]> {
  return snapshot(ctx, [], queuesOf);
}

export type BallotView = {
  readonly entry: EntryForJudge;
  /** Of referees, as far as they arrived. */
  readonly letters: readonly LetterForJudge[];
  readonly queue: EditionQueue;
  /** Those of the scorecard its category is judged by. */
  readonly criteria: readonly ToldOnBallot[];
  readonly languages: ToldLanguages;
  readonly commentLimit: number;
  /** Of what is written beside a single criterion. */
  readonly oneCommentLimit: number;
  readonly ballot: {
    readonly state: BallotState;
    readonly version: number;
    readonly marks: Marks;
    readonly comments: Comments;
    readonly comment: string;
    readonly savedAt: string | null;
    readonly submittedAt: string | null;
  };
};

async function ownBallot(ctx: Ctx, entry: EntryId, zone: string, criteria: readonly CriterionView[]): Promise<BallotView['ballot']> {
  const row = await ctx.db
    .selectFrom('ballots')
    .select(['id', 'state', 'version', 'comment', 'saved_at', 'submitted_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('judge_id', '=', personOf(ctx) ?? null)
    .executeTakeFirst();
  if (!row) return { state: 'open', version: 0, marks: {}, comments: {}, comment: '', savedAt: null, submittedAt: null };
  return {
    state: row.state === 'submitted' ? 'done' : 'begun',
    version: row.version,
    marks: shownMarks(criteria, await marksOf(ctx, row.id)),
    comments: (await commentsByBallot(ctx, [row.id])).get(row.id) ?? {},
    comment: row.comment,
    savedAt: zonedText(row.saved_at.getTime(), zone),
    submittedAt: row.submitted_at && zonedText(row.submitted_at.getTime(), zone),
  };
}

/** One assigned entry with the own ballot on it. @throws Problem `general.not-found` for an entry without a seat */
export async function ballotForJudge(ctx: Ctx, entry: string | undefined): Promise<BallotView> {
  const id = entryId.safeParse(entry);
  if (!id.success) throw problem('general.not-found');
  return snapshot(ctx, [], async (inside) => {
    const queues = await queuesOf(inside);
    const queue = queues.find(({ categories }) => categories.some(({ ballots }) => ballots.some((ballot) => ballot.entry === id.data)));
    const content = queue && (await entryForJudge(inside, id.data));
    if (!content) throw problem('general.not-found');
    const { criteria, languages } = await withCardTexts(inside, queue.edition, await criteriaOfCategory(inside, content.category.id));
    return {
      entry: content,
      letters: await lettersForJudge(inside, id.data),
      queue,
      criteria,
      languages,
      commentLimit,
      oneCommentLimit,
      ballot: await ownBallot(inside, id.data, queue.zone, criteria),
    };
  });
}
