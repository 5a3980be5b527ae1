/** Nominees of an edition in pages, for its organisers. What was merged into another is not listed: the other speaks for it. */
import { type RawBuilder, sql } from 'kysely';
import type { NomineeKind } from '#core/categories/shape.ts';
import { likelyPairs, type Pair, type Proposed } from '#core/nominations/same-nominee.ts';
import { type NomineeState, tellWithinDays } from '#core/nominations/states.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { CategoryId, EditionId } from '#platform/ids.ts';
import type { Sort } from './list-shape.ts';

const pageSize = 50;

export type NomineeFilter = {
  readonly search?: string | undefined;
  readonly state?: NomineeState | undefined;
  readonly category?: CategoryId | undefined;
  readonly sort?: Sort | undefined;
  readonly after?: string | undefined;
};

export type NomineeLine = {
  readonly id: string;
  readonly name: string;
  readonly works: string;
  readonly email: string;
  readonly category: string;
  readonly kind: NomineeKind;
  readonly state: NomineeState;
  readonly selves: number;
  readonly peers: number;
  readonly customers: number;
  readonly nominated: Date;
};

const keys: Readonly<
  Record<
    Sort,
    { readonly by: RawBuilder<unknown>; readonly order: 'instant' | 'text'; readonly down: boolean; readonly cursor: RawBuilder<string> }
  >
> = {
  newest: { by: sql`n.nominated_at`, order: 'instant', down: true, cursor: sql`n.nominated_at::text` },
  oldest: { by: sql`n.nominated_at`, order: 'instant', down: false, cursor: sql`n.nominated_at::text` },
  name: { by: sql`lower(n.name)`, order: 'text', down: false, cursor: sql`lower(n.name)` },
};

function found(ctx: Ctx, edition: EditionId, { search, state, category }: NomineeFilter): RawBuilder<unknown> {
  const words = search?.split(/\s+/).filter(Boolean) ?? [];
  const likes = words
    .map((word) => `%${escapeLike(word)}%`)
    .map((like) => sql`and (n.name ilike ${like} or n.works_for ilike ${like} or n.email ilike ${like})`);
  return sql`n.organisation_id = ${ctx.organisation} and n.edition_id = ${edition} and n.joined_to is null
    ${state ? sql`and n.state = ${state}` : sql``} ${category ? sql`and n.category_id = ${category}` : sql``} ${sql.join(likes, sql` `)}`;
}

export type NomineePage = { readonly nominees: readonly NomineeLine[]; readonly next: string | undefined };

/** One page; the next begins after its last row, however many came in between. The caller has asked who reads. */
export async function nomineesOf(ctx: Ctx, edition: EditionId, filter: NomineeFilter, size = pageSize): Promise<NomineePage> {
  const { by, order, down, cursor } = keys[filter.sort ?? 'newest'];
  const after = readCursor(filter.after, order);
  const key = after && (order === 'instant' ? sql`${after[0]}::timestamptz` : sql`${after[0]}`);
  const beyond = after ? sql`and (${by}, n.id) ${down ? sql`<` : sql`>`} (${key}, ${after[1]}::uuid)` : sql``;
  const direction = down ? sql`desc` : sql`asc`;
  const { rows } = await sql<NomineeLine & { cursor: string }>`
    select n.id, n.name, n.works_for as works, n.email, c.code as category, n.kind, n.state, n.by_self as selves, n.by_peers as peers,
           n.by_customers as customers, n.nominated_at as nominated, ${cursor} as cursor
      from nominees n join categories c on c.organisation_id = n.organisation_id and c.id = n.category_id
     where ${found(ctx, edition, filter)} ${beyond}
     order by ${by} ${direction}, n.id ${direction} limit ${size + 1}`.execute(ctx.db);
  const lines = rows.slice(0, size);
  const last = lines.at(-1);
  return {
    nominees: lines.map(({ cursor: _cursor, ...line }) => line),
    next: rows.length > size && last ? writeCursor(last.cursor, last.id) : undefined,
  };
}

export type NomineeCounts = { readonly all: number; readonly toTell: number; readonly late: number };

const day = 86_400_000;

/** Since when anybody has known of a nominee `n`: with all that was merged into it, since the oldest. */
export const knownSince = sql<Date>`(select min(k.nominated_at) from nominees k
  where k.organisation_id = n.organisation_id and (k.id = n.id or k.joined_to = n.id))`;

/** `late`: known of for a month or longer, and not told. Nobody has to be told of what was erased. */
export async function countNominees(ctx: Ctx, edition: EditionId): Promise<NomineeCounts> {
  const due = new Date(ctx.now.getTime() - tellWithinDays * day);
  const { rows } = await sql<NomineeCounts>`
    select count(*)::int as all, count(*) filter (where n.state = 'proposed' and n.name <> '')::int as "toTell",
           count(*) filter (where n.state = 'proposed' and n.name <> '' and ${knownSince} <= ${due})::int as late
      from nominees n where n.organisation_id = ${ctx.organisation} and n.edition_id = ${edition} and n.joined_to is null`.execute(ctx.db);
  return rows[0] ?? { all: 0, toTell: 0, late: 0 };
}

export type Alike = Proposed & { readonly category: string; readonly state: NomineeState };

/** As many as are compared; beyond that somebody should filter first. */
const mostCompared = 5_000;

async function proposedIn(ctx: Ctx, edition: EditionId): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select n.id, n.kind, n.name, n.works_for as "worksFor", n.email, n.mailbox, c.code as category, n.state
      from nominees n join categories c on c.organisation_id = n.organisation_id and c.id = n.category_id
     where n.organisation_id = ${ctx.organisation} and n.edition_id = ${edition} and n.joined_to is null and n.name <> ''
     order by n.nominated_at, n.id limit ${mostCompared}`.execute(ctx.db);
  return rows;
}

export type AlikePair = Omit<Pair, 'first' | 'second'> & { readonly first: Alike; readonly second: Alike };

/** Every two of a category that may be one and of which one can be merged into the other; the most alike first. */
export async function alikeIn(ctx: Ctx, edition: EditionId): Promise<AlikePair[]> {
  const all = await proposedIn(ctx, edition);
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...Map.groupBy(all, ({ category }) => category).values()].flatMap((of) =>
    likelyPairs(of).flatMap(({ first, second, ...pair }): AlikePair[] => {
      const [one, other] = [byId.get(first), byId.get(second)];
      const mergeable = one && other && [one, other].some(({ state }) => state === 'proposed');
      return mergeable ? [{ ...pair, first: one, second: other }] : [];
    }),
  );
}
