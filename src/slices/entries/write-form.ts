/** The form of an entry: one press saves the words, then the file, then submits, as far as was asked and each at most once. */
import { redirect } from 'react-router';
import { Problem } from '#core/problems/problem.ts';
import type { FormArgs } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { addFile, removeFile, takeUpload } from './files.ts';
import type { EntryText } from './schemas.ts';
import { type EntryView, entryForOwner } from './views.ts';
import { saveDraft, submitEntry } from './writing.ts';

type Sent = EntryText & { readonly entry: EntryId; readonly version: string };

function sentBy({ values }: FormArgs, entry: EntryView): Sent {
  const { version = '', title = '', nominee = '', body = '' } = values;
  return { entry: entry.id, version, title, nominee, body };
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The same words that already went in: the press was repeated, or its answer got lost. */
function wentIn(entry: EntryView, sent: Sent): boolean {
  return (['title', 'nominee', 'body'] as const).every((field) => plain(entry[field]) === plain(sent[field]));
}

/** The version guards the words, so they need no key: saving them twice is saving them once. */
async function saveWords({ visitor }: FormArgs, sent: Sent): Promise<number> {
  return (await saveDraft(visitor.ctx, sent)).version;
}

async function changeFiles(ctx: Ctx, { form, values, key }: FormArgs, entry: EntryId): Promise<void> {
  const { remove } = values;
  if (remove) await removeFile({ ...ctx, key: `${key}.${remove}`.slice(0, 128) }, { file: remove });
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return;
  const upload = await takeUpload(ctx, entry, file);
  await addFile({ ...ctx, key: `${key}.${upload.sha256}`.slice(0, 128) }, { entry, ...upload });
}

export async function write(ctx: Ctx, args: FormArgs): Promise<Response> {
  const entry = await entryForOwner(ctx, args.params.entry ?? '');
  const sent = sentBy(args, entry);
  const submits = args.values.do === 'submit';
  const page = (said: string) => redirect(`/entries/${entry.id}?${said}`, { status: 303 });
  try {
    const version = await saveWords(args, sent);
    await changeFiles(ctx, args, entry.id);
    if (submits) await submitEntry(ctx, { ...sent, version });
  } catch (error) {
    const late = error instanceof Problem && (error.code === 'entries.not-editable' || error.code === 'entries.already-submitted');
    if (submits && late && wentIn(await entryForOwner(ctx, entry.id), sent)) return page('submitted');
    throw error;
  }
  return page(submits ? 'submitted' : 'saved');
}
