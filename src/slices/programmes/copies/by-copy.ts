/** Which forms are changed by a working copy, and not at once. */
import { placed } from '#core/categories/tree.ts';
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { type Form, formShape } from '#core/forms/shape.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { placeName, textsIn, withTexts } from '#core/languages/translations.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { entriesAnswering } from './entries.ts';
import { copyRow } from './store.ts';

/** The categories entered by a form, retired ones too: their entries answer it. */
export function categoriesOfForm({ categories }: Pick<Parts, 'categories'>, form: string): string[] {
  return placed(categories)
    .filter(({ inherited }) => inherited.form === form)
    .map(({ node }) => node.code);
}

/** Whether entries answer a form, or a copy of it has been begun: then nothing of it is changed at once. */
export async function goesByCopy(ctx: Ctx, edition: EditionId, parts: Parts, form: string): Promise<boolean> {
  const copy = await copyRow(ctx, { edition, form });
  if (copy && copy.ended === null) return true;
  const categories = categoriesOfForm(parts, form);
  return categories.length > 0 && (await entriesAnswering().any(ctx, { edition, categories }));
}

const same = (a: object | undefined, b: object | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(plainJson(a)) === canonicalJson(plainJson(b)));

/** Whether all that differs is what a form says in other languages: nobody is asked anything else. */
function isTranslated(form: Form, wanted: Form | undefined, main: string): boolean {
  const asked = (of: Form) => {
    const said = textsIn(formShape, of).map(({ steps, text }) => [placeName(steps), inLanguage(text, main, main)] as const);
    return withTexts(of, new Map(said)) as object;
  };
  return wanted !== undefined && same(asked(form), asked(wanted));
}

/**
 * `applied`: the form whose copy is being applied.
 * @throws Problem `editions.form-answered` with each form that entries answer and that would be changed or taken away at once
 */
export async function requireByCopy(ctx: Ctx, edition: EditionId, now: Parts, next: Parts, applied: string | undefined): Promise<void> {
  const found: FieldProblem[] = [];
  for (const [key, form] of Object.entries(now.forms)) {
    const wanted = Object.hasOwn(next.forms, key) ? next.forms[key] : undefined;
    if (key === applied || same(form, wanted) || !(await goesByCopy(ctx, edition, now, key))) continue;
    const copy = isTranslated(form, wanted, mainLanguage(now)) ? await copyRow(ctx, { edition, form: key }) : { ended: null };
    // A copy that is being written does not know the translation, and would take it away again.
    if (!copy || copy.ended !== null) continue;
    const facts = { form: inLanguage(form.title, mainLanguage(now), mainLanguage(now)) };
    found.push({ path: `forms.${key}`, code: 'editions.form-answered', facts });
  }
  const [first] = found;
  if (first) throw problem('editions.form-answered', first.facts, found);
}
