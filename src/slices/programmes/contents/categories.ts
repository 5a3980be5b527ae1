/** What an edition judges in: its categories, by a code that stays and by what they are called. */
import { z } from 'zod';
import { saidIn } from '#core/categories/editing.ts';
import { categoryLines } from '#core/categories/rows.ts';
import type { CategoryNode } from '#core/categories/shape.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { keepPart } from '../configuration/keep.ts';
import { partsOf } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';
import { lookAgain } from '../publication/ready.ts';
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
    await lookAgain(ctx, edition);
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

type Texts = Pick<Category, 'name' | 'description'>;

const isOf = (category: Category) => (node: CategoryNode) => node.code === category.code;

/** What a category is called by itself, without the nodes it stands in, in the language everything is written in. */
async function ownTexts(ctx: Ctx, edition: Edition, category: Category): Promise<Texts> {
  const now = await partsOf(ctx, edition);
  const [node, language] = [now.categories.find(isOf(category)), mainLanguage(now)];
  const say = (text: LocalText | undefined) => (text === undefined ? '' : inLanguage(text, language, language));
  return node ? { name: say(node.name), description: say(node.description) } : { name: category.name, description: category.description };
}

function renamed(node: CategoryNode, language: string, { name, description }: Texts): CategoryNode {
  const { description: was, ...rest } = node;
  const said = saidIn(was, language, description);
  return { ...rest, name: saidIn(node.name, language, name) ?? name, ...(said !== undefined && { description: said }) };
}

/** The rows get what the tree makes of the new name: all a category stands in, then its own. */
async function rename(ctx: Ctx, edition: Edition, category: Category, to: Texts): Promise<void> {
  const language = mainLanguage(await partsOf(ctx, edition));
  let row: Texts = to;
  await keepPart(ctx, edition, 'categories', (now) => {
    const next = now.map((node) => (isOf(category)(node) ? renamed(node, language, to) : node));
    row = categoryLines(next, language).find(({ code }) => code === category.code) ?? to;
    return next;
  });
  await store.markCategoryTexts(ctx, { edition: edition.id, category: category.id, name: row.name, description: row.description });
}

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
    const from = await ownTexts(ctx, edition, category);
    const to = { name: input.name, description: input.description };
    requireFresh(edition, input.version, from, to);
    if (edition.announcedAt)
      throw problem('programmes.category-names-settled', { announcedAt: zonedText(edition.announcedAt.getTime(), edition.zone) });
    await rename(ctx, edition, category, to);
    await store.markContentsChanged(ctx, edition.id);
    await lookAgain(ctx, edition);
    const afterOpening = edition.published && ctx.now >= edition.entriesOpenAt;
    const body = { number: category.code, from, to, afterOpening };
    const subject = { kind: 'category', id: category.id };
    await tell(ctx, { kind: 'programmes.category-changed', programme: edition.programme, subject, body });
    return { category: category.id };
  },
});
