/**
 * Texts of mails with places to be filled in: `{name}`. A text is data and so is what fills it: it is read once, from the left, and
 * what a value holds is never read again. Braces around anything but a known name are refused where the text is written.
 */
import { inert, oneLine } from './inert.ts';

export type Values = Readonly<Record<string, string>>;

/** Where a place stands: lines and columns count from 1, in code points. */
export type Place = { readonly name: string; readonly line: number; readonly column: number };

const places = /\{([^{}\n]{0,60})\}/g;

export function placesIn(text: string): Place[] {
  return [...text.matchAll(places)].map((match) => {
    const before = text.slice(0, match.index).split('\n');
    return { name: match[1] ?? '', line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
  });
}

/** The places nobody would fill, in the order of the text. */
export function unknownPlaces(text: string, known: readonly string[]): Place[] {
  return placesIn(text).filter(({ name }) => !known.includes(name));
}

/** A piece of a filled text: the author's own words, a value, or an address of ours that may be followed. */
export type Piece = { readonly kind: 'words' | 'value' | 'link'; readonly text: string };

/** `links` are places whose value is an address of this installation; every other value is inert. A place without a value stays empty. */
export function fill(text: string, values: Values, links: readonly string[] = []): Piece[] {
  return text.split(places).map((part, i): Piece => {
    if (i % 2 === 0) return { kind: 'words', text: part };
    const value = Object.hasOwn(values, part) ? (values[part] ?? '') : '';
    return links.includes(part) ? { kind: 'link', text: oneLine(value, 2_000) } : { kind: 'value', text: inert(value) };
  });
}

/** A header's text: one line whatever the values hold, at most 200 characters. */
export function fillLine(text: string, values: Values): string {
  return oneLine(
    fill(text, values)
      .map((piece) => piece.text)
      .join(''),
    200,
  );
}

export function plainOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
