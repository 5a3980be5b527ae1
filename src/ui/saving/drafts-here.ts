/**
 * What was written and could not be saved is kept in the browser, under the one who wrote it, until it is saved or thrown away; it goes
 * with whoever signs out here. Where a browser keeps nothing, nothing is kept, and the page works as before.
 */
const start = 'plaudit.draft.';

/** What controls held, by their names: text, or the values that were chosen. */
export type Controls = Readonly<Record<string, readonly string[]>>;
/** One field: what it was written over, and since which version that was known. */
export type DraftPart = { readonly version: number; readonly over: string; readonly controls: Controls };
export type DraftHere = { readonly at: number; readonly parts: Readonly<Record<string, DraftPart>> };

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

const named = (of: string): string => `${start}${of}`;

const isText = (value: unknown): value is string => typeof value === 'string';

function isPart(value: unknown): value is DraftPart {
  if (typeof value !== 'object' || value === null) return false;
  const { version, over, controls } = value as Partial<DraftPart>;
  if (typeof version !== 'number' || !isText(over) || typeof controls !== 'object' || controls === null) return false;
  return Object.values(controls).every((values: unknown) => Array.isArray(values) && values.every(isText));
}

/** Undefined where there is none, or none that can be read. */
export function draftHere(of: string): DraftHere | undefined {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(named(of)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('parts' in kept)) return undefined;
    const { at, parts } = kept;
    if (typeof at !== 'number' || typeof parts !== 'object' || parts === null) return undefined;
    return { at, parts: Object.fromEntries(Object.entries(parts).filter(([, part]) => isPart(part))) };
  } catch {
    return undefined;
  }
}

export function keepDraft(of: string, draft: DraftHere): void {
  try {
    if (Object.keys(draft.parts).length === 0) storage()?.removeItem(named(of));
    else storage()?.setItem(named(of), JSON.stringify(draft));
  } catch {
    // Full, or forbidden: what is written stands in the form all the same.
  }
}

/** Of everybody, in this browser. */
export function forgetDrafts(): void {
  const kept = storage();
  for (const key of Object.keys(kept ?? {})) if (key.startsWith(start)) kept?.removeItem(key);
}
