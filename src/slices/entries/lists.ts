/** Lists and counts of an edition's entries. Drafts are counted, never listed: they belong to their writers. */
import { type RawBuilder, sql } from 'kysely';
import { type EntryState, standing } from '#core/entries/withdrawing.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { Edition, ProgrammeLine } from '#slices/programmes/index.ts';
import { chaptersManaged, type Reach, requireReach, withinReach } from '#slices/programmes/index.ts';
import type { Sort } from './list-shape.ts';

const pageSize = 50;

export type EntryFilter = {
  /** Words in number, title, nominee or the writer's name. */
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
    .where('e.state', '<>', 'draft');
  if (state) query = query.where('e.state', '=', state);
  if (category) query = query.where('e.category_id', '=', category);
  if (chapter) query = query.where('e.chapter', '=', chapter);
  for (const word of search?.split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${escapeLike(word)}%`;
    query = query.where((w) =>
      w.or([w('e.number', 'ilike', like), w('e.title', 'ilike', like), w('e.nominee', 'ilike', like), w('p.name', 'ilike', like)]),
    );
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
  const reach = await requireReach(ctx, edition);
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

export type FoundEntries = { readonly found: number; readonly among: number };

/** How many entries a filter finds on all pages, and how many of `held` are among them. */
export async function countFound(ctx: Ctx, edition: Edition, filter: EntryFilter, held: readonly string[]): Promise<FoundEntries> {
  const reach = await requireReach(ctx, edition);
  const row = await listed(ctx, [reach], filter)
    .select([
      sql<number>`count(*)::int`.as('found'),
      sql<number>`count(*) filter (where e.id = any(${[...held]}::uuid[]))::int`.as('among'),
    ])
    .executeTakeFirst();
  return row ?? { found: 0, among: 0 };
}

/** The entries a filter finds on all pages, as far as `most`. */
export async function idsFound(ctx: Ctx, edition: Edition, filter: EntryFilter, most: number): Promise<EntryId[]> {
  const reach = await requireReach(ctx, edition);
  const rows = await listed(ctx, [reach], filter).select('e.id').orderBy('e.number').limit(most).execute();
  return rows.map(({ id }) => id);
}

export type EntryCount = { readonly category: CategoryId; readonly state: EntryState; readonly count: number };

/** How many entries each category has in each state, drafts too, as far as the actor reaches. A next version is no entry beside its own. */
export async function countEntries(ctx: Ctx, edition: Edition): Promise<EntryCount[]> {
  const reach = await requireReach(ctx, edition);
  const rows = await ctx.db
    .selectFrom('entries as e')
    .select(['e.category_id as category', 'e.state', (e) => e.fn.countAll<string>().as('count')])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.next_of', 'is', null)
    .where(withinReach([reach]))
    .groupBy(['e.category_id', 'e.state'])
    .execute();
  return rows.map((row) => ({ category: row.category, state: row.state as EntryState, count: Number(row.count) }));
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
