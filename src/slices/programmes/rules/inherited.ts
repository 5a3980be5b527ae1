/** What the categories of a tree have, of their own or from what they stand in. */
import type { Categories } from '#core/categories/shape.ts';
import { type Inherited, placed } from '#core/categories/tree.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { newest, storedParts } from '../configuration/read.ts';

/** A tree as it was read says the same as long as it is kept. */
const known = new WeakMap<Categories, ReadonlyMap<string, Inherited>>();

export function inheritedBy(categories: Categories): ReadonlyMap<string, Inherited> {
  const kept = known.get(categories);
  if (kept !== undefined) return kept;
  const all = new Map(placed(categories).map(({ node, inherited }) => [node.code, inherited]));
  known.set(categories, all);
  return all;
}

/** The same of an edition as it is now, by the codes of its categories; {} for one nobody wrote down. No right is asked: it is public. */
export async function inheritedIn(ctx: Ctx, edition: EditionId): Promise<(code: string) => Partial<Inherited>> {
  const { categories = [] } = await storedParts(ctx, edition, newest);
  const all = inheritedBy(categories);
  return (code) => all.get(code) ?? {};
}
