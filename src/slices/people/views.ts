/** Reads of people for pages and later slices. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

export type FactorNeeded = { readonly administrators: boolean; readonly everybody: boolean };

/** Of whom this organisation asks a second factor. */
export async function factorNeeded(ctx: Ctx): Promise<FactorNeeded> {
  const row = await ctx.db
    .selectFrom('directory.organisations')
    .select(['administrators_need_factor as administrators', 'everybody_needs_factor as everybody'])
    .where('id', '=', ctx.organisation)
    .executeTakeFirst();
  return row ?? { administrators: false, everybody: false };
}

export type LinkView = { readonly email: string; readonly known: boolean };

/** Whom a sign-in link would sign in, while it works; looking at it uses nothing up. */
export async function linkForVisitor(ctx: Ctx, token: string): Promise<LinkView | undefined> {
  const row = await ctx.db
    .selectFrom('directory.links as l')
    .leftJoin('directory.other_addresses as a', 'a.email', 'l.email')
    .leftJoin('directory.people as p', (join) =>
      join.on((eb) => eb.or([eb('p.email', '=', eb.ref('l.email')), eb('p.id', '=', eb.ref('a.person_id'))])),
    )
    .select(['l.email', 'p.id'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.purpose', '=', 'sign-in')
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row?.email ? { email: row.email, known: row.id !== null } : undefined;
}

/** `zone`: the one they read times in, where they have said; null otherwise. */
export type Addressed = { readonly name: string; readonly email: string; readonly zone: string | null };

/** Names and addresses by id; that of an account which became part of another leads to the other. */
export async function peopleByIds(ctx: Ctx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Addressed>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('directory.people as p')
    .leftJoin('directory.people as k', 'k.id', 'p.same_as')
    .select(['p.id', 'p.name', 'p.email', 'k.name as keptName', 'k.email as keptEmail'])
    .select(['p.time_zone as zone', 'k.time_zone as keptZone'])
    .where('p.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { name: row.keptName ?? row.name, email: row.keptEmail ?? row.email ?? '', zone: row.keptZone ?? row.zone },
    ]),
  );
}
