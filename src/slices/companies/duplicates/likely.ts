/** Pairs that may be one company, and what merging two of them would move. */
import { sql } from 'kysely';
import type { SizeClass } from '#core/companies/sizes.ts';
import type { Evidence } from '#core/names/duplicates.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { isRowId, readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { CompanyId } from '#platform/ids.ts';
import { requireReader } from '../access.ts';
import { markOf, mergingOf, planOf } from '../find.ts';
import { companyId } from '../schemas.ts';
import { employments } from '../views.ts';

const pageSize = 20;

/** One of two, as they are held against each other. */
export type Side = {
  readonly id: CompanyId;
  readonly name: string;
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly country: string | null;
  readonly size: SizeClass | null;
  readonly people: number;
};

export type PairView = {
  readonly first: Side;
  readonly second: Side;
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

async function sidesOf(ctx: Ctx, ids: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, Side>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Side>`
    select c.id, c.name, c.country,
           array(select n.name from company_names n where n.organisation_id = ${ctx.organisation} and n.company_id = c.id order by n.name) as names,
           array(select d.domain from company_domains d where d.organisation_id = ${ctx.organisation} and d.company_id = c.id
             order by d.domain) as domains,
           (select s.class from company_sizes s where s.organisation_id = ${ctx.organisation} and s.company_id = c.id
             order by s.as_of desc, s.recorded_at desc, s.id desc limit 1) as size,
           (select count(*)::int from employments e where e.organisation_id = ${ctx.organisation} and e.company_id = c.id) as people
      from companies c where c.organisation_id = ${ctx.organisation} and c.merged_into is null and c.id = any (${ids}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Likeliest first. Nobody whose parent, child or sister is known is among them. */
export async function likelyPairs(ctx: Ctx, { dismissed, after }: { dismissed: boolean; after: string | undefined }) {
  const { mayChange } = await requireReader(ctx);
  const cursor = readCursor(after, 'text');
  const [score, second] = (cursor?.[0] ?? '').split(' ');
  const beyond =
    cursor && second && /^\d{1,4}$/.test(score ?? '') && isRowId(second)
      ? sql`(score < ${Number(score)} or (score = ${Number(score)} and (first_id, second_id) > (${cursor[1]}::uuid, ${second}::uuid)))`
      : sql`true`;
  const { rows } = await sql<{ first: CompanyId; second: CompanyId; score: number; evidence: readonly Evidence[] }>`
    select first_id as first, second_id as second, score, evidence from company_pairs
     where organisation_id = ${ctx.organisation} and (dismissed_at is not null) = ${dismissed} and ${beyond}
     order by score desc, first_id, second_id limit ${pageSize + 1}`.execute(ctx.db);
  const page = rows.slice(0, pageSize);
  const sides = await sidesOf(ctx, [...new Set(page.flatMap((row) => [row.first, row.second]))]);
  const pairs = page.flatMap((row): PairView[] => {
    const [one, other] = [sides.get(row.first), sides.get(row.second)];
    return one && other ? [{ ...row, first: one, second: other }] : [];
  });
  const last = page.at(-1);
  const next = rows.length > pageSize && last ? writeCursor(`${last.score} ${last.second}`, last.first) : undefined;
  return { mayChange, pairs, next };
}

/** How many open pairs a company stands in. */
export async function pairsOfCompany(ctx: Ctx, company: CompanyId): Promise<number> {
  await requireReader(ctx);
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::int as pairs from company_pairs
     where organisation_id = ${ctx.organisation} and dismissed_at is null and ${company} in (first_id, second_id)`.execute(ctx.db);
  return rows[0]?.pairs ?? 0;
}

/** What would move, thing by thing, by the very plan the merge itself makes. */
export async function mergePreview(ctx: Ctx, keptText: string | undefined, mergedText: string | undefined) {
  const { mayChange } = await requireReader(ctx);
  const [kept, merged] = [companyId.safeParse(keptText), companyId.safeParse(mergedText)];
  if (!mayChange || !kept.success || !merged.success || kept.data === merged.data) throw problem('general.not-found');
  const sides = await sidesOf(ctx, [kept.data, merged.data]);
  const [into, from] = [sides.get(kept.data), sides.get(merged.data)];
  if (!into || !from) throw problem('general.not-found');
  const right = await mergingOf(ctx, from);
  const plan = await planOf(ctx, into, from);
  const people = await employments(ctx, { company: from.id });
  const named = await sidesOf(ctx, [...plan.children, ...(plan.parent?.to ? [plan.parent.to] : [])] as CompanyId[]);
  const nameOf = (id: string) => named.get(id as CompanyId)?.name ?? '';
  return {
    kept: into,
    merged: from,
    shown: markOf(into, from, plan),
    moves: {
      names: [...(plan.addsName ? [from.name] : []), ...right.names.filter(({ id }) => plan.names.includes(id)).map(({ name }) => name)],
      domains: plan.domains,
      sizes: plan.sizes.length,
      people: people.filter(({ id }) => plan.employments.includes(id)).map(({ name }) => name),
      stay: people.filter(({ id }) => !plan.employments.includes(id)).map(({ name }) => name),
      children: plan.children.map(nameOf).filter((name) => name !== ''),
      parent: plan.parent?.to ? nameOf(plan.parent.to) : undefined,
    },
  };
}
