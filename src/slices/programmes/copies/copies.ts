/** The working copy of a form that entries answer: begun and changed, thrown away, and made what the edition asks. */
import { z } from 'zod';
import type { Form, Forms } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { requireUnlocked } from '../configuration/change.ts';
import { partsOf } from '../configuration/read.ts';
import { partFrom } from '../configuration/read-document.ts';
import { requirePossible, saveParts } from '../configuration/save.ts';
import { requireFresh } from '../contents/fresh.ts';
import type { Edition } from '../edition.ts';
import { editionId, version } from '../schemas.ts';
import { lockEdition } from '../store.ts';
import { goesByCopy } from './by-copy.ts';
import * as store from './store.ts';

const formKey = z.string().min(1).max(60);
/** The version of the copy the sender saw; 0 where they saw none. */
const copyVersion = z.coerce.number().int().min(0);

/** The actor is a manager, so a person. */
function manager(ctx: Ctx) {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.not-found');
  return person;
}

async function tellCopy(ctx: Ctx, edition: Edition, kind: string, body: { readonly form: string; readonly version: number }) {
  await tell(ctx, { kind, programme: edition.programme, subject: { kind: 'edition', id: edition.id }, body });
  return { edition: edition.id, ...body };
}

const same = (a: Form, b: Form): boolean => canonicalJson(plainJson(a)) === canonicalJson(plainJson(b));

/** Whoever takes up again what was thrown away goes on with it; otherwise the copy begins anew. */
function begun(ctx: Ctx, last: store.CopyRow | undefined, body: Form): Pick<store.CopyRow, 'begunBy' | 'begunAt'> {
  const goesOn = last && (last.ended === null || (last.ended === 'discarded' && same(last.form, body)));
  return goesOn ? { begunBy: last.begunBy, begunAt: last.begunAt } : { begunBy: manager(ctx), begunAt: ctx.now };
}

/** The copy, begun with this where there was none. Nobody is asked by it, so a locked edition need not be opened. */
export const changeFormCopy = operation('programmes.change-form-copy', {
  input: z.object({ edition: editionId, form: formKey, version: copyVersion, body: z.json() }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { form, version: seen, body }, edition) => {
    const place = { edition: edition.id, form };
    const parts = await partsOf(ctx, edition);
    const [asked, last] = [Object.hasOwn(parts.forms, form) ? parts.forms[form] : undefined, await store.copyRow(ctx, place)];
    if (asked === undefined) throw problem('general.not-found');
    requireFresh({ version: last?.version ?? 0 }, seen);
    if (!(await goesByCopy(ctx, edition.id, parts, form))) throw problem('editions.form-unanswered');
    const { forms = {} } = partFrom('forms', { [form]: body });
    const next = forms[form];
    const now = last?.ended === null ? last.form : asked;
    if (next === undefined || same(next, now)) throw problem('editions.nothing-changed');
    requirePossible({ ...parts, forms: { ...parts.forms, ...forms } satisfies Forms }, edition.zone);
    const row = { version: seen + 1, body: next, ended: null, ...begun(ctx, last, next), by: manager(ctx) };
    await store.insertCopy(ctx, { ...place, ...row });
    return tellCopy(ctx, edition, 'programmes.form-copy-changed', { form, version: seen + 1 });
  },
});

/** The copy as the sender saw it. */
async function openCopy(ctx: Ctx, place: store.CopyPlace, seen: number): Promise<store.CopyRow> {
  const row = await store.copyRow(ctx, place);
  if (row === undefined) throw problem('editions.no-form-copy');
  requireFresh(row, seen);
  if (row.ended !== null) throw problem('editions.no-form-copy');
  return row;
}

async function endCopy(ctx: Ctx, place: store.CopyPlace, row: store.CopyRow, ended: 'discarded' | 'applied'): Promise<void> {
  const { version: last, form: body, begunBy, begunAt } = row;
  await store.insertCopy(ctx, { ...place, version: last + 1, body, ended, begunBy, begunAt, by: manager(ctx) });
}

/** What was in it is kept, so that it can be taken up again. */
export const discardFormCopy = operation('programmes.discard-form-copy', {
  input: z.object({ edition: editionId, form: formKey, version: copyVersion }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { form, version: seen }, edition) => {
    const place = { edition: edition.id, form };
    const row = await openCopy(ctx, place, seen);
    await endCopy(ctx, place, row, 'discarded');
    return tellCopy(ctx, edition, 'programmes.form-copy-discarded', { form, version: row.version + 1 });
  },
});

/** The edition asks by the copy from now on: drafts and what is sent back are written by it, what was sent in is read as it was sent in. */
export const applyFormCopy = operation('programmes.apply-form-copy', {
  input: z.object({ edition: editionId, version, form: formKey, copy: copyVersion }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { form, copy, version: seen }, edition) => {
    const place = { edition: edition.id, form };
    requireFresh(edition, seen);
    requireUnlocked(edition);
    const row = await openCopy(ctx, place, copy);
    const { forms } = await partsOf(ctx, edition);
    const saved = await saveParts(ctx, edition, { forms: { ...forms, [form]: row.form } }, { applied: form });
    await endCopy(ctx, place, row, 'applied');
    await tellCopy(ctx, edition, 'programmes.form-copy-applied', { form, version: row.version + 1 });
    return { edition: edition.id, form, version: saved.version };
  },
});
