/** Where an entry may be moved to, and what that would do, as its page shows it before it is done; and what can be taken back. */
import { screeningOver } from '#core/entries/mending.ts';
import type { Ctx } from '#platform/context.ts';
import { eligibilityForScreener, type MovePlan, planMove, undoableMove } from '#slices/entries/index.ts';
import { openCategoriesOf, timesOf } from '#slices/programmes/index.ts';
import type { EntryForScreener } from '../views.ts';
import { noMove } from './moving.ts';

type Category = { readonly id: string; readonly code: string; readonly name: string };

/** What would go along, and what the rules there say of it as it would be read there. */
async function planShown(ctx: Ctx, entry: EntryForScreener, target: Category) {
  const { edition, category, rules, form: _form, ...says } = entry;
  const place = { edition: edition.id, editionVersion: edition.version, rulesVersion: rules, categoryCode: category.code };
  const { kept, missing, unasked, restated, stated, names, form }: MovePlan = await planMove(ctx, { ...says, ...place }, target);
  const { id, nominee, files, submittedAt } = entry;
  const entered = { entry: id, nominee, stated, files: files.length, at: submittedAt ?? ctx.now, form };
  const eligibility = await eligibilityForScreener(ctx, { edition, category: target }, entered);
  const kinds = restated.map((part) => ({ part, before: entry[part], after: stated[part] }));
  return { kept: kept.length, missing, unasked, restated: kinds, names, eligibility };
}

/** `to`: the category that is looked at; undefined where nobody can move it. */
export async function movingPage(ctx: Ctx, entry: EntryForScreener, to: string | null) {
  const { id, edition, category } = entry;
  if (!entry.mayChange || entry.verdict || (await noMove(ctx, { entry, edition }))) return undefined;
  const categories: Category[] = (await openCategoriesOf(ctx, edition.id))
    .filter((one) => one.id !== category.id)
    .map(({ id: key, code, name }) => ({ id: key, code, name }));
  const target = categories.find((one) => one.id === to);
  const plan = target && (await planShown(ctx, entry, target));
  return categories.length === 0 ? undefined : { of: id, categories, target, plan };
}

export type MovingPage = NonNullable<Awaited<ReturnType<typeof movingPage>>>;

/** Where it would be again; undefined where no move can be taken back. */
export async function movedBackTo(ctx: Ctx, entry: EntryForScreener): Promise<{ readonly to: string } | undefined> {
  const { edition, verdict, mayChange } = entry;
  if (!mayChange || verdict || screeningOver(timesOf(edition), ctx.now.getTime())) return undefined;
  const move = await undoableMove(ctx, entry);
  return move && { to: move.fromName };
}
