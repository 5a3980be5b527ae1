import { expect, test } from 'vitest';
import { textsIn } from '../languages/translations.ts';
import { partsOfDocument } from './document.ts';
import { type Part, partShapes, parts } from './parts.ts';
import { presetKeys } from './presets/preset.ts';
import { fromPreset } from './presets/presets.ts';
import { untranslated } from './translations.ts';

const made = () => partsOfDocument(fromPreset('stevie-sales-customer-service', '2027', '2027-03-01'));

/** Every text of a preset made to say something in a second language by its place alone, which is how the walk is held against the document. */
function everywhere(value: unknown, places: ReadonlySet<string>, path = ''): unknown {
  if (places.has(path)) return typeof value === 'string' ? { en: value, de: value } : { ...(value as object), de: 'x' };
  if (typeof value !== 'object' || value === null) return value;
  const next = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((each, i) => everywhere(each, places, next(String(i))));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everywhere(each, places, next(name))]));
}

test('in one language nothing is missing; in two, what says nothing in the second, at its place; nothing once all is said', () => {
  const one = made();
  expect(untranslated(one)).toEqual([]);
  const two = { ...one, texts: { ...one.texts, languages: ['en', 'de'] } };
  const missing = untranslated(two);
  expect(missing.filter(({ part, path }) => part === 'categories' && path === '0.name')).toEqual([
    { part: 'categories', path: '0.name', languages: ['de'] },
  ]);
  expect(missing.length).toBeGreaterThan(40);
  const said = Object.fromEntries(
    parts.map((part: Part) => {
      const places = new Set(missing.filter((each) => each.part === part).map(({ path }) => path));
      return [part, partShapes[part].parse(everywhere(JSON.parse(JSON.stringify(two[part])), places))];
    }),
  );
  expect(untranslated(said as unknown as typeof two)).toEqual([]);
});

test('every text of a preset that is not a key, a code or an address is found', () => {
  for (const key of presetKeys) {
    const document = partsOfDocument(fromPreset(key, '2027', '2027-03-01'));
    const found = new Set(parts.flatMap((part) => textsIn(partShapes[part], document[part]).map(({ path }) => `${part}.${path}`)));
    const said = [...JSON.stringify(document.categories).matchAll(/"(?:name|description)":/g)].length;
    expect([...found].filter((path) => path.startsWith('categories.')).length).toBe(said);
  }
});
