/** What the public reads, from the announced instant on: who won, with what score, and what the record says of it. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EditionId, EntryId } from '#platform/ids.ts';
import { callingOf, categoriesOf, type Edition, editionForPublic, type ToldLanguages } from '#slices/programmes/index.ts';
import { rulesIn } from './counting/counted.ts';
import { type Apart, apartOf } from './doubt/apart.ts';
import { decimalOf } from './standings.ts';
import { tallyById } from './tally.ts';
import { type PublicStep, publicTrails, type RecordHead, recordHead } from './trail.ts';

export type PublicWinner = {
  readonly entry: EntryId;
  readonly nominee: string;
  readonly title: string;
  /** What was reached, where the rules give levels. */
  readonly level: string | null;
  /** The division it was won in, where each has places of its own. */
  readonly division: string | null;
  readonly shared: boolean;
  readonly score: string;
  /** The same to two decimals. */
  readonly short: string;
  readonly exact: string;
  readonly ballots: number;
  readonly trail: readonly PublicStep[];
} & Apart;

export type PublicOutcome = {
  readonly category: CategoryId;
  readonly name: string;
  /** Entries that judges read. */
  readonly entries: number;
  readonly winners: readonly PublicWinner[];
};

export type PublicWinners = {
  readonly programme: { readonly slug: string; readonly name: string };
  readonly edition: { readonly slug: string; readonly name: string; readonly zone: string };
  readonly announcedAt: string;
  readonly totals: { readonly entries: number; readonly judges: number };
  readonly outcomes: readonly PublicOutcome[];
  readonly record: RecordHead | null;
};

/** The instant of an announcement that has come, compared with the database's clock inside the snapshot of everything that follows. */
async function announcedAt(ctx: Ctx, edition: EditionId): Promise<Date> {
  const row = await ctx.db
    .selectFrom('editions')
    .select('announced_at')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', edition)
    .where('announced_at', '<=', sql<Date>`plaudit.plaudit_now()`)
    .executeTakeFirst();
  if (!row?.announced_at) throw problem('general.not-found');
  return row.announced_at;
}

async function wonEntries(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('honours as h')
    .innerJoin('decisions as d', (j) => j.onRef('d.organisation_id', '=', 'h.organisation_id').onRef('d.entry_id', '=', 'h.entry_id'))
    .select([
      'd.entry_id as entry',
      'h.category_id as category',
      'h.nominee',
      'h.title',
      'h.level',
      'h.division',
      'h.shared',
      'd.score as exact',
      'd.ballots',
      'd.tally_id as tally',
    ])
    .where('h.organisation_id', '=', ctx.organisation)
    .where('h.edition_id', '=', edition)
    .where('d.won', '=', true)
    .orderBy('h.division')
    .orderBy('h.nominee')
    .orderBy('d.entry_id')
    .execute();
}

async function countEntries(ctx: Ctx, edition: EditionId): Promise<ReadonlyMap<CategoryId, number>> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select((e) => ['category_id as category', e.fn.countAll<string>().as('entries')])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('state', '=', 'accepted')
    .groupBy('category_id')
    .execute();
  return new Map(rows.map(({ category, entries }) => [category, Number(entries)]));
}

async function judgesIn(ctx: Ctx, edition: EditionId): Promise<number> {
  const row = await ctx.db
    .selectFrom('assignments')
    .select((eb) => eb.fn.count<string>('judge_id').distinct().as('judges'))
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .executeTakeFirstOrThrow();
  return Number(row.judges);
}

type Read = { readonly page: PublicWinners; readonly tally: string | undefined; readonly edition: EditionId; readonly codes: Codes };
/** Of categories, by their ids. */
type Codes = ReadonlyMap<string, string>;

async function read(ctx: Ctx, edition: Edition): Promise<Read> {
  const at = await announcedAt(ctx, edition.id);
  const categories = await categoriesOf(ctx, edition.id);
  const entries = await countEntries(ctx, edition.id);
  const won = await wonEntries(ctx, edition.id);
  const trails = await publicTrails(
    ctx,
    edition,
    won.map(({ entry }) => entry),
  );
  const winners = won.map(({ tally: _rests, ...row }) => ({
    ...row,
    ...apartOf(undefined, row.entry),
    score: decimalOf(row.exact, 4),
    short: decimalOf(row.exact, 2),
    trail: trails.get(row.entry) ?? [],
  }));
  const page: PublicWinners = {
    programme: { slug: edition.programmeSlug, name: edition.programmeName },
    edition: { slug: edition.slug, name: edition.name, zone: edition.zone },
    announcedAt: zonedText(at.getTime(), edition.zone),
    totals: { entries: [...entries.values()].reduce((sum, count) => sum + count, 0), judges: await judgesIn(ctx, edition.id) },
    outcomes: categories.map(({ id, name }) => ({
      category: id,
      name,
      entries: entries.get(id) ?? 0,
      winners: winners.filter(({ category }) => category === id).map(({ category: _same, ...winner }) => winner),
    })),
    record: await recordHead(ctx, edition),
  };
  return { page, tally: won[0]?.tally, edition: edition.id, codes: new Map(categories.map(({ id, code }) => [id, code])) };
}

type Won = Pick<PublicWinner, 'entry' | 'level'> & { readonly category: CategoryId };

/** With the place its level has among those of its category: the highest is 0. */
type Aparts = ReadonlyMap<EntryId, { readonly apart: Apart; readonly order: number }>;

/** What was made of tallies for pages that everybody reads: a tally never changes, and what stands here is on such a page already. */
const known = new Map<string, Aparts>();
const most = 64;

/** What tells each winner apart, from the count it rests on. */
async function apartsOf(ctx: Ctx, tally: string, winners: readonly Won[]): Promise<Aparts> {
  const before = known.get(tally);
  if (before && winners.every(({ entry }) => before.has(entry))) return before;
  const counted = await snapshot(ctx, ['decisions'], (inside) => tallyById(inside, tally));
  const made: Aparts = new Map(
    winners.map(({ entry, level, category }) => {
      const levels = counted ? (rulesIn(counted.result, category)?.levels ?? []) : [];
      return [entry, { apart: apartOf(counted, entry), order: levels.findIndex((rule) => rule.level === level) }] as const;
    }),
  );
  for (const oldest of known.keys()) {
    if (known.size < most) break;
    known.delete(oldest);
  }
  if (counted) known.set(tally, made);
  return made;
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const withDoubt = (page: PublicWinners, aparts: Aparts): PublicWinners => ({
  ...page,
  outcomes: page.outcomes.map((outcome) => ({
    ...outcome,
    winners: [...outcome.winners]
      .sort((a, b) => byText(a.division ?? '', b.division ?? '') || (aparts.get(a.entry)?.order ?? 0) - (aparts.get(b.entry)?.order ?? 0))
      .map((winner) => ({ ...winner, ...aparts.get(winner.entry)?.apart })),
  })),
});

/**
 * What was decided is read without any scope, so that the database itself hides it until its instant; only then is the count it rests on
 * looked up.
 */
async function announced(ctx: Ctx, programme: string, edition: string): Promise<Read> {
  const found = await snapshot(ctx, [], async (inside) => read(inside, await editionForPublic(inside, programme, edition)));
  const { page, tally } = found;
  if (tally === undefined) return found;
  const winners = page.outcomes.flatMap((outcome) =>
    outcome.winners.map(({ entry, level }) => ({ entry, level, category: outcome.category })),
  );
  return { ...found, page: withDoubt(page, await apartsOf(ctx, tally, winners)) };
}

/** @throws Problem `general.not-found` before the announced instant, as if there were nothing */
export const winnersForPublic = async (ctx: Ctx, programme: string, edition: string): Promise<PublicWinners> =>
  (await announced(ctx, programme, edition)).page;

/** `names`: those a category stands in and its own, each in the language it is there in. */
export type ToldOutcome = PublicOutcome & { readonly names: readonly string[] };
export type ToldWinners = Omit<PublicWinners, 'outcomes'> & {
  readonly outcomes: readonly ToldOutcome[];
  readonly languages: ToldLanguages;
};

/** The same as a page tells it, in the language of its address. @throws Problem `general.not-found` as above */
export async function winnersTold(ctx: Ctx, programme: string, slug: string): Promise<ToldWinners> {
  const { page, edition, codes } = await announced(ctx, programme, slug);
  const calling = await callingOf(ctx, edition);
  const outcomes = page.outcomes.map(({ winners, ...outcome }): ToldOutcome => {
    const code = codes.get(outcome.category) ?? '';
    return {
      ...outcome,
      names: calling.category(code, outcome.name),
      winners: winners.map(({ level, division, strengths, ...winner }) => ({
        ...winner,
        division: division === null ? null : calling.division(code, division),
        level: level === null ? null : calling.level(level),
        strengths: strengths.map((one) => ({ ...one, criterion: calling.criterion(code, one.criterion) })),
      })),
    };
  });
  return { ...page, outcomes, languages: calling.languages() };
}
