/** What is new to somebody whose form was changed since they knew it. */
import { countEffects, type Touch } from '#core/forms/revisions/effects.ts';
import { namesIn } from '#core/forms/revisions/names.ts';
import type { Ctx } from '#platform/context.ts';
import { formOfCategoryAt } from '#slices/programmes/index.ts';
import { mayEdit } from '../access.ts';
import type { EntryView } from '../views.ts';

export type FormNews = { readonly touches: readonly Touch[]; readonly names: Readonly<Record<string, string>> };

/** Undefined for what is not written any more, once they have seen it or answered all of it, and where nothing of it touches what they wrote. */
export async function formNews(
  ctx: Ctx,
  { edition, category, formSeen, state, form }: Pick<EntryView, 'edition' | 'category' | 'formSeen' | 'state' | 'form'>,
): Promise<FormNews | undefined> {
  if (form === undefined || !mayEdit(state)) return undefined;
  const place = { edition: edition.id, version: edition.version, category: category.code };
  const before = await formOfCategoryAt(ctx, place, formSeen);
  // Read by one mechanism, a form that is the same is the same object.
  if (before === undefined || before.form === form.form) return undefined;
  const touches = countEffects(before.form, form.form).add({ submitted: false, answers: form.answers });
  return touches.length === 0 ? undefined : { touches, names: namesIn([before.form, form.form], form.language) };
}
