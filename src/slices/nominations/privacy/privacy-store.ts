/** Every statement that takes what nominations hold of a person. All of them need the scope `nominations`. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { Marks } from '#slices/people/index.ts';
import { recount } from '../store.ts';

const blank = sql`name = '', works_for = '', email = '', mailbox = '', mailed_to = '', answer = '', link_hash = null, version = version + 1`;

/**
 * What somebody proposed, and what others proposed of them, by exact address: one that only reaches the same mailbox may be somebody else's.
 * Whom theirs was merged into is they, where nobody gave that one an address. A nominee stays as a place that says how it ended.
 */
export async function forgetPerson(ctx: Ctx, { addresses }: Pick<Marks, 'addresses'>): Promise<void> {
  const { rows: own } = await sql<{ id: string }>`select n.id from nominees n
    where n.organisation_id = ${ctx.organisation} and (n.email = any (${[...addresses]}::text[]) or (n.email = '' and exists (select from nominees g
      where g.organisation_id = n.organisation_id and g.joined_to = n.id and g.email = any (${[...addresses]}::text[]))))`.execute(ctx.db);
  const ids = own.map(({ id }) => id);
  const { rows } = await sql<{ nominee: string | null }>`delete from nominations m where m.organisation_id = ${ctx.organisation}
    and (m.nominator_email = any (${addresses}::text[]) or m.nominee_email = any (${addresses}::text[])
      or m.nominee_id in (select n.id from nominees n where n.organisation_id = ${ctx.organisation}
           and (n.id = any (${ids}::uuid[]) or n.joined_to = any (${ids}::uuid[])))) returning m.nominee_id as nominee`.execute(ctx.db);
  const emptied = [...new Set(rows.flatMap(({ nominee }) => nominee ?? []))];
  await sql`update nominees set ${blank} where organisation_id = ${ctx.organisation} and (id = any (${ids}::uuid[]) or joined_to = any (${ids}::uuid[]))`.execute(
    ctx.db,
  );
  await recountWith(ctx, [...emptied, ...ids]);
}

/** What was merged into another is counted there. */
async function recountWith(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ head: string }>`select distinct coalesce(joined_to, id) as head from nominees
    where organisation_id = ${ctx.organisation} and id = any (${[...ids]}::uuid[])`.execute(ctx.db);
  await recount(
    ctx,
    rows.map(({ head }) => head),
  );
}

/** Whole cases, with all nominations; `ids` are of nominees that were not merged away. */
export async function forgetNominees(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const all = sql`(select n.id from nominees n where n.organisation_id = ${ctx.organisation}
    and (n.id = any (${[...ids]}::uuid[]) or n.joined_to = any (${[...ids]}::uuid[])))`;
  await sql`delete from nominations where organisation_id = ${ctx.organisation} and nominee_id in ${all}`.execute(ctx.db);
  await sql`delete from nominees where organisation_id = ${ctx.organisation} and joined_to = any (${[...ids]}::uuid[])`.execute(ctx.db);
  await sql`delete from nominees where organisation_id = ${ctx.organisation} and id = any (${[...ids]}::uuid[])`.execute(ctx.db);
}
