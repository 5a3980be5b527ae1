/** Lists and counts of an edition's entries. Drafts are counted, never listed: they belong to their writers. */
import { type RawBuilder, sql } from 'kysely';
import { type EntryState, standing } from '#core/entries/withdrawing.ts';
import { searchQuery } from '#core/lists/search-words.ts';
import type { Ctx } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { Edition, ProgrammeLine } from '#slices/programmes/index.ts';
import { chaptersManaged, type Reach, requireReach, requireScreening, withinReach } from '#slices/programmes/index.ts';
import type { Sort } from './list-shape.ts';

const pageSize = 100;

export type EntryFilter = {
  /** Beginnings of words in the number, the writer's name and all that was written. */
  readonly search?: string | undefined;
  readonly state?: Exclude<EntryState, 'draft'> | undefined;
  readonly category?: CategoryId | undefined;
  /** Of a chapter, by its key. */
  readonly chapter?: string | undefined;
  readonly sort?: Sort | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
};

export type EntryLine = {
  readonly id: EntryId;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly owner: string;
  readonly state: Exclude<EntryState, 'draft'>;
  readonly category: string;
  readonly chapter: string | null;
  readonly submittedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly ineligibleAt: Date | null;
  readonly withdrawnFrom: Exclude<EntryState, 'withdrawn' | 'ineligible'> | null;
};

export type EntryPage = { readonly entries: readonly EntryLine[]; readonly next: string | undefined };

const lineColumns = [
  'e.id',
  'e.number',
  'e.title',
  'e.nominee',
  'e.state',
  'e.submitted_at as submittedAt',
  'e.withdrawn_at as withdrawnAt',
  'e.withdrawn_from as withdrawnFrom',
  'e.ineligible_at as ineligibleAt',
  'c.code as category',
  'e.chapter',
  'p.name as owner',
] as const;

const keys: Readonly<
  Record<
    Sort,
    {
      readonly by: RawBuilder<string | Date>;
      readonly order: 'instant' | 'text';
      readonly down: boolean;
      readonly of: (line: EntryLine) => string;
      /** What `of` gave, made by the database into what it orders by: its small letters are not JavaScript's. */
      readonly as?: (key: string) => RawBuilder<string>;
    }
  >
> = {
  newest: { by: sql`e.submitted_at`, order: 'instant', down: true, of: (line) => line.submittedAt.toISOString() },
  oldest: { by: sql`e.submitted_at`, order: 'instant', down: false, of: (line) => line.submittedAt.toISOString() },
  number: { by: sql`e.number`, order: 'text', down: false, of: (line) => line.number },
  title: { by: sql`lower(e.title)`, order: 'text', down: false, of: (line) => line.title, as: (key) => sql`lower(${key})` },
};

function listed(ctx: Ctx, reach: readonly Reach[], { search, state, category, chapter }: EntryFilter) {
  let query = ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .where('e.organisation_id', '=', ctx.organisation)
    .where(withinReach(reach))
    // Neither drafts nor next versions; said by the instant, since lists are in its order.
    .where('e.submitted_at', 'is not', null);
  if (state) query = query.where('e.state', '=', state);
  if (category) query = query.where('e.category_id', '=', category);
  if (chapter) query = query.where('e.chapter', '=', chapter);
  if (search?.trim()) {
    const words = searchQuery(search);
    // What holds no word is in nothing that was written.
    if (words === undefined) return query.where(sql<boolean>`false`);
    query = query
      .innerJoin('entry_search as s', (join) => join.onRef('s.organisation_id', '=', 'e.organisation_id').onRef('s.entry_id', '=', 'e.id'))
      .where(sql<boolean>`s.words @@ ${words}::tsquery`);
  }
  return query;
}

/** One page; the next begins after its last row, however many came in between. */
export async function entriesForManager(ctx: Ctx, edition: Edition, filter: EntryFilter, size = pageSize): Promise<EntryPage> {
  const reach = await requireReach(ctx, edition);
  const { by, order, down, of, as = (key: string) => sql`${key}` } = keys[filter.sort ?? 'newest'];
  const direction = down ? 'desc' : 'asc';
  let query = listed(ctx, [reach], filter);
  const after = readCursor(filter.after, order);
  if (after)
    query = query.where(
      down
        ? sql<boolean>`(${by}, e.id) < (${as(after[0])}, ${after[1]}::uuid)`
        : sql<boolean>`(${by}, e.id) > (${as(after[0])}, ${after[1]}::uuid)`,
    );
  const rows = await query
    .select(lineColumns)
    .orderBy(by, direction)
    .orderBy('e.id', direction)
    .limit(size + 1)
    .execute();
  const lines = rows.slice(0, size) as EntryLine[];
  const last = lines.at(-1);
  const more = rows.length > size && last !== undefined;
  return { entries: lines, next: more ? writeCursor(of(last), last.id) : undefined };
}

/** These entries of an edition as the list shows them, by number; what is no entry of it is left out. */
export async function entriesNamed(ctx: Ctx, edition: Edition, ids: readonly string[]): Promise<EntryLine[]> {
  const reach = await requireScreening(ctx, edition);
  const rows = await listed(ctx, [reach], {})
    .where('e.id', '=', sql<EntryId>`any(${[...ids]}::uuid[])`)
    .select(lineColumns)
    .orderBy('e.number')
    .execute();
  return rows as EntryLine[];
}

/** The entry of an edition that was sent in under a number. The caller has asked who may know. */
export async function entryNumbered(ctx: Ctx, edition: EditionId, number: string): Promise<EntryId | undefined> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('number', '=', number.toUpperCase())
    .executeTakeFirst();
  return row?.id;
}

/** Entries by their names, over all editions of programmes the actor manages or audits, which come from `programmeList`, and of chapters they manage. */
export async function entriesFound(ctx: Ctx, programmes: readonly ProgrammeLine[], search: string, most: number): Promise<EntryLine[]> {
  const whole = programmes.flatMap(({ editions }) => editions.map(({ id }): Reach => ({ edition: id, chapters: 'all' })));
  const reach = [...whole, ...(await chaptersManaged(ctx))];
  if (reach.length === 0) return [];
  const rows = await listed(ctx, reach, { search }).select(lineColumns).orderBy('e.submitted_at', 'desc').limit(most).execute();
  return rows as EntryLine[];
}

export type FoundEntries = {
  /** All of them; where words are looked for, those of one page, and `more` says that there are others. */
  readonly found: number;
  readonly more: boolean;
  readonly among: number;
};

type Known = { readonly held: readonly string[]; readonly counts: readonly EntryCount[]; readonly page: EntryPage };

/**
 * How many entries a filter finds on all pages, and how many of `held` are among them. Whoever looks for words is not kept waiting until
 * the last of fifty thousand is counted.
 */
export async function countFound(ctx: Ctx, edition: Edition, filter: EntryFilter, { held, counts, page }: Known): Promise<FoundEntries> {
  const { state, category, chapter, search, after } = filter;
  const reach = await requireReach(ctx, edition);
  const amongHeld = async () => {
    const query = listed(ctx, [reach], filter).where(sql<boolean>`e.id = any(${[...held]}::uuid[])`);
    const row = await query.select(sql<number>`count(*)::int`.as('among')).executeTakeFirst();
    return row?.among ?? 0;
  };
  const among = held.length === 0 ? 0 : await amongHeld();
  if (search?.trim()) {
    const more = after !== undefined || page.next !== undefined;
    return { found: more ? pageSize : page.entries.length, more, among };
  }
  const of = chapter === undefined ? counts : await countIn(ctx, reach, chapter);
  const asked = of.filter((one) => one.state !== 'draft' && (!state || one.state === state) && (!category || one.category === category));
  return { found: asked.reduce((sum, { count }) => sum + count, 0), more: false, among };
}

/** The entries a filter finds on all pages, as far as `most`. */
export async function idsFound(ctx: Ctx, edition: Edition, filter: EntryFilter, most: number): Promise<EntryId[]> {
  const reach = await requireReach(ctx, edition);
  const rows = await listed(ctx, [reach], filter).select('e.id').orderBy('e.number').limit(most).execute();
  return rows.map(({ id }) => id);
}

export type EntryCount = { readonly category: CategoryId; readonly state: EntryState; readonly count: number };

/** The changes to add up for counts of an edition, as far as `reach` goes. A next version is no entry beside its own. */
function tallied(ctx: Ctx, reach: Reach) {
  return ctx.db
    .selectFrom('entry_tallies as e')
    .where('e.organisation_id', '=', ctx.organisation)
    .where(withinReach([reach]));
}

async function countIn(ctx: Ctx, reach: Reach, chapter?: string): Promise<EntryCount[]> {
  let query = tallied(ctx, reach);
  if (chapter !== undefined) query = query.where('e.chapter', '=', chapter);
  const rows = await query
    .select(['e.category_id as category', 'e.state', (e) => e.fn.sum<string>('e.change').as('count')])
    .groupBy(['e.category_id', 'e.state'])
    .having((e) => e(e.fn.sum('e.change'), '>', 0))
    .execute();
  return rows.map((row) => ({ category: row.category, state: row.state as EntryState, count: Number(row.count) }));
}

/** How many entries each category has in each state, drafts too, as far as the actor reaches. */
export async function countEntries(ctx: Ctx, edition: Edition): Promise<EntryCount[]> {
  return countIn(ctx, await requireReach(ctx, edition));
}

/** Instants of submission of what stands, oldest first, for the curve of an edition, as far as the actor reaches. */
export async function submissionTimes(ctx: Ctx, edition: Edition): Promise<Date[]> {
  const reach = await requireReach(ctx, edition);
  const rows = await ctx.db
    .selectFrom('entries as e')
    .select('e.submitted_at')
    .where('e.organisation_id', '=', ctx.organisation)
    .where(withinReach([reach]))
    .where('e.state', 'in', standing)
    .orderBy('e.submitted_at')
    .execute();
  return rows.flatMap(({ submitted_at }) => submitted_at ?? []);
}

export type AcceptedEntry = {
  readonly id: EntryId;
  readonly number: string;
  readonly category: CategoryId;
  readonly title: string;
  readonly nominee: string;
  /** Nobody judges an entry of their own. */
  readonly owner: PersonId;
};

/** The entries judges read, by number; for the slices that seat judges and count marks, which have asked who may. */
export async function acceptedEntries(ctx: Ctx, edition: EditionId): Promise<AcceptedEntry[]> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select(['id', 'number', 'category_id as category', 'title', 'nominee', 'owner_id as owner'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('state', '=', 'accepted')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, number: row.number ?? '' }));
}
