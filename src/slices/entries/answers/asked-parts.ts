/** What of an entry can be asked to be mended, and what of that is still as it was sent in. */
import { partsAsked } from '#core/forms/controls/parts.ts';
import { controlName, isOfFiles } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { formOfCategory } from '#slices/programmes/index.ts';
import type { Entry } from '../store.ts';
import type { EntryView } from '../views.ts';

/** What whoever looks at it may ask to be mended: by the form it was sent in by. */
export async function partsOfEntry(ctx: Ctx, { edition, rulesVersion, editionVersion, categoryCode }: Entry): Promise<readonly string[]> {
  const form = await formOfCategory(ctx, { edition, version: rulesVersion ?? editionVersion, category: categoryCode });
  return partsAsked(form?.form);
}

type Sent = Pick<EntryView, 'id' | 'asked' | 'submittedAt' | 'files' | 'form' | 'title' | 'nominee' | 'body'>;

/** The words of its head as they were sent in. */
async function headSent(ctx: Ctx, { id }: Sent, at: Date) {
  return await ctx.db
    .selectFrom('entry_history')
    .select(['title', 'nominee', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', id)
    .where('saved_at', '<=', at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function answeredSince(ctx: Ctx, { id }: Sent, at: Date): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('entry_answers')
    .select('field')
    .distinct()
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', id)
    .where('saved_at', '>', at)
    .execute();
  return new Set(rows.map(({ field }) => controlName(field)));
}

/** Of all that was asked, what nothing was changed of since it was sent in. */
export async function stillAsked(ctx: Ctx, entry: Sent): Promise<readonly string[]> {
  const { asked, submittedAt: at, files, form } = entry;
  if (asked.length === 0 || at === null) return [];
  const head = await headSent(ctx, entry, at);
  const answered = await answeredSince(ctx, entry, at);
  const ofFiles = new Set(form ? fieldsOf(form.form).flatMap(({ field }) => (isOfFiles(field) ? [controlName(field.key)] : [])) : ['file']);
  const added = new Set(files.filter(({ addedAt }) => addedAt > at).map(({ field }) => (field === null ? 'file' : controlName(field))));
  return asked.filter((part) => {
    if (ofFiles.has(part)) return !added.has(part);
    if (part === 'title' || part === 'nominee' || part === 'body') return head === undefined || head[part] === entry[part];
    return !answered.has(part);
  });
}
