/**
 * Where one window writes an entry others may write too. Of each field it knows what was saved when it last looked, and at which version: what
 * others change comes into the form by itself where nothing was written here, and where both wrote, both texts stand there until one is
 * chosen. What is not saved is kept in the browser.
 */
import { partOf, sinceIn, sinceText } from '#core/entries/together.ts';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { controlsOf, putBack, type ReadDate, savedTexts, type Texts, writtenTexts } from '#slices/entries/parts/together/texts.ts';
import { type DraftPart, draftHere, keepDraft } from '#ui/saving/drafts-here.ts';
import type { Answered } from '#ui/saving/use-autosave.ts';

export type DeskState = {
  /** Fields with two texts, each with who saved the other and when; '' where only the browser knows. */
  readonly both: ReadonlyMap<string, string>;
  /** How often a field was drawn anew with what is saved. */
  readonly redrawn: ReadonlyMap<string, number>;
  /** What was put back from the browser. */
  readonly recovered: readonly string[];
};

type Known = { readonly version: number; readonly text: string | undefined };

export type DeskOptions = {
  readonly entry: EntryPage;
  readonly form: HTMLFormElement;
  readonly readDate: ReadDate;
  /** What the page was drawn with, where a save was refused: nothing is known of what was saved then. */
  readonly refused: { readonly values: Readonly<Record<string, string>>; readonly both: ReadonlyMap<string, string> } | undefined;
  readonly tell: (state: DeskState) => void;
  /** Asks for the entry as it is saved now. */
  readonly look: () => void;
};

function firstKnown({ entry, refused }: DeskOptions): Map<string, Known> {
  const saved = savedTexts(entry);
  if (refused === undefined) return new Map([...saved].map(([part, text]) => [part, { version: entry.version, text }]));
  const since = sinceIn(refused.values.since ?? '');
  const version = Number(refused.values.version) || entry.version;
  return new Map([...saved.keys()].map((part) => [part, { version: since[part] ?? version, text: undefined }]));
}

/** The fields a refused save names, each with the sentence about it. */
function refusedParts(read: Answered['read']): [string, string][] {
  const errors = read('errors');
  if (read('code') !== 'entries.written-by-two' || !Array.isArray(errors)) return [];
  return errors.flatMap((one: { readonly pointer?: unknown; readonly detail?: unknown }) =>
    typeof one.pointer === 'string'
      ? [[partOf(one.pointer.slice(2).replaceAll('/', '.')), typeof one.detail === 'string' ? one.detail : ''] as [string, string]]
      : [],
  );
}

const listIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** The desk as it is now. */
type Now = Omit<DeskOptions, 'entry'> & {
  entry: EntryPage;
  recovered: readonly string[];
  readonly known: Map<string, Known>;
  readonly both: Map<string, string>;
  readonly redrawn: Map<string, number>;
  /** Whether what the browser kept was looked at: until then nothing takes its place. */
  looked: boolean;
  /** What its drafts are kept under. */
  readonly place: string;
};

const written = ({ entry, form, readDate }: Now): Texts => writtenTexts(entry, form, readDate);
const savedIn = ({ entry }: Now, part: string): string => savedTexts(entry).get(part) ?? '';
const told = ({ tell, both, redrawn, recovered }: Now): void =>
  tell({ both: new Map(both), redrawn: new Map(redrawn), recovered: [...recovered] });
const stir = ({ form }: Now) => form.dispatchEvent(new Event('input', { bubbles: true }));

/** What the form builds on goes out with it. */
function carry({ form, known, both }: Now): void {
  const version = Math.max(...[...known.values()].map((one) => one.version));
  const behind = [...known].filter(([, one]) => one.version !== version).map(([part, one]) => [part, one.version] as const);
  const fields = { version: String(version), since: sinceText(Object.fromEntries(behind)), held: [...both.keys()].join(' ') };
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

/** What stands in the form and is not saved. */
function unsaved(now: Now): [string, DraftPart][] {
  const saved = savedTexts(now.entry);
  return [...written(now)].flatMap(([part, text]): [string, DraftPart][] => {
    const { version, text: over = saved.get(part) ?? '' } = now.known.get(part) ?? { version: now.entry.version, text: undefined };
    return text === over ? [] : [[part, { version, over, controls: controlsOf(now.form, part) }]];
  });
}

function keep(now: Now): void {
  if (now.looked) keepDraft(now.place, { at: Date.now(), parts: Object.fromEntries(unsaved(now)) });
}

/** What is saved stands in the form, drawn anew. */
function draw(now: Now, part: string): void {
  now.known.set(part, { version: now.entry.version, text: savedIn(now, part) });
  now.both.delete(part);
  now.redrawn.set(part, (now.redrawn.get(part) ?? 0) + 1);
}

function heardSaved({ known, look }: Now, read: Answered['read'], sent: Texts, held: ReadonlySet<string>): void {
  const version = Number(read('version'));
  const theirs = new Set(listIn(read('theirs')));
  for (const [part, text] of sent) if (!held.has(part) && !theirs.has(part)) known.set(part, { version, text });
  for (const part of known.keys()) if (!sent.has(part)) known.set(part, { version, text: known.get(part)?.text });
  if (theirs.size > 0) look();
}

function heardBoth(now: Now, parts: readonly [string, string][]): void {
  for (const [part, sentence] of parts) now.both.set(part, sentence);
  now.look();
  if (unsaved(now).some(([part]) => !now.both.has(part))) setTimeout(() => stir(now));
}

/** The entry as it is saved: what was not touched here follows it. */
function adopt(now: Now, entry: EntryPage): void {
  if (entry.version < now.entry.version) return;
  now.entry = entry;
  const here = written(now);
  for (const [part, text] of savedTexts(entry)) {
    const before = now.known.get(part);
    if (before !== undefined && before.version > entry.version) continue;
    const stands = here.get(part);
    if (before?.text === text || stands === undefined || stands === text) {
      now.known.set(part, { version: entry.version, text });
      if (stands === text) now.both.delete(part);
    } else if (!now.both.has(part) && stands === before?.text) draw(now, part);
  }
}

/** Puts back what the browser kept: what nobody changed since goes on being saved, else both texts are shown. */
function recover(now: Now): void {
  now.looked = true;
  const draft = now.refused === undefined ? draftHere(now.place) : undefined;
  if (draft === undefined) return;
  const saved = savedTexts(now.entry);
  for (const [part, { version, over, controls }] of Object.entries(draft.parts)) {
    if (!saved.has(part)) continue;
    putBack(now.form, controls);
    if (written(now).get(part) === saved.get(part)) continue;
    if (over !== saved.get(part)) {
      now.known.set(part, { version: Math.min(version, now.entry.version), text: over });
      now.both.set(part, '');
    }
    now.recovered = [...now.recovered, part];
  }
}

function mix(now: Now, name: string, theirs: string): void {
  const field = now.form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const oneLine = field instanceof HTMLInputElement || field.classList.contains('area--line');
  field.value = [field.value, theirs].filter((text) => text !== '').join(oneLine ? ' ' : '\n\n');
  keep(now);
  stir(now);
  field.focus();
}

export type Desk = {
  /** Before a save goes out; what it gives hears the answer. */
  readonly follow: () => (answer: Answered) => boolean;
  readonly adopt: (entry: EntryPage) => void;
  readonly recover: () => void;
  /** Of two texts, what stands in the form. */
  readonly keepMine: (part: string) => void;
  /** Of two texts, what is saved. */
  readonly takeTheirs: (parts: readonly string[]) => void;
  /** Both into the field, one below the other, to be made one. */
  readonly mix: (part: string, theirs: string) => void;
  readonly keep: () => void;
};

export function openDesk(options: DeskOptions): Desk {
  const { entry, refused } = options;
  const started = { recovered: [], known: firstKnown(options), both: new Map(refused?.both), redrawn: new Map<string, number>() };
  const now: Now = { ...options, ...started, looked: false, place: `${entry.me}.${entry.id}` };
  const settled = () => {
    carry(now);
    told(now);
  };
  return {
    follow: () => {
      carry(now);
      const [sent, held] = [written(now), new Set(now.both.keys())];
      return ({ status, read }) => {
        const parts = refusedParts(read);
        if (status < 300 && typeof read('version') === 'number') heardSaved(now, read, sent, held);
        else if (parts.length > 0) heardBoth(now, parts);
        keep(now);
        settled();
        return parts.length > 0;
      };
    },
    adopt: (saved) => {
      adopt(now, saved);
      keep(now);
      settled();
    },
    recover: () => {
      recover(now);
      keep(now);
      settled();
      if (now.recovered.length > 0) stir(now);
    },
    keepMine: (part) => {
      now.known.set(part, { version: now.entry.version, text: savedIn(now, part) });
      now.both.delete(part);
      settled();
      stir(now);
    },
    takeTheirs: (parts) => {
      for (const part of parts) draw(now, part);
      now.recovered = now.recovered.filter((part) => !parts.includes(part));
      settled();
      setTimeout(() => {
        keep(now);
        stir(now);
      });
    },
    mix: (part, theirs) => mix(now, part, theirs),
    keep: () => keep(now),
  };
}
