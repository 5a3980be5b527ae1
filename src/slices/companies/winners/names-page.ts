/** Names among the winners of a programme, whom they may mean, and what somebody said of them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { blockingKeys, type Evidence, mayBeOne, profileOf } from '#core/names/duplicates.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CompanyId, ProgrammeId } from '#platform/ids.ts';
import { namedWins } from '#slices/programmes/index.ts';
import { requireReader } from '../access.ts';
import { factsOf } from '../find.ts';
import { companiesNamed } from '../lists/lists.ts';
import { winnersPlace } from './place.ts';
import { meanings } from './wins.ts';

const pageSize = 20;
/** Less alike than this nobody is shown. */
const shownFrom = 600;
const mostCandidates = 3;
/** A key that more companies share says too little to compare them all. */
const mostSharing = 50;

export type Candidate = {
  readonly company: CompanyId;
  readonly name: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

type NameRow = {
  readonly written: string;
  readonly key: string;
  readonly wins: number;
  readonly years: string;
  readonly decided: boolean;
};

/** What a name is called in an address: names of people stand in none. */
export const keyOfName = (written: string) => createHash('sha256').update(written).digest('hex').slice(0, 32);
const keyOf = sql<string>`left(encode(sha256(convert_to(named.written, 'UTF8')), 'hex'), 32)`;

/** Every name with its wins, and whether somebody said whom it means. */
const allNames = (ctx: Ctx, programme: ProgrammeId) => sql`
  select named.written, ${keyOf} as key, named.wins, named.years, m.written is not null as decided from (
    select written, count(*)::int as wins, string_agg(distinct year, ', ' order by year) as years from (
      ${namedWins(ctx, programme)}) each_win
     group by written) named
    left join written_companies m
      on m.organisation_id = ${ctx.organisation} and m.programme_id = ${programme} and m.written = named.written`;

export async function countNames(ctx: Ctx, programme: ProgrammeId): Promise<{ open: number; said: number }> {
  return snapshot(ctx, [], async (inside) => {
    const { rows } = await sql<{ open: number; said: number }>`
      select count(*) filter (where not decided)::int as open, count(*) filter (where decided)::int as said
        from (${allNames(inside, programme)}) n`.execute(inside.db);
    return rows[0] ?? { open: 0, said: 0 };
  });
}

type Asked = { readonly said: boolean; readonly search: string | undefined; readonly after: string | undefined; readonly key?: string };

async function namesOf(ctx: Ctx, programme: ProgrammeId, { said, search, after, key }: Asked): Promise<NameRow[]> {
  const from = readCursor(after, 'text')?.[0];
  const like = search === undefined ? null : `%${escapeLike(search.toLowerCase())}%`;
  return snapshot(ctx, [], async (inside) => {
    const { rows } = await sql<NameRow>`
      select * from (${allNames(inside, programme)}) n
       where (${key ?? null}::text is not null or decided = ${said}) and (${key ?? null}::text is null or key = ${key ?? null})
         and (${like}::text is null or lower(written) like ${like}) and (${from ?? null}::text is null or written > ${from ?? null})
       order by written limit ${pageSize + 1}`.execute(inside.db);
    return rows;
  });
}

/** Companies that share something telling with these names, in one statement for all of them. */
async function alike(ctx: Ctx, written: readonly string[]): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const profiles = written.map((name) => ({ name, profile: profileOf({ names: [name], domains: [] }) }));
  const keys = [...new Set(profiles.flatMap(({ profile }) => blockingKeys(profile)))];
  const { rows } = await sql<{ id: CompanyId }>`
    select distinct k.company_id as id from unnest(${keys}::text[]) as w (key)
     cross join lateral (select company_id from company_keys
       where organisation_id = ${ctx.organisation} and key = w.key limit ${mostSharing}) k`.execute(ctx.db);
  const facts = await factsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const sides = facts.map((one) => ({ one, profile: profileOf(one) }));
  return new Map(
    profiles.map(({ name, profile }) => {
      const found = sides.map(({ one, profile: theirs }): Candidate => {
        return { company: one.id, name: one.names[0] ?? '', ...mayBeOne(profile, theirs) };
      });
      const best = found.filter(({ score }) => score >= shownFrom).sort((a, b) => b.score - a.score || (a.company < b.company ? -1 : 1));
      return [name, best.slice(0, mostCandidates)];
    }),
  );
}

const keyIn = (text: string | null) => (/^[0-9a-f]{32}$/.test(text ?? '') ? (text ?? undefined) : undefined);

export type NamesPage = Awaited<ReturnType<typeof namesPage>>;

export async function namesPage(ctx: Ctx, { params, url: { searchParams } }: Pick<PageArgs, 'params' | 'url'>) {
  const { id, path, programme, mayChange } = await winnersPlace(ctx, { params });
  await requireReader(ctx);
  const said = searchParams.has('decided');
  const search = searchParams.get('q')?.trim().slice(0, 200) || undefined;
  const after = searchParams.get('after') ?? undefined;
  const rows = await namesOf(ctx, id, { said, search, after });
  const shown = rows.slice(0, pageSize);
  const candidates =
    said || !mayChange
      ? new Map<string, readonly Candidate[]>()
      : await alike(
          ctx,
          shown.map(({ written }) => written),
        );
  const meant = said ? await meanings(ctx, id) : new Map<string, CompanyId | null>();
  const standing = shown.flatMap(({ written }) => meant.get(written) ?? []);
  const companies = new Map((await companiesNamed(ctx, standing)).map((one) => [one.id, one.name] as const));
  const just = keyIn(searchParams.get('said'));
  const [decided] = just ? await namesOf(ctx, id, { said: true, search: undefined, after: undefined, key: just }) : [];
  const last = shown.at(-1);
  const query = new URLSearchParams({ ...(said && { decided: '' }), ...(search && { q: search }) });
  return {
    path: `${path}/names`,
    programme,
    mayChange,
    said,
    search,
    first: after === undefined ? undefined : `${path}/names?${query}`,
    next: rows.length > pageSize && last ? `${path}/names?${query}&after=${writeCursor(last.written, nobody)}` : undefined,
    counts: await countNames(ctx, id),
    just: decided?.decided ? { written: decided.written } : undefined,
    undone: searchParams.has('undone'),
    names: shown.map(({ written, key, wins, years }) => {
      const company = meant.get(written);
      return {
        written,
        key,
        wins,
        years,
        company: company ? { id: company, name: companies.get(company) ?? '' } : null,
        candidates: candidates.get(written) ?? [],
      };
    }),
  };
}

/** A page ends at a name alone; the cursor wants a row beside it. */
const nobody = '00000000-0000-0000-0000-000000000000';
