/** Those who run a programme take everything of an entry, or of a category: each time is told. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { editionById, entryRelations, reachIn, withinReach } from '#slices/programmes/index.ts';
import { categoryId, entryId } from '../schemas.ts';
import * as store from '../store.ts';

const who = ['manager', 'chapter-manager'] as const;

export const takeEntry = operation('entries.take-entry', {
  input: z.object({ entry: entryId }),
  who,
  find: async (ctx, input) => {
    const entry = await store.lockEntry(ctx, input.entry);
    const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
    return entry && edition && { entry, edition };
  },
  relations: (ctx, { entry, edition }) => entryRelations(ctx, edition, [entry]),
  run: async (ctx, _input, { entry, edition }) => {
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'entries.entry-taken', programme: edition.programme, subject, body: { number: entry.number } });
    return { entry: entry.id };
  },
});

async function categoryWithEdition(ctx: Ctx, id: CategoryId) {
  const row = await ctx.db
    .selectFrom('categories')
    .select(['id', 'code', 'name', 'edition_id'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  const edition = row && (await editionById(ctx, row.edition_id));
  return row && edition && { category: { id: row.id, code: row.code, name: row.name }, edition };
}

/** Whoever manages a chapter stands to a category as soon as an entry of theirs was sent in to it. */
async function categoryRelations(ctx: Ctx, { category, edition }: NonNullable<Awaited<ReturnType<typeof categoryWithEdition>>>) {
  const reach = await reachIn(ctx, edition);
  if (reach === undefined || reach.chapters === 'all') return reach?.relations ?? [];
  const found = await ctx.db
    .selectFrom('entries as e')
    .select('e.id')
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.category_id', '=', category.id)
    .where('e.state', '<>', 'draft')
    .where(withinReach([reach]))
    .limit(1)
    .executeTakeFirst();
  return found ? reach.relations : [];
}

/** Whoever manages a chapter takes what of it is in the category. */
export const takeCategory = operation('entries.take-category', {
  input: z.object({ category: categoryId }),
  who,
  find: (ctx, input) => categoryWithEdition(ctx, input.category),
  relations: categoryRelations,
  run: async (ctx, _input, { category, edition }) => {
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'entries.category-taken', programme: edition.programme, subject, body: { category: category.code } });
    return { category: category.id, code: category.code, edition: edition.id };
  },
});
