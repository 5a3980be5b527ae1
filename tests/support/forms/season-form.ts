/** An edition whose categories are entered by a form, changed as a manager would. */
import type { Form } from '#core/forms/shape.ts';
import { applyFormCopy, changeFormCopy, changePart, editionById } from '#slices/programmes/index.ts';
import { dates, type Season } from '#tests/support/season.ts';

type Body = Parameters<typeof changePart>[1]['body'];
const plain = (value: unknown): Body => JSON.parse(JSON.stringify(value)) as Body;

async function change(season: Season, part: 'forms' | 'categories', body: unknown, clock: Date): Promise<void> {
  const ctx = season.as(season.manager, { clock });
  const edition = await editionById(ctx, season.edition);
  await changePart(ctx, { edition: season.edition, version: edition?.version ?? 0, part, body: plain(body) });
}

/** Another form under that key although entries answer it: by its working copy, in an edition that is unlocked. */
export async function changeAnsweredForm(season: Season, form: Form, copy = 0, clock: Date = dates.whileOpen): Promise<void> {
  const ctx = season.as(season.manager, { clock });
  await changeFormCopy(ctx, { edition: season.edition, form: 'entry', version: copy, body: plain(form) });
  const edition = await editionById(ctx, season.edition);
  await applyFormCopy(ctx, { edition: season.edition, version: edition?.version ?? 0, form: 'entry', copy: copy + 1 });
}

/** The standard categories, both entered by this form. */
export const enterByForm = (season: Season, form: Form): Promise<void> => enterByForms(season, { entry: form }, ['entry', 'entry']);

type More = Readonly<Record<string, unknown>>;

/** The standard categories, each entered by the form of this key, or by one text. `more`: what else they say, by their codes. */
export async function enterByForms(
  season: Season,
  forms: Readonly<Record<string, Form>>,
  [a, b]: readonly [string | undefined, string | undefined],
  more: Readonly<Partial<Record<'A' | 'B', More>>> = {},
): Promise<void> {
  await change(season, 'forms', forms, dates.before);
  const named = [
    { code: 'A', name: 'Team of the year', description: 'People who answer for one thing together.', ...(a && { form: a }), ...more.A },
    { code: 'B', name: 'Innovation of the year', description: 'What a machine now does.', ...(b && { form: b }), ...more.B },
  ];
  await change(season, 'categories', named, dates.before);
}
