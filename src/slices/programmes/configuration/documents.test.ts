import { expect, test } from 'vitest';
import { readYaml, writeYaml } from '#platform/formats/yaml.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import {
  changePart,
  copyEdition,
  createEditionFrom,
  editionById,
  editionDocumentOf,
  editionsCompared,
  previewDocument,
  replaceConfiguration,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const asManager = (season: Season) => season.as(season.manager, { clock: dates.before });

async function editionOf(season: Season, id = season.edition) {
  const edition = await editionById(asManager(season), id);
  if (edition === undefined) throw new Error('no edition');
  return edition;
}
const documentOf = async (season: Season, id = season.edition) => editionDocumentOf(asManager(season), await editionOf(season, id));
const asJson = <T>(value: T) => JSON.parse(JSON.stringify(value)) as Record<string, never>;

test('an edition written as YAML, made anew from it and written again is the same bytes', async () => {
  const season = await aSeason(world);
  const text = writeYaml(await documentOf(season));
  const read = readYaml(text);
  if (!read.ok) throw new Error('not readable');
  const made = await createEditionFrom(asManager(season), {
    programme: season.programme,
    name: '2026 again',
    document: asJson(read.value),
  });
  const again = await documentOf(season, made.edition);
  expect(writeYaml({ ...again, edition: (await documentOf(season)).edition })).toBe(text);
});

test('next year’s edition has every date a year later, and what is changed in it never reaches this year’s', async () => {
  const season = await aSeason(world);
  const before = await documentOf(season);
  const made = await copyEdition(asManager(season), { from: season.edition, name: '2027', years: 1 });
  const copy = await editionOf(season, made.edition);
  expect([copy.published, copy.name, copy.slug]).toEqual([false, '2027', '2027']);
  expect(editionsCompared(before, await documentOf(season, made.edition)).map(({ path }) => path)).toEqual([
    'timeline.entries.closes',
    'timeline.entries.opens',
    'timeline.rounds[judging].closes',
    'timeline.rounds[judging].opens',
  ]);
  const categories = [...before.categories, { code: 'NEW', name: 'New this year', isNew: true }];
  await changePart(asManager(season), { edition: copy.id, version: copy.version, part: 'categories', body: asJson(categories) });
  expect(await documentOf(season)).toEqual(before);
});

test('a document says what it would change before it is applied, and nothing of it is applied when one part is wrong', async () => {
  const season = await aSeason(world);
  const made = await copyEdition(asManager(season), { from: season.edition, name: 'Draft', years: 0 });
  const edition = await editionOf(season, made.edition);
  const now = asJson(await documentOf(season, edition.id));
  const wanted = { ...now, texts: { ...asJson(now.texts), strapline: 'For those who ring' } };
  expect((await previewDocument(asManager(season), edition, wanted)).map(({ path, kind }) => [path, kind])).toEqual([
    ['texts.strapline', 'added'],
  ]);
  const wrong = { ...wanted, sponsors: [], categories: [{ code: 'A', name: 'A', colour: 'red' }], award: { judges: 0 } };
  const replace = (document: object, version: number) =>
    replaceConfiguration(asManager(season), { edition: edition.id, version, document: document as never });
  expect((await refusal(replace(wrong, edition.version))).fields).toEqual([
    'categories.0.colour: editions.unknown-key',
    'sponsors: editions.unknown-key',
    'award.judges: field.out-of-range',
  ]);
  expect(asJson(await documentOf(season, edition.id))).toEqual(now);
  await replace(wanted, edition.version);
  expect(asJson(await documentOf(season, edition.id))).toEqual(wanted);
  expect(await refusal(replace(now, edition.version))).toMatchObject({ code: 'general.stale-version' });
});
