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

const saying = (most: number) => z.string().overwrite(plainText).min(1).max(most);

/** The shape of such a text, each language at most so long (in UTF-16 units). A map names at least one language. */
export function localTextUpTo(most: number) {
  const text = saying(most);
  const byLanguage = z
    .record(languageTag, text)
    .refine((map) => Object.keys(map).length > 0, { error: 'no-language' })
    .overwrite(inKeyOrder);
  return z.union([text, byLanguage]);
}

export const localText = localTextUpTo(20_000);

/** One text, or one per language. */
export type LocalText = z.output<typeof localText>;

const withoutRegion = (language: string): string => language.slice(0, Math.max(language.indexOf('-'), 0)) || language;

/**
 * The text in a language, else in its base (`pt` for `pt-BR`), else in the fallback (the programme's language), else in its base,
 * else in the first there is, by name of the language. A text without languages is the same in all.
 */
export function inLanguage(text: LocalText, language: string, fallback: string): string {
  if (typeof text === 'string') return text;
  const wanted = [language, withoutRegion(language), fallback, withoutRegion(fallback)].find((one) => Object.hasOwn(text, one));
  return (wanted === undefined ? Object.values(text)[0] : text[wanted]) ?? '';
}

/** The languages a text has words for; none if it is the same in all. */
export function languagesOf(text: LocalText): string[] {
  return typeof text === 'string' ? [] : Object.keys(text);
}
