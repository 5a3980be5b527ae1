/** One cell of a list as the text it holds, or why it cannot be taken. */
import { lengthOf, plainLine } from '../languages/plain-text.ts';
import type { Refusal } from '../problems/refusal.ts';
import { unsafeIn } from '../problems/visible.ts';

type Read = { readonly ok: true; readonly texts: readonly string[] } | { readonly ok: false; readonly refusal: Refusal };

/** What a spreadsheet would compute was written with an apostrophe before it; it is words, and is kept as words. */
const guarded = /^'(?=[=+\-@])/;

const refused = (code: Refusal['code'], facts: Refusal['facts'] = {}): Read => ({ ok: false, refusal: { code, facts } });

function textIn(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : undefined;
}

/**
 * The texts a cell holds: one, or several where it is a list of texts (JSON), or where `separator` parts it. Composed, of one line;
 * refused are other kinds of values, controls and changes of direction, halves of characters, and more than `most` characters.
 */
export function readCell(value: unknown, most: number, separator = ''): Read {
  const written = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const each of written) {
    const text = textIn(each);
    if (text === undefined) return refused('winners.not-text');
    if (!text.isWellFormed()) return refused('winners.unsafe-text', { character: 'U+FFFD' });
    const line = plainLine(
      text
        .replaceAll(/[\r\n\t]+/g, ' ')
        .replace(/^\s*/, '')
        .replace(guarded, ''),
    );
    const unsafe = unsafeIn(text.replaceAll(/[\r\n\t]/g, ' '));
    if (unsafe !== undefined) return refused('winners.unsafe-text', { character: unsafe });
    const parts = separator === '' ? [line] : line.split(separator).map((part) => part.trim());
    texts.push(...parts);
  }
  const kept = texts.length > 1 ? texts.filter((text) => text !== '') : texts;
  const long = kept.find((text) => lengthOf(text) > most);
  if (long !== undefined) return refused('winners.too-long', { most, length: lengthOf(long) });
  return { ok: true, texts: kept.length === 0 ? [''] : kept };
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'joint', 'shared', 'tie', 'tied']);
const no = new Set(['', 'no', 'n', 'false', '0', '-']);

/** Undefined for what says neither. */
export function readYes(text: string): boolean | undefined {
  const said = text.toLowerCase();
  return yes.has(said) ? true : no.has(said) ? false : undefined;
}
