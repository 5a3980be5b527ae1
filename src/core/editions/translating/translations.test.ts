import { expect, test } from 'vitest';
import { placeName } from '../../languages/translations.ts';
import { partsOfDocument } from '../document.ts';
import { type Part, partShapes, parts } from '../parts.ts';
import { presetKeys } from '../presets/preset.ts';
import { fromPreset } from '../presets/presets.ts';
import { Outdated, textsOf, untranslated, untranslatedIn, withTranslations } from './translations.ts';

const made = () => partsOfDocument(fromPreset('stevie-sales-customer-service', '2027', '2027-03-01'));

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
      const words = new Map(textsOf(two, part).map(({ steps }) => [placeName(steps), `In German: ${steps.at(-1)}`]));
      return [part, partShapes[part].parse(JSON.parse(JSON.stringify(withTranslations(two, part, 'de', words))))];
    }),
  );
  expect(untranslated(said as unknown as typeof two)).toEqual([]);
});

test('every text of a preset that is not a key, a code or an address is found', () => {
  for (const key of presetKeys) {
    const document = partsOfDocument(fromPreset(key, '2027', '2027-03-01'));
    const found = new Set(parts.flatMap((part) => textsOf(document, part).map(({ path }) => `${part}.${path}`)));
    const said = [...JSON.stringify(document.categories).matchAll(/"(?:name|description)":/g)].length;
    expect([...found].filter((path) => path.startsWith('categories.')).length).toBe(said);
  }
});

test('what is translated stays with what it is of when things change places, empty takes it out again, and nothing else changes', () => {
  const of = { ...made(), texts: { ...made().texts, languages: ['en', 'de'] } };
  const [first] = of.categories;
  const name = `${first?.code}.name`;
  const turned = { ...of, categories: of.categories.toReversed() };
  const said = withTranslations(
    turned,
    'categories',
    'de',
    new Map([
      [name, 'Auf Deutsch'],
      ['nowhere.name', 'x'],
    ]),
  ) as typeof of.categories;
  expect(said.at(-1)?.name).toEqual({ en: first?.name, de: 'Auf Deutsch' });
  expect(withTranslations({ ...turned, categories: said }, 'categories', 'de', new Map([[name, '']]))).toEqual(turned.categories);
  expect(untranslatedIn(of, 'categories')).toEqual({ de: textsOf(of, 'categories').length });
});

test('levels are called in other languages without what they are counted by becoming another', () => {
  const levels = [{ level: 'Gold, 1.', atLeast: '9' }];
  const of = { ...made(), award: partShapes.award.parse({ levels }) };
  const award = partShapes.award.parse(withTranslations(of, 'award', 'ar', new Map([['names.Gold, 1.', 'ذهب']])));
  expect([award.levels, award.names]).toEqual([of.award.levels, { 'Gold, 1.': { ar: 'ذهب', en: 'Gold, 1.' } }]);
  expect(withTranslations({ ...of, award }, 'award', 'ar', new Map([['names.Gold, 1.', '']]))).toEqual(of.award);
});

test('a translation is outdated once what it was made from says something else, until it is written anew', () => {
  const nodes = (...names: (string | Record<string, string>)[]) => names.map((name, i) => ({ code: `A${i}`, name }));
  const now = nodes({ en: 'Two', de: 'Eins' }, { en: 'Two', de: 'Zwei' }, { en: 'Same', de: 'Gleich' }, 'No German', {
    en: 'New',
    de: 'Neu',
  });
  const outdated = new Outdated(textsOf({ ...made(), categories: now }, 'categories'), 'de', 'en');
  const earlier = nodes({ en: 'One', de: 'Eins' }, { en: 'One', de: 'Eins' }, { en: 'Same', de: 'Gleich' }, 'No German').toReversed();
  expect([outdated.look(earlier), outdated.look(nodes('One')), [...outdated.places]]).toEqual([true, false, ['A0.name']]);
});
