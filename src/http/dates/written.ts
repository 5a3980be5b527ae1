/**
 * Fields that hold a date say so beside them, so that what people write in them reaches every door as machines write it: `9 May 2026` as
 * `2026-05-09`. What cannot be read stays as it was written, and is refused where a date is asked for.
 */
import { wordsFor } from '#words/index.ts';
import type { Fields } from '../form.ts';

const dateField = '_date';

/** What turns the texts of one form's fields into what they mean. */
export function datesIn(form: Pick<Fields, 'getAll'>, language: string): (name: string, text: string) => string {
  const { dates } = wordsFor(language);
  const dated = new Set(form.getAll(dateField));
  return (name, text) => (dated.has(name) ? (dates.read(text) ?? text) : text);
}

/** What a form that only looks put into the address. */
export function queryIn(url: URL, language: string): URLSearchParams {
  const read = datesIn(url.searchParams, language);
  return new URLSearchParams([...url.searchParams].map(([name, text]) => [name, read(name, text)]));
}
