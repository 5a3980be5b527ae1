/** The form of an entry: one press saves the words, then the file, then submits, as far as was asked and each at most once. */
import { redirect } from 'react-router';
import { z } from 'zod';
import { nominatorKind, nomineeKind } from '#core/categories/shape.ts';
import { sinceIn, sinceText } from '#core/entries/together.ts';
import { readAnswers } from '#core/forms/answers.ts';
import { controlName, controlOf, isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { ledOn } from '#core/languages/carried.ts';
import { plainLine } from '#core/languages/plain-text.ts';
import { Problem } from '#core/problems/problem.ts';
import type { FormArgs, Values } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { mayEdit } from './access.ts';
import { changesOf } from './answers/writing-answers.ts';
import { addFile, removeFile, takeUpload } from './files.ts';
import type { EntryText } from './schemas.ts';
import { type EntryView, entryForOwner } from './views.ts';
import { saveDraft, submitEntry } from './writing.ts';

const kind = z.enum([...nomineeKind.options, '']).catch('');
const by = z.enum([...nominatorKind.options, '']).catch('');

/** The kinds a form sent; a form that does not ask for them sends none. */
const kindsIn = ({ nomineeKind: nominee, nominator }: Values) => ({
  ...(nominee !== undefined && { nomineeKind: kind.parse(nominee) }),
  ...(nominator !== undefined && { nominator: by.parse(nominator) }),
});

type Sent = EntryText &
  ReturnType<typeof kindsIn> & {
    readonly chapter?: string;
    readonly entry: EntryId;
    readonly version: string;
    readonly controls: Values;
    readonly merge: { readonly since: Record<string, number>; readonly held: string[] };
  };

function sentBy({ values }: FormArgs, entry: EntryView): Sent {
  return { entry: entry.id, ...wordsIn(values) };
}

/** What is said of every entry, and what its form asks. A title is one line, however it was typed. */
export function wordsIn(values: Values): Omit<Sent, 'entry'> {
  const { version = '', title = '', nominee = '', body = '', chapter } = values;
  return {
    version,
    title: plainLine(title),
    nominee: plainLine(nominee),
    body,
    ...kindsIn(values),
    ...(chapter !== undefined && { chapter }),
    controls: controlsIn(values),
    merge: mergeIn(values),
  };
}

/** Where both texts stand in a form without scripts, one is chosen beside them; the other is left alone. */
function mergeIn({ since = '', held = '', ...values }: Values): Sent['merge'] {
  const settled = Object.entries(values).flatMap(([name, taken]) =>
    name.startsWith('settle.') && taken === 'theirs' ? [name.slice('settle.'.length)] : [],
  );
  return { since: sinceIn(since), held: [...held.split(/\s+/).filter((part) => part !== ''), ...settled] };
}

/** Of all a form sent, what belongs to the entry's form. */
function controlsIn(values: Values): Values {
  const start = controlName('');
  return Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(start)));
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The same words that already went in: the press was repeated, or its answer got lost. */
function wentIn(entry: EntryView, sent: Sent): boolean {
  const { form } = entry;
  const texts = form === undefined ? (['title', 'nominee', 'body'] as const) : (['title', 'nominee'] as const);
  const same = texts.every((field) => plain(entry[field]) === plain(sent[field]));
  if (form === undefined || !same) return same;
  const { answers } = readAnswers(form.form, sentAnswers(form.form, sent.controls), form.answers);
  return changesOf(form.form, form.answers, answers).length === 0;
}

type Saved = Pick<Awaited<ReturnType<typeof saveDraft>>, 'theirs' | 'version'>;

/** All of it was saved while it was written, and nobody has written since: what is submitted then says so by its version. */
function isSaved(entry: EntryView, sent: Sent): boolean {
  const { nomineeKind, nominator, chapter, merge } = sent;
  const same = [
    [nomineeKind, entry.nomineeKind],
    [nominator, entry.nominator],
    [chapter, entry.chapter],
  ].every(([now, before]) => now === undefined || now === (before ?? ''));
  return mayEdit(entry.state) && sent.version === String(entry.version) && merge.held.length === 0 && same && wentIn(entry, sent);
}

/**
 * The version guards the words, so they need no key: saving them twice is saving them once. What is refused after this comes back with
 * what it was saved as, so that nobody is held against themselves.
 */
async function saveWords({ visitor, values, moved }: FormArgs, entry: EntryView, sent: Sent): Promise<Saved> {
  if (values.do === 'submit' && isSaved(entry, sent)) return { version: entry.version, theirs: [] };
  const saved = await saveDraft(visitor.ctx, { ...sent, seen: values.do === 'seen' });
  moved.set('since', sinceText({ ...sent.merge.since, ...Object.fromEntries(saved.mine.map((part) => [part, saved.version])) }));
  return saved;
}

/** The controls files come from, each with the field they answer; none for a file beside the entry as a whole. */
function fileControls({ form }: EntryView): readonly { readonly name: string; readonly field?: string }[] {
  const asked = form === undefined ? [] : fieldsOf(form.form).filter(({ field }) => isOfFiles(field));
  return [{ name: 'file' }, ...asked.map(({ field }) => ({ name: controlName(field.key), field: field.key }))];
}

async function changeFiles(ctx: Ctx, { form, values, key }: FormArgs, entry: EntryView): Promise<void> {
  const { remove } = values;
  if (remove) await removeFile({ ...ctx, key: `${key}.${remove}`.slice(0, 128) }, { file: remove });
  for (const { name, field } of fileControls(entry)) {
    for (const file of form.getAll(name)) {
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) continue;
      const upload = await takeUpload(ctx, entry.id, file);
      const beside = { entry: entry.id, ...(field !== undefined && { field }), ...upload };
      await addFile({ ...ctx, key: `${key}.${field ?? ''}.${upload.sha256}`.slice(0, 128) }, beside);
    }
  }
}

/** What is wrong with an answer stands at the control it is mended in. */
function atControls(error: unknown, { form }: EntryView): unknown {
  if (!(error instanceof Problem) || form === undefined) return error;
  const start = controlName('');
  const fields = error.fields.map((one) =>
    one.path.startsWith(start) ? { ...one, path: controlOf(form.form, one.path.slice(start.length)) } : one,
  );
  return new Problem(error.code, error.facts, fields);
}

export async function write(ctx: Ctx, args: FormArgs): Promise<Response> {
  const entry = await entryForOwner(ctx, args.params.entry ?? '');
  const sent = sentBy(args, entry);
  const submits = args.values.do === 'submit';
  const page = (said: string) => redirect(ledOn(`/entries/${entry.id}?${said}`, args.url.search), { status: 303 });
  try {
    const { version, theirs } = await saveWords(args, entry, sent);
    await changeFiles(ctx, args, entry);
    // Nobody submits what they have not read.
    if (theirs.length > 0) return page('merged');
    if (submits) await submitEntry(ctx, { ...sent, version });
  } catch (error) {
    const late = error instanceof Problem && (error.code === 'entries.not-editable' || error.code === 'entries.already-submitted');
    if (submits && late && wentIn(await entryForOwner(ctx, entry.id), sent)) return page('submitted');
    throw atControls(error, entry);
  }
  return page(submits ? 'submitted' : 'saved');
}
