/** What people counts, gives and moves of a person. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder, type Pair, type Part } from '#platform/privacy/holders.ts';
import { marksOf } from './traces.ts';

type Counts = { readonly sessions: number; readonly factors: number; readonly addresses: number; readonly acceptances: number };

async function countsOf(ctx: Ctx, person: PersonId): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*)::int from directory.sessions where person_id = ${person}) as sessions,
    (select count(*)::int from directory.factors where person_id = ${person} and confirmed_at is not null) as factors,
    (select count(*)::int from directory.other_addresses where person_id = ${person}) as addresses,
    (select count(*)::int from acceptances where organisation_id = ${ctx.organisation} and person_id = ${person}) as acceptances`.execute(
    ctx.db,
  );
  return rows[0] ?? { sessions: 0, factors: 0, addresses: 0, acceptances: 0 };
}

const text = (at: Date | null) => at?.toISOString() ?? null;

async function accountPart(ctx: Ctx, person: PersonId): Promise<Part> {
  const rows = await ctx.db
    .selectFrom('directory.people')
    .select(['id', 'name', 'email', 'language', 'time_zone', 'created_at'])
    .where('id', '=', person)
    .execute();
  const { addresses, asked } = await marksOf(ctx, person);
  const all = [...addresses, ...asked].join(', ');
  return { name: 'account', rows: rows.map((row) => ({ ...row, created_at: text(row.created_at), addresses: all })) };
}

async function waysIn(ctx: Ctx, person: PersonId): Promise<Part[]> {
  const sessions = await ctx.db
    .selectFrom('directory.sessions')
    .select(['browser', 'system', 'created_at', 'seen_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute();
  const factors = await ctx.db
    .selectFrom('directory.factors')
    .select(['kind', 'name', 'created_at', 'used_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute();
  return [
    { name: 'sessions', rows: sessions.map((row) => ({ ...row, created_at: text(row.created_at), seen_at: text(row.seen_at) })) },
    {
      name: 'factors',
      rows: factors.map((row) => ({ ...row, created_at: text(row.created_at), used_at: text(row.used_at) })),
      leftOut: [{ what: 'secrets', count: factors.length }],
    },
  ];
}

async function agreements(ctx: Ctx, person: PersonId): Promise<Part> {
  const rows = await ctx.db
    .selectFrom('acceptances')
    .select(['kind', 'version', 'accepted_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .orderBy('accepted_at')
    .execute();
  return { name: 'agreements', rows: rows.map((row) => ({ ...row, accepted_at: text(row.accepted_at) })) };
}

/** Names and addresses of one account, which are two only while they are not one. */
async function mergeBlocks(ctx: Ctx, { from, into }: Pair) {
  const rows = await ctx.db.selectFrom('directory.people').select('email').where('id', 'in', [from, into]).execute();
  return rows.length === 2 && rows.every(({ email }) => email !== null) ? [] : [problem('privacy.merge-one-account')];
}

declareHolder({
  slice: 'people',
  erasing: async (ctx, person) => {
    const { sessions, factors, acceptances } = await countsOf(ctx, person);
    const goes = [
      { what: 'account', count: 1 },
      { what: 'sessions', count: sessions },
      { what: 'factors', count: factors },
    ];
    return { goes, stays: [{ what: 'agreements', count: acceptances }], blocks: [] };
  },
  exporting: async (ctx, person) => [await accountPart(ctx, person), ...(await waysIn(ctx, person)), await agreements(ctx, person)],
  merging: async (ctx, pair) => {
    const { addresses, acceptances } = await countsOf(ctx, pair.from);
    const moves = [
      { what: 'addresses', count: addresses + 1 },
      { what: 'agreements', count: acceptances },
    ];
    return { moves, blocks: await mergeBlocks(ctx, pair) };
  },
});
