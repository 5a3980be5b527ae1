/** Which texts of a value may be said in several languages, and which of those are not yet: found by the shape, so that no text is forgotten. */
import { z } from 'zod';
import { isLocalText, type LocalText } from './local-text.ts';

type Shape = z.core.$ZodType;
/** Where a text stands, as problems name places: `categories.3.name`. */
export type PlacedText = { readonly path: string; readonly text: LocalText };

/** What stands around a shape and changes nothing about where its texts are. */
function inside(shape: Shape): Shape | undefined {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodReadonly) return shape.unwrap();
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodPrefault) return shape.unwrap();
  if (shape instanceof z.ZodPipe) return shape.in;
  if (shape instanceof z.ZodLazy) return shape.unwrap();
  return undefined;
}

const at = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

/** Every such text in a value that has been read by the shape, in the order of the value. */
export function textsIn(shape: Shape, value: unknown, path = ''): readonly PlacedText[] {
  if (value === undefined || value === null) return [];
  if (isLocalText(shape)) return [{ path, text: value as LocalText }];
  const within = inside(shape);
  if (within) return textsIn(within, value, path);
  if (shape instanceof z.ZodArray && Array.isArray(value)) return value.flatMap((each, i) => textsIn(shape.element, each, at(path, i)));
  if (shape instanceof z.ZodUnion) {
    const fits = shape.options.find((option) => z.safeParse(option, value).success);
    return fits ? textsIn(fits, value, path) : [];
  }
  if (typeof value !== 'object') return [];
  const of =
    shape instanceof z.ZodRecord ? () => shape.valueType : shape instanceof z.ZodObject ? (name: string) => shape.shape[name] : undefined;
  return Object.entries(value).flatMap(([name, each]) => {
    const own = of?.(name);
    return own ? textsIn(own, each, at(path, name)) : [];
  });
}

/** The languages, of those there are, in which a text says nothing of its own; one without languages speaks the first alone. */
export function missingLanguages(text: LocalText, languages: readonly string[]): readonly string[] {
  return languages.filter((language, i) => (typeof text === 'string' ? i > 0 : !Object.hasOwn(text, language)));
}
