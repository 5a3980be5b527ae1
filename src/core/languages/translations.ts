/** Which texts of a value may be said in several languages, and which of those are not yet: found by the shape, so that no text is forgotten. */
import { z } from 'zod';
import { inLanguage, type LocalText, longestIn } from './local-text.ts';

type Shape = z.core.$ZodType;
/**
 * Where a text stands, as problems name places: `categories.3.name`. `steps`: the same by what things are called, which stays when they
 * change places. `most`: how long it may be.
 */
export type PlacedText = { readonly path: string; readonly steps: readonly string[]; readonly text: LocalText; readonly most: number };

/** What stands around a shape and changes nothing about where its texts are. */
function inside(shape: Shape): Shape | undefined {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodReadonly) return shape.unwrap();
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodPrefault) return shape.unwrap();
  if (shape instanceof z.ZodPipe) return shape.in;
  if (shape instanceof z.ZodLazy) return shape.unwrap();
  return undefined;
}

type At = { readonly path: string; readonly steps: readonly string[] };

const below = ({ path, steps }: At, name: string | number, step = String(name)): At => ({
  path: path === '' ? String(name) : `${path}.${name}`,
  steps: [...steps, step],
});

/** What a thing in a list is known by; where nothing names it, its place. */
function stepOf(each: unknown, at: number): string {
  if (typeof each !== 'object' || each === null) return String(at);
  const { key, code, mark } = each as { readonly key?: unknown; readonly code?: unknown; readonly mark?: unknown };
  const name = [key, code, mark].find((one) => typeof one === 'string' || typeof one === 'number');
  return name === undefined ? String(at) : `${name}`;
}

/** Every such text in a value that has been read by the shape, in the order of the value. */
export const textsIn = (shape: Shape, value: unknown): readonly PlacedText[] => textsAt(shape, value, { path: '', steps: [] });

function textsAt(shape: Shape, value: unknown, at: At): readonly PlacedText[] {
  if (value === undefined || value === null) return [];
  const most = longestIn(shape);
  if (most !== undefined) return [{ ...at, text: value as LocalText, most }];
  const within = inside(shape);
  if (within) return textsAt(within, value, at);
  if (shape instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((each, i) => textsAt(shape.element, each, below(at, i, stepOf(each, i))));
  if (shape instanceof z.ZodUnion) {
    const fits = shape.options.find((option) => z.safeParse(option, value).success);
    return fits ? textsAt(fits, value, at) : [];
  }
  if (typeof value !== 'object') return [];
  const of =
    shape instanceof z.ZodRecord ? () => shape.valueType : shape instanceof z.ZodObject ? (name: string) => shape.shape[name] : undefined;
  return Object.entries(value).flatMap(([name, each]) => {
    const own = of?.(name);
    return own ? textsAt(own, each, below(at, name)) : [];
  });
}

/** One name of a place: as long as no step has a full stop in it, no two places share one. */
export const placeName = (steps: readonly string[]): string => steps.join('.');

/** What stands at a place of a value that nobody has read by a shape. */
export function valueAt(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    const found = value.findIndex((each, i) => stepOf(each, i) === step);
    return found < 0 ? undefined : valueAt(value[found], rest);
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return valueAt((value as Readonly<Record<string, unknown>>)[step], rest);
}

/** The value with other texts at places, by their names; nothing else changes, and no place is made. */
export function withTexts(value: unknown, said: ReadonlyMap<string, LocalText>, steps: readonly string[] = []): unknown {
  const own = said.get(placeName(steps));
  if (own !== undefined) return own;
  if (Array.isArray(value)) return value.map((each, i) => withTexts(each, said, [...steps, stepOf(each, i)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each, said, [...steps, name])]));
}

/** What a text says in a language by itself; empty where it falls back. One without languages speaks the first alone. */
export function ownWords(text: LocalText, language: string, main: string): string {
  if (typeof text === 'string') return language === main ? text : '';
  return (Object.hasOwn(text, language) ? text[language] : undefined) ?? '';
}

/** The text with other words in a language; empty takes them out. What is left in the first alone needs no language. */
export function translated(text: LocalText, language: string, main: string, words: string): LocalText {
  const all = new Map(Object.entries(typeof text === 'string' ? { [main]: text } : text));
  all.delete(language);
  if (words !== '') all.set(language, words);
  const source = inLanguage(text, main, main);
  return all.size === 0 || (all.size === 1 && all.has(main)) ? source : Object.fromEntries(all);
}

/** The languages, of those there are, in which a text says nothing of its own; one without languages speaks the first alone. */
export function missingLanguages(text: LocalText, languages: readonly string[]): readonly string[] {
  return languages.filter((language, i) => (typeof text === 'string' ? i > 0 : !Object.hasOwn(text, language)));
}
