/** What was written for one category is entered in another as well: a draft of its own that begins with all of it. */
import { z } from 'zod';
import { isOfFiles } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { formOfCategory } from '#slices/programmes/index.ts';
import { ownership } from '../access.ts';
import { answersOf } from '../answers/answers-store.ts';
import { categoryInEdition, filesOf } from '../find.ts';
import { layBeside, withNewIds } from '../reopening/next-version.ts';
import { categoryId, entryId } from '../schemas.ts';
import * as store from '../store.ts';
import { openDraft } from '../writing.ts';

/** A file answers the field it did where that is asked for; else it lies beside the copy as a whole. */
async function copyFiles(ctx: Ctx, from: EntryId, to: store.Entry): Promise<ReadonlyMap<string, string>> {
  const form = await formOfCategory(ctx, { edition: to.edition, version: to.editionVersion, category: to.categoryCode });
  const asked = new Set(form ? fieldsOf(form.form).flatMap(({ field }) => (isOfFiles(field) ? [field.key] : [])) : []);
  const renamed = new Map<string, string>();
  for (const { addedAt: _then, ...file } of await filesOf(ctx, from)) {
    const field = file.field !== null && asked.has(file.field) ? file.field : null;
    renamed.set(file.id, await layBeside(ctx, to.id, { ...file, field }));
  }
  return renamed;
}

/**
 * Both are entries of their own from then on: what is changed in one changes nothing in the other. Every answer comes along; those the other
 * category does not ask for are kept and not shown there.
 */
export const copyEntry = operation('entries.copy-entry', {
  input: z.object({ entry: entryId, category: categoryId }),
  who: ['owner'],
  find: (ctx, input) => store.lockEntry(ctx, input.entry),
  relations: ownership,
  run: async (ctx, { category: to }, entry) => {
    const category = await categoryInEdition(ctx, to);
    if (category?.edition.id !== entry.edition) throw problem('general.not-found');
    const { title, nominee, body, nomineeKind, nominator, chapter } = entry;
    const draft = await openDraft(ctx, category, entry.owner, { chapter });
    const copy = await store.lockEntry(ctx, draft);
    if (copy === undefined) throw problem('general.not-found');
    const renamed = await copyFiles(ctx, entry.id, copy);
    const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
    const changes = Object.entries(withNewIds(kept, renamed));
    await store.markSaved(ctx, copy, { title, nominee, body, nomineeKind, nominator, chapter, changes }, entry.owner);
    return { entry: draft };
  },
});
