/** Which programme a page of past winners is about, and how its reader stands to it. */
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { programmeForManager } from '#slices/programmes/index.ts';

export async function winnersPlace(ctx: Ctx, { params }: Pick<PageArgs, 'params'>) {
  const { id, slug, name, relations } = await programmeForManager(ctx, params.programme ?? '');
  return {
    id,
    subject: id,
    path: `/manage/${slug}/winners`,
    programme: { slug, name },
    mayChange: relations.includes('manager'),
  };
}
