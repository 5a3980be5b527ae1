/** Every statement that writes or locks what companies are found by, and the pairs that may be one. */
import { sql } from 'kysely';
import type { Evidence } from '#core/names/duplicates.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';

export async function replaceKeys(ctx: Ctx, company: CompanyId, keys: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('company_keys')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', company)
    .where(sql<boolean>`not key = any (${keys})`)
    .execute();
  await sql`insert into company_keys (organisation_id, key, company_id)
    select ${ctx.organisation}, key, ${company}::uuid from unnest(${keys}::text[]) as key on conflict do nothing`.execute(ctx.db);
}

export type FoundPair = { readonly other: CompanyId; readonly score: number; readonly evidence: readonly Evidence[] };

const ordered = (a: CompanyId, b: CompanyId): readonly [CompanyId, CompanyId] => (a < b ? [a, b] : [b, a]);

/** The open pairs of a company are those found now; a pair that was dismissed stays so. */
export async function replacePairs(ctx: Ctx, company: CompanyId, found: readonly FoundPair[]): Promise<void> {
  const others = found.map(({ other }) => other);
  await sql`delete from company_pairs where organisation_id = ${ctx.organisation} and dismissed_at is null
    and ((first_id = ${company} and not second_id = any (${others}::uuid[])) or (second_id = ${company} and not first_id = any (${others}::uuid[])))`.execute(
    ctx.db,
  );
  if (found.length === 0) return;
  const rows = found.map(({ other, score, evidence }) => {
    const [first_id, second_id] = ordered(company, other);
    return { organisation_id: ctx.organisation, first_id, second_id, score, evidence: JSON.stringify(evidence), found_at: ctx.now };
  });
  await ctx.db
    .insertInto('company_pairs')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'first_id', 'second_id'])
        .doUpdateSet((excluded) => ({ score: excluded.ref('excluded.score'), evidence: excluded.ref('excluded.evidence') })),
    )
    .execute();
}

export type LockedPair = { readonly first: CompanyId; readonly second: CompanyId; readonly dismissed: boolean };

export async function lockPair(ctx: Ctx, a: CompanyId, b: CompanyId): Promise<LockedPair | undefined> {
  const [first, second] = ordered(a, b);
  return ctx.db
    .selectFrom('company_pairs')
    .select(['first_id as first', 'second_id as second', sql<boolean>`dismissed_at is not null`.as('dismissed')])
    .where('organisation_id', '=', ctx.organisation)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .forUpdate()
    .executeTakeFirst();
}

export async function markDismissed(ctx: Ctx, { first, second }: LockedPair, dismissed: boolean): Promise<void> {
  await ctx.db
    .updateTable('company_pairs')
    .set({ dismissed_at: dismissed ? ctx.now : null, dismissed_by: dismissed ? (personOf(ctx) ?? null) : null })
    .where('organisation_id', '=', ctx.organisation)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .execute();
}
