/** The form an entry in a category is written by, at any version of its edition. */
import { sql } from 'kysely';
import { mainLanguage, type SomeParts } from '#core/editions/parts.ts';
import type { Form } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { type EditionAt, storedParts, storedPartsOf } from '../configuration/read.ts';
import { inheritedBy } from './inherited.ts';

/** `language`: the one everything is written in; `languages`: that one, and the others it may be asked in. */
export type CategoryForm = {
  readonly key: string;
  readonly form: Form;
  readonly language: string;
  readonly languages: readonly string[];
};

export type FormPlace = { readonly edition: EditionId; readonly version: number; readonly category: string };

function formIn(parts: SomeParts, category: string): CategoryForm | undefined {
  const key = parts.categories && inheritedBy(parts.categories).get(category)?.form;
  const form = key === undefined ? undefined : parts.forms?.[key];
  if (key === undefined || form === undefined) return undefined;
  const language = mainLanguage(parts);
  return { key, form, language, languages: parts.texts?.languages ?? [language] };
}

/** By the category's own form or the one it inherits; undefined where none was written: such entries have one text and files. */
export async function formOfCategory(ctx: Ctx, { edition, version, category }: FormPlace): Promise<CategoryForm | undefined> {
  return formIn(await storedParts(ctx, edition, version), category);
}

/** As it was at an instant; undefined too where nothing of the edition has changed since. */
export async function formOfCategoryAt(
  ctx: Ctx,
  { edition, version: now, category }: FormPlace,
  at: Date,
): Promise<CategoryForm | undefined> {
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from edition_parts
     where organisation_id = ${ctx.organisation} and edition_id = ${edition} and saved_at <= ${at}`.execute(ctx.db);
  const version = rows[0]?.version ?? null;
  return version === null || version === now ? undefined : formOfCategory(ctx, { edition, version, category });
}

/** The same of several at once. */
export async function formsOfCategories(ctx: Ctx, editions: readonly EditionAt[]) {
  const parts = await storedPartsOf(ctx, editions);
  return (edition: EditionId, category: string): CategoryForm | undefined => formIn(parts.get(edition) ?? {}, category);
}
