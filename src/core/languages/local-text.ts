/** A text that a programme says in one language or in several: what organisers write, never a sentence of the product. */
import { z } from 'zod';
import { plainText } from './plain-text.ts';

/** A language as BCP 47 writes it, as far as texts are told apart: language, then script and region if they matter (`pt-BR`). */
const tag = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;
export const languageTag = z.string().regex(tag, { error: 'not-a-language' });

/** Keys in one order, whatever order they were written or stored in: what is written again is the same. */
export function inKeyOrder<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

const shapes = new WeakMap<object, number>();

const saying = (most: number) => z.string().overwrite(plainText).min(1).max(most);

/** The shape of such a text, each language at most so long (in UTF-16 units). A map names at least one language. */
export function localTextUpTo(most: number) {
  const text = saying(most);
  const byLanguage = z
    .record(languageTag, text)
    .refine((map) => Object.keys(map).length > 0, { error: 'no-language' })
    .overwrite(inKeyOrder);
  const shape = z.union([text, byLanguage]);
  shapes.set(shape, most);
  return shape;
}

/** How long each language of a text of this shape may be; undefined for the shape of anything else. */
export const longestIn = (shape: object): number | undefined => shapes.get(shape);

export const localText = localTextUpTo(20_000);

/** One text, or one per language. */
export type LocalText = z.output<typeof localText>;

const withoutRegion = (language: string): string => language.slice(0, Math.max(language.indexOf('-'), 0)) || language;

/**
 * The text in a language, else in its base (`pt` for `pt-BR`), else in the fallback (the programme's language), else in its base,
 * else in the first there is, by name of the language. A text without languages is the same in all.
 */
export function inLanguage(text: LocalText, language: string, fallback: string): string {
  return typeof text === 'string' ? text : (text[languageSaid(text, language, fallback)] ?? '');
}

/** In which language `inLanguage` finds the text. One without languages was written in the fallback, as everything is at first. */
export function languageSaid(text: LocalText, language: string, fallback: string): string {
  if (typeof text === 'string') return fallback;
  const wanted = [language, withoutRegion(language), fallback, withoutRegion(fallback)].find((one) => Object.hasOwn(text, one));
  return wanted ?? Object.keys(text)[0] ?? fallback;
}

/** Of the languages there are, the one that was asked for, else in its base, else the first: whatever was asked, however it was written. */
export function chosenLanguage(languages: readonly string[], asked: string | undefined): string {
  const wanted = (asked ?? '').toLowerCase();
  const of = (tag: string) => languages.find((each) => each.toLowerCase() === tag);
  return of(wanted) ?? of(withoutRegion(wanted)) ?? languages[0] ?? 'en';
}

export const sameLanguage = (a: string, b: string): boolean => withoutRegion(a) === withoutRegion(b);

/** ISO 639 and ISO 15924 codes of what is read from the right. */
const fromRight = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ku', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const scriptsFromRight = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', script = ''] = language.split('-');
  return scriptsFromRight.has(script) || (script.length !== 4 && fromRight.has(base)) ? 'rtl' : 'ltr';
}

/** The languages a text has words for; none if it is the same in all. */
export function languagesOf(text: LocalText): string[] {
  return typeof text === 'string' ? [] : Object.keys(text);
}
