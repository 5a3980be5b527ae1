/** Every statement that writes what programmes, editions and categories were called before in addresses, and what they are called now. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';

/** Where a name is told apart from others: among programmes, the editions of one, the categories of one edition. */
export type Place = { readonly kind: 'programme' | 'edition' | 'category'; readonly within: string };
/** What a name led to. */
export type Target = { readonly programme: ProgrammeId; readonly edition: EditionId | null };

function rowsAt(ctx: Ctx, { kind, within }: Place) {
  return { organisation_id: ctx.organisation, kind, within_id: within };
}

export async function formerAt(ctx: Ctx, place: Place, name: string): Promise<Target | undefined> {
  return ctx.db
    .selectFrom('former_addresses')
    .select(['programme_id as programme', 'edition_id as edition'])
    .where('organisation_id', '=', ctx.organisation)
    .where('kind', '=', place.kind)
    .where('within_id', '=', place.within)
    .where('name', '=', name)
    .executeTakeFirst();
}

export async function deleteFormer(ctx: Ctx, place: Place, names: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('former_addresses')
    .where('organisation_id', '=', ctx.organisation)
    .where('kind', '=', place.kind)
    .where('within_id', '=', place.within)
    .where('name', 'in', [...names])
    .execute();
}

export async function insertFormer(ctx: Ctx, place: Place, name: string, { programme, edition }: Target): Promise<void> {
  await ctx.db
    .insertInto('former_addresses')
    .values({ ...rowsAt(ctx, place), name, programme_id: programme, edition_id: edition, left_at: ctx.now })
    .execute();
}

/** Codes that were given up for others; whatever led to the old one leads to the new one. */
export async function moveCodes(ctx: Ctx, target: Target & { edition: EditionId }, moved: ReadonlyMap<string, string>): Promise<void> {
  const place = { kind: 'category', within: target.edition } as const;
  await deleteFormer(ctx, place, [...moved.values()]);
  for (const [from, to] of moved) {
    await ctx.db
      .updateTable('former_addresses')
      .set({ code: to })
      .where('organisation_id', '=', ctx.organisation)
      .where('kind', '=', 'category')
      .where('within_id', '=', target.edition)
      .where('code', '=', from)
      .execute();
    await ctx.db
      .insertInto('former_addresses')
      .values({ ...rowsAt(ctx, place), name: from, programme_id: target.programme, edition_id: target.edition, code: to, left_at: ctx.now })
      .onConflict((c) => c.columns(['organisation_id', 'kind', 'within_id', 'name']).doUpdateSet({ code: to }))
      .execute();
  }
}

/** False when another programme has it. */
export async function markProgrammeSlug(ctx: Ctx, id: ProgrammeId, slug: string): Promise<boolean> {
  const { rows } = await sql`
    update programmes set slug = ${slug}, version = version + 1
     where organisation_id = ${ctx.organisation} and id = ${id}
       and not exists (select from programmes p where p.organisation_id = ${ctx.organisation} and p.slug = ${slug}) returning id`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** False when another edition of the programme has it. What is out by the clock stays out. */
export async function markEditionSlug(
  ctx: Ctx,
  { id, programme }: { id: EditionId; programme: ProgrammeId },
  slug: string,
): Promise<boolean> {
  const { rows } = await sql`
    update editions set slug = ${slug}
     where organisation_id = ${ctx.organisation} and id = ${id}
       and not exists (select from editions e where e.organisation_id = ${ctx.organisation} and e.programme_id = ${programme}
                          and e.slug = ${slug}) returning id`.execute(ctx.db);
  return rows.length > 0;
}
