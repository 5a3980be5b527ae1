/** The acts of a form's page: at once where no entry answers it, and otherwise on its working copy. */
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import type { Form } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import { type FormArgs, type Post, post } from '#http/form.ts';
import { changePart } from '../../configuration/change.ts';
import { changeFormCopy, discardFormCopy } from '../../copies/copies.ts';
import { copyRow } from '../../copies/store.ts';
import { atFields, bothTexts, type Editing, editingOf, editionIn, partActs } from '../part-acts.ts';
import type { Edited, Sent } from '../sent.ts';
import { formEdited, valuesOfTarget } from './form-acts.ts';

/** What is looked at stays so. */
const kept = ({ url }: FormArgs) =>
  Object.fromEntries(
    ['section', 'item', 'see'].flatMap((name) => [[name, url.searchParams.get(name) ?? '']]).filter(([, key]) => key !== ''),
  );

const formKey = ({ params }: FormArgs): string => params.form ?? '';

const valuesIn = (form: Form | undefined, parts: Parts, { values }: FormArgs) =>
  form ? valuesOfTarget(form, values, mainLanguage(parts)) : {};

const atOnce = partActs({
  part: 'forms',
  page: ({ params }) => `forms/${params.form}`,
  change: formEdited,
  values: ({ now, parts }, args) => valuesIn(now[formKey(args)], parts, args),
  keep: kept,
});

const seenCopy = ({ values }: FormArgs): number => Math.max(0, Math.floor(Number(values.copy)) || 0);

const done =
  (saved: string, keep?: Edited['keep']) =>
  ({ version }: { readonly version: number }, args: FormArgs): string => {
    const query = new URLSearchParams({ ...(keep ?? kept(args)), saved, at: String(version) });
    return `/manage/${args.params.programme}/${args.params.edition}/forms/${args.params.form}?${query}`;
  };

/** The forms with the copy, as its sender saw it, in place of the form it is of. */
async function editingCopy(args: FormArgs): Promise<Editing<'forms'>> {
  const editing = await editingOf('forms', args);
  const seen = seenCopy(args);
  const place = { edition: editing.edition.id, form: formKey(args) };
  const row = seen > 0 ? await copyRow(args.visitor.ctx, place, seen) : undefined;
  return row?.ended === null ? { ...editing, now: { ...editing.now, [place.form]: row.form } } : editing;
}

/** What is saved now: the copy if there is one, otherwise the form. */
async function savedNow({ edition, parts }: Editing<'forms'>, args: FormArgs): Promise<Form | undefined> {
  const row = await copyRow(args.visitor.ctx, { edition: edition.id, form: formKey(args) });
  return row?.ended === null ? row.form : parts.forms[formKey(args)];
}

const saveCopy = (saved: string, made: (editing: Editing<'forms'>, args: FormArgs) => Promise<Edited>): Post => ({
  perform: async (ctx, args) => {
    const editing = await editingCopy(args);
    const { body, fieldOf, keep } = await made(editing, args);
    const forms = body as { readonly [form: string]: Sent };
    const input = { edition: editing.edition.id, form: formKey(args), version: seenCopy(args) };
    const sent = JSON.parse(JSON.stringify(forms[formKey(args)] ?? null));
    try {
      return await post(changeFormCopy, { input: () => ({ ...input, body: sent }), done: done(saved, keep) }).perform(ctx, args);
    } catch (error) {
      const now = valuesIn(await savedNow(editing, args), editing.parts, args);
      throw bothTexts(atFields(error, 'forms', fieldOf), now, args.values);
    }
  },
});

const changeCopy = saveCopy('copied', async (editing, args) => formEdited(editing, args));

const undoCopy = saveCopy('resumed', async ({ edition, now }, args) => {
  const form = formKey(args);
  const before = await copyRow(args.visitor.ctx, { edition: edition.id, form }, Math.max(1, Math.floor(Number(args.values.back)) || 1));
  if (!before) throw problem('general.not-found');
  return { body: JSON.parse(JSON.stringify({ ...now, [form]: before.form })) as Sent, fieldOf: (path) => path };
});

/** By what the page that was sent showed: somebody may have begun an entry since, and is told of by a refusal. */
const either = (copy: Post, direct: Post | undefined): Post => ({
  perform: (ctx, args) => (args.values.copy === undefined && direct ? direct : copy).perform(ctx, args),
});

/** Another part of the edition, so it is locked and changed with that. */
const assign: Post = {
  perform: async (ctx, args) => {
    const { edition, now } = await editingOf('categories', args);
    const { node: code = '', version = '' } = args.values;
    if (!now.some((node) => node.code === code))
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'node', code: 'field.required', facts: {} }]);
    const named = now.map((node) => (node.code === code ? { ...node, form: formKey(args) } : node));
    const input = { edition: edition.id, version, part: 'categories' as const, body: JSON.parse(JSON.stringify(named)) };
    const back = `/manage/${args.params.programme}/${args.params.edition}/forms/${args.params.form}?saved=assigned`;
    return post(changePart, { input: () => input, done: () => back }).perform(ctx, args);
  },
};

export const formActs: Readonly<Record<string, Post>> = {
  ...atOnce,
  change: either(changeCopy, atOnce.change),
  undo: either(undoCopy, atOnce.undo),
  assign,
  discard: post(discardFormCopy, {
    input: async (args) => ({ edition: (await editionIn(args)).id, form: formKey(args), version: seenCopy(args) }),
    done: done('discarded', {}),
  }),
};
