/**
 * Everything of entries as one archive, made while it is sent: each entry is read when its turn comes, with the rights whoever asked has
 * then, and a content passes piece by piece. What stays in memory of an entry is its lines in the index.
 */
import { createHash } from 'node:crypto';
import { placesIn, safeName } from '#core/entries/archives/names.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { openContent } from '#platform/files.server.ts';
import { csvText } from '#platform/formats/csv-text.ts';
import { type ZipMember, zipped } from '#platform/formats/streamed/zip-stream.server.ts';
import { wordsFor } from '#words/index.ts';
import { type FileView, isReadable } from '../find.ts';
import { type Printed, printed } from '../receipts/printed.ts';
import { type Receipt, receiptOf } from '../receipts/receipt.ts';
import type { EntryView } from '../views.ts';

/** Why a file is not there: nobody has looked at it yet, something was found in it, or its content is gone. */
export type LeftOut = 'held' | 'refused' | 'gone';

export type ArchivedFile = Pick<FileView, 'id' | 'name' | 'bytes' | 'sha256' | 'field'> & {
  /** Where it lies, below the folder of its entry; undefined for one that is not there. */
  readonly path: string | undefined;
  readonly leftOut: LeftOut | undefined;
};

export type Archived = {
  /** With a stroke at its end. */
  readonly folder: string;
  readonly entry: Omit<Printed, 'at' | 'files'>;
  readonly files: readonly ArchivedFile[];
  /** Whether its receipt lies there too. */
  readonly receipt: boolean;
};

/** One line of the index. */
export type Indexed = Pick<Archived, 'folder'> &
  Pick<Archived['entry'], 'number' | 'title' | 'nominee' | 'state'> & { readonly files: number; readonly leftOut: number };

/** Pages for whoever opens the archive, as text. */
export type Draw = {
  readonly entry: (of: Archived) => string;
  readonly index: (of: readonly Indexed[], title: string) => string;
};

async function* proven(content: AsyncIterable<Uint8Array>, { sha256 }: ArchivedFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  // The manifest is not to say what is not so: an archive that breaks off shows that it did.
  if (hash.digest('hex') !== sha256) throw new Error('a content is not what its hash says');
}

/** The instants of an archive are those of what is in it, so that it is the same until something of that changes. */
async function archived(ctx: Ctx, entry: EntryView): Promise<Archived & { readonly text: Receipt | undefined }> {
  const { at: _now, files: _shown, ...said } = await printed(ctx, entry);
  const place = placesIn('files/');
  const files = entry.files.map((file): ArchivedFile => {
    const { id, name, bytes, sha256, field, state } = file;
    const path = place(name);
    const common = { id, name, bytes, sha256, field };
    if (isReadable(file)) return { ...common, path, leftOut: undefined };
    return { ...common, path: undefined, leftOut: state === 'held' ? 'held' : 'refused' };
  });
  const text = await receiptOf(ctx, entry);
  return { folder: `${safeName(entry.number ?? 'draft')}/`, entry: said, files, receipt: text !== undefined, text };
}

function answersOf(entry: EntryView, files: readonly ArchivedFile[]): string {
  const { id, number, state, title, nominee, body, nomineeKind, nominator, category, chapter, edition, rules, form, submittedAt } = entry;
  const whole = {
    entry: id,
    number,
    state,
    edition: `${edition.programmeSlug}/${edition.slug}`,
    category: category.code,
    chapter,
    title,
    nominee,
    nomineeKind,
    nominator,
    body,
    rules,
    submittedAt: submittedAt?.toISOString() ?? null,
    ...(form && { form: form.key, answers: plainJson(form.answers) }),
    files: files.map(({ name, bytes, sha256, field, path, leftOut }) => ({
      name,
      bytes,
      sha256,
      field,
      path: path ?? null,
      leftOut: leftOut ?? null,
    })),
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(whole)), undefined, 2)}\n`;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What an archive gathers while it is made. */
class Index {
  readonly entries: Indexed[] = [];
  readonly rows: (string | number | null)[][] = [];
  readonly marks: string[] = [];

  /** Words of ours, noted in the manifest. */
  text(name: string, content: string): ZipMember {
    const bytes = Buffer.from(content);
    this.marks.push(`${sha256Of(bytes)}  ${name}\n`);
    return { name, bytes };
  }
}

async function* ofEntry(ctx: Ctx, entry: EntryView, draw: Draw, index: Index): AsyncGenerator<ZipMember> {
  const { text, ...made } = await archived(ctx, entry);
  const { folder } = made;
  const words = wordsFor(ctx.language).archives;
  const files: ArchivedFile[] = [];
  for (const file of made.files) {
    const content = file.path === undefined ? undefined : await openContent(ctx.organisation, file.sha256);
    if (file.path === undefined || content === undefined) {
      files.push({ ...file, path: undefined, leftOut: file.leftOut ?? 'gone' });
      continue;
    }
    files.push(file);
    index.marks.push(`${file.sha256}  ${folder}${file.path}\n`);
    yield { name: `${folder}${file.path}`, content: proven(content, file) };
  }
  yield index.text(`${folder}entry.html`, draw.entry({ ...made, files }));
  yield index.text(`${folder}answers.json`, answersOf(entry, files));
  if (text) yield index.text(`${folder}receipt.json`, text.text);
  const { number, title, nominee, state } = entry;
  const leftOut = files.filter((file) => file.leftOut).length;
  index.entries.push({ folder, number, title, nominee, state, files: files.length - leftOut, leftOut });
  const head = [number, title, nominee, words.states[state], text?.hash ?? ''];
  index.rows.push([...head, `${folder}entry.html`, null, '', '']);
  for (const file of files) {
    const { name, path, bytes, sha256 } = file;
    const note = file.leftOut ? words.leftOut[file.leftOut] : '';
    index.rows.push([...head, path ? `${folder}${path}` : name, bytes, sha256, note]);
  }
}

async function* members(ctx: Ctx, entries: AsyncIterable<EntryView>, title: string, draw: Draw): AsyncGenerator<ZipMember> {
  const index = new Index();
  const words = wordsFor(ctx.language).archives;
  for await (const entry of entries) yield* ofEntry(ctx, entry, draw, index);
  yield index.text('index.html', draw.index(index.entries, title));
  yield index.text('index.csv', csvText(words.head, index.rows));
  // Last, because it is known last; `sha256sum --check` reads it.
  yield { name: 'MANIFEST.sha256', bytes: Buffer.from(index.marks.join('')) };
}

export type Archive = { readonly title: string; readonly entries: AsyncIterable<EntryView> };

export function archiveOf(ctx: Ctx, { entries, title }: Archive, draw: Draw): AsyncGenerator<Uint8Array> {
  return zipped(members(ctx, entries, title, draw));
}
