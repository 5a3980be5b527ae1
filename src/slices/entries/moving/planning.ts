/** What would become of an entry in another category; for slices that have asked who they are. */
import { type Plan, plannedMove } from '#core/entries/moving.ts';
import type { Answers } from '#core/forms/answer-shapes.ts';
import { controlName } from '#core/forms/controls/sending.ts';
import { namesIn } from '#core/forms/revisions/names.ts';
import { type Form, fieldsOf, groupsOf } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { type CategoryForm, formOfCategory, inheritedIn } from '#slices/programmes/index.ts';
import { answersOf } from '../answers/answers-store.ts';
import { withFiles } from '../answers/files-as-answers.ts';
import { filesOf } from '../find.ts';
import type { Entry } from '../store.ts';

export type MovePlan = Plan & {
  /** What the fields and groups of both forms are called, by the names of their controls. */
  readonly names: Readonly<Record<string, string>>;
  /** What rules there ask it by; undefined for a category of one text. */
  readonly form: { readonly form: Form; readonly answers: Answers } | undefined;
};

type Of = Pick<
  Entry,
  'id' | 'edition' | 'editionVersion' | 'rulesVersion' | 'categoryCode' | 'title' | 'nominee' | 'body' | 'nomineeKind' | 'nominator'
>;

function namesOf(forms: readonly CategoryForm[]): Record<string, string> {
  const names = namesIn(
    forms.map(({ form }) => form),
    forms[0]?.language ?? 'en',
  );
  const keys = forms.flatMap(({ form }) => [
    ...groupsOf(form).map(({ group }) => group.key),
    ...fieldsOf(form).map(({ field }) => field.key),
  ]);
  return Object.fromEntries(keys.map((key) => [controlName(key), names[key] ?? key]));
}

/** By the form it was sent in by, and the one the other category has now. */
export async function planMove(ctx: Ctx, entry: Of, to: { readonly code: string }): Promise<MovePlan> {
  const { edition, editionVersion, rulesVersion } = entry;
  const before = await formOfCategory(ctx, { edition, version: rulesVersion ?? editionVersion, category: entry.categoryCode });
  const after = await formOfCategory(ctx, { edition, version: editionVersion, category: to.code });
  const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
  const files = await filesOf(ctx, entry.id);
  const asked = (of: CategoryForm | undefined) => of && { form: of.form, answers: withFiles(of.form, kept, files) };
  const takes = (await inheritedIn(ctx, edition))(to.code);
  const form = asked(after);
  const plan = plannedMove(entry, asked(before), form, takes);
  return { ...plan, names: namesOf([before, after].filter((one) => one !== undefined)), form };
}
