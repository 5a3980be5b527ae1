/** A file somebody sent in by a page: the edition it describes, or its faults in the reader's language. */
import type { EditionDocument } from '#core/editions/document.ts';
import { wordsFor } from '#words/index.ts';
import { readEditionFile } from './document-file.ts';
import type { createEditionFrom } from './documents.ts';

type FaultLine = { readonly row: number; readonly path: string; readonly text: string };
type Found = { readonly ok: true; readonly document: EditionDocument } | { readonly ok: false; readonly faults: readonly FaultLine[] };

export function foundIn(text: string, zone: string, language: string): Found {
  const read = readEditionFile(text, zone);
  if (read.ok) return read;
  const { problems } = wordsFor(language);
  return { ok: false, faults: read.faults.map(({ row, path, code, facts }) => ({ row, path, text: problems[code].detail(facts) })) };
}

type Sent = Parameters<typeof createEditionFrom>[1]['document'];

/** What was sent on from looking at it; broken on the way, it is no document at all. */
export function parsed(text: string): Sent {
  try {
    return JSON.parse(text) as Sent;
  } catch {
    return null;
  }
}
