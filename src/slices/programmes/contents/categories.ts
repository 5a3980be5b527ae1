/** What an edition judges in: its categories, by a code that stays and by what they are called. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { keepPart } from '../configuration/keep.ts';
import type { Edition } from '../edition.ts';
import { categoryCode, categoryId, editionId, name, text, version } from '../schemas.ts';
import * as store from '../store.ts';
import { requireFresh } from './fresh.ts';
import { type Category, categoriesOf } from './views.ts';

const description = text(2000);

/** A description of nothing is none. */
const named = ({ name, description }: Pick<Category, 'name' | 'description'>) => ({ name, ...(description !== '' && { description }) });

export const addCategory = operation('programmes.add-category', {
  input: z.object({ edition: editionId, code: categoryCode, name, description }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    if (edition.published && ctx.now >= edition.entriesCloseAt)
      throw problem('programmes.categories-settled', { closedAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone) });
    const category = await store.insertCategory(ctx, input);
    if (category === undefined) {
      const taken = { path: 'code', code: 'programmes.category-code-taken', facts: { code: input.code } } as const;
      throw problem('programmes.category-code-taken', { code: input.code }, [taken]);
    }
    const { code } = input;
    if (await keepPart(ctx, edition, 'categories', (now) => [...now, { code, ...named(input) }]))
      await store.markContentsChanged(ctx, edition.id);
    const subject = { kind: 'category', id: category };
    await tell(ctx, {
      kind: 'programmes.category-added',
      programme: edition.programme,
      subject,
      body: { code: input.code, name: input.name },
    });
    return { category };
  },
});

/** The edition is locked, and with it all its categories. */
async function lockCategory(
  ctx: Ctx,
  ids: Pick<store.CategoryTexts, 'edition' | 'category'>,
): Promise<{ edition: Edition; category: Category } | undefined> {
  const edition = await store.lockEdition(ctx, ids.edition);
  const category = edition && (await categoriesOf(ctx, edition.id)).find(({ id }) => id === ids.category);
  return category && { edition, category };
}

const textsOf = (each: Pick<Category, 'name' | 'description'>) => ({ name: each.name, description: each.description });

/**
 * Another name for the same thing: the code, which begins the number of every entry, stays. People may have read the call already, so
 * the record tells both names and whether entries had opened; a name that was won stays as it was won.
 */
export const changeCategory = operation('programmes.change-category', {
  input: z.object({ edition: editionId, category: categoryId, version, name, description }),
  who: ['manager'],
  find: lockCategory,
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, { edition, category }) => {
    const [from, to] = [textsOf(category), textsOf(input)];
    requireFresh(edition, input.version, from, to);
    if (edition.announcedAt)
      throw problem('programmes.category-names-settled', { announcedAt: zonedText(edition.announcedAt.getTime(), edition.zone) });
    await store.markCategoryTexts(ctx, input);
    await store.markContentsChanged(ctx, edition.id);
    await keepPart(ctx, edition, 'categories', (now) =>
      now.map((node) => (node.code === category.code ? { ...node, ...named(to) } : node)),
    );
    const afterOpening = edition.published && ctx.now >= edition.entriesOpenAt;
    const body = { number: category.code, from, to, afterOpening };
    const subject = { kind: 'category', id: category.id };
    await tell(ctx, { kind: 'programmes.category-changed', programme: edition.programme, subject, body });
    return { category: category.id };
  },
});
