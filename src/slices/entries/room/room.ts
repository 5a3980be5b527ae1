/** Whether the category of an entry has room: told when somebody begins in it, decided when they send in. */
import { type Counted, type Limits, type NoRoom, noRoom } from '#core/categories/entering/room.ts';
import { standing } from '#core/entries/withdrawing.ts';
import { type Problem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, PersonId } from '#platform/ids.ts';
import { inheritedIn, movePlace, takenIn } from '#slices/programmes/index.ts';

export type CategoryPlace = {
  readonly id: CategoryId;
  readonly code: string;
  readonly name: string;
  readonly edition: { readonly id: EditionId };
};

/** A category with what limits it, by the document of its edition as it is now. */
export type Limited = CategoryPlace & { readonly limits: Limits | undefined };

/** How many entries of somebody's count in each of their categories of an edition: one that may not compete keeps its place, and may come back to it. */
async function ownIn(ctx: Ctx, edition: EditionId, owner: PersonId): Promise<ReadonlyMap<CategoryId, number>> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select(['category_id as category', (e) => e.fn.countAll<string>().as('count')])
    .where('organisation_id', '=', ctx.organisation)
    .where('owner_id', '=', owner)
    .where('edition_id', '=', edition)
    .where('state', 'in', [...standing, 'ineligible'])
    .groupBy('category_id')
    .execute();
  return new Map(rows.map(({ category, count }) => [category, Number(count)]));
}

const nobody: Counted = { all: 0, own: 0 };
const refusal = ({ code, most }: NoRoom, { name }: Pick<CategoryPlace, 'name'>): Problem => problem(code, { category: name, most });

/** Why one more entry of this person would not be taken just now; another one may come before theirs all the same. */
/** `besides`: that are to be sent in before, and are counted as if they were. */
export async function roomFor(
  ctx: Ctx,
  { limits = {}, ...category }: Limited,
  owner: PersonId,
  besides = nobody,
): Promise<NoRoom | undefined> {
  if (limits.each === undefined && limits.all === undefined) return undefined;
  const all = limits.all === undefined ? 0 : ((await takenIn(ctx, category.edition.id)).get(category.code) ?? 0);
  const own = limits.each === undefined ? 0 : ((await ownIn(ctx, category.edition.id, owner)).get(category.id) ?? 0);
  return noRoom(limits, { all: all + besides.all, own: own + besides.own });
}

/** @throws Problem `entries.category-full`, `entries.own-limit-reached` */
export async function requireRoom(ctx: Ctx, category: Limited, owner: PersonId, besides = nobody): Promise<void> {
  const none = await roomFor(ctx, category, owner, besides);
  if (none) throw refusal(none, category);
}

/**
 * Decides for an entry that has just taken its place, `taken` with it: whoever takes one holds the category's counter to the end of the
 * transaction, so everybody before is counted and nobody beside. A refusal gives number and place back.
 * @throws Problem as `requireRoom`
 */
export async function requireRoomAs(ctx: Ctx, taken: number, { limits = {}, ...category }: Limited, owner: PersonId): Promise<void> {
  const own = limits.each === undefined ? 0 : ((await ownIn(ctx, category.edition.id, owner)).get(category.id) ?? 0);
  const none = noRoom(limits, { all: taken - 1, own } satisfies Counted);
  if (none) throw refusal(none, category);
}

/**
 * Decides for an entry that has its place and is to count as another's: nobody takes a place or becomes an owner in its category meanwhile.
 * @throws Problem `entries.own-limit-reached`
 */
export async function requireOwnRoomAs(ctx: Ctx, { limits = {}, ...category }: Limited, owner: PersonId): Promise<void> {
  if (limits.each === undefined) return;
  await movePlace(ctx, category.id, 'freed');
  await movePlace(ctx, category.id, 'taken-again');
  const own = (await ownIn(ctx, category.edition.id, owner)).get(category.id) ?? 0;
  const none = noRoom({ each: limits.each }, { all: 0, own } satisfies Counted);
  if (none) throw refusal(none, category);
}

/** Each of these categories with why this person can begin nothing in it. */
export async function withRoom<C extends Pick<CategoryPlace, 'id' | 'code'>>(
  ctx: Ctx,
  edition: EditionId,
  owner: PersonId,
  categories: readonly C[],
): Promise<(C & { readonly room: NoRoom | undefined })[]> {
  const inherited = await inheritedIn(ctx, edition);
  const limits = (code: string): Limits => inherited(code).limits ?? {};
  const limited = categories.some(({ code }) => Object.keys(limits(code)).length > 0);
  const all = limited ? await takenIn(ctx, edition) : new Map<string, number>();
  const own = limited ? await ownIn(ctx, edition, owner) : new Map<CategoryId, number>();
  return categories.map((category) => {
    const counted = { all: all.get(category.code) ?? 0, own: own.get(category.id) ?? 0 };
    return { ...category, room: noRoom(limits(category.code), counted) };
  });
}
