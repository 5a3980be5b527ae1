import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Part } from '#core/editions/parts.ts';
import type { EditionId } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import {
  categoriesOf,
  changeCategory,
  changeEditionDates,
  changePart,
  closeEntries,
  editionById,
  lockConfiguration,
  openCategoriesOf,
  partsOf,
  unlockConfiguration,
} from '../index.ts';
import { storedPartsOf } from './read.ts';

type Json = z.output<ReturnType<typeof z.json>>;

const database = await testDatabase();
const world = await foundedWorld(database);

const asManager = (season: Season, clock: Date = dates.before) => season.as(season.manager, { clock });

async function editionOf(season: Season) {
  const edition = await editionById(asManager(season), season.edition);
  if (edition === undefined) throw new Error('no edition');
  return edition;
}
const versionOf = async (season: Season) => (await editionOf(season)).version;
const made = async (season: Season, version?: number) => partsOf(asManager(season), await editionOf(season), version);

async function change(season: Season, part: Part, body: Json, clock?: Date) {
  return changePart(asManager(season, clock), { edition: season.edition, version: await versionOf(season), part, body });
}

async function unlocked(): Promise<Season> {
  const season = await aSeason(world);
  const input = { edition: season.edition, version: await versionOf(season), because: 'The board asked for another tree.' };
  await unlockConfiguration(asManager(season), input);
  return season;
}

const tree = [
  { code: 'H', name: 'Handbells' },
  { code: 'H1', in: 'H', name: 'Crews', description: 'Those who ring together.' },
  { code: 'H2', in: 'H', name: 'People', retired: true },
];

test('an edition from before there were parts is read from its rows: categories, and dates as its wall clock shows them', async () => {
  const season = await aSeason(world);
  const { categories, timeline } = await made(season);
  expect(categories.map(({ code }) => code)).toEqual((await categoriesOf(asManager(season), season.edition)).map(({ code }) => code));
  expect(timeline.rounds.length).toBe(1);
});

test('a tree of categories becomes one category an entry can be in for each leaf, called by all it stands in', async () => {
  const season = await unlocked();
  await change(season, 'categories', tree);
  const rows = await categoriesOf(asManager(season), season.edition);
  expect(rows.map(({ code, name, description }) => [code, name, description])).toEqual([
    ['H1', 'Handbells – Crews', 'Those who ring together.'],
    ['H2', 'Handbells – People', ''],
  ]);
  expect((await openCategoriesOf(asManager(season), season.edition)).map(({ code }) => code)).toEqual(['H1']);
});

test('a published edition is locked: nothing changes until somebody says why, and not after it is locked again', async () => {
  const season = await aSeason(world);
  expect(await refusal(change(season, 'categories', tree))).toMatchObject({ code: 'editions.locked' });
  const at = async () => ({ edition: season.edition, version: await versionOf(season) });
  expect(await refusal(unlockConfiguration(asManager(season), { ...(await at()), because: 'why not' }))).toMatchObject({
    fields: ['because: field.too-short'],
  });
  await unlockConfiguration(asManager(season), { ...(await at()), because: 'A category was forgotten.' });
  await change(season, 'texts', { strapline: 'For those who ring' });
  await lockConfiguration(asManager(season), await at());
  expect(await refusal(change(season, 'categories', tree))).toMatchObject({ code: 'editions.locked' });
  expect(await refusal(lockConfiguration(asManager(season), await at()))).toMatchObject({ code: 'editions.not-locked' });
});

test('what does not fit together is refused whole, each fault at its place, and nothing is written', async () => {
  const season = await unlocked();
  const before = await made(season);
  const wrong = [
    { code: 'A', in: 'B', name: 'a', sponsor: 'nobody' },
    { code: 'B', in: 'A', name: 'b' },
  ];
  expect((await refusal(change(season, 'categories', wrong))).fields).toEqual([
    'categories.0.in: editions.category-ring',
    'categories.0.sponsor: editions.names-nothing',
  ]);
  expect((await refusal(change(season, 'categories', [{ code: 'lower', name: '' }]))).fields).toEqual([
    'categories.0.code: field.invalid',
    'categories.0.name: field.required',
  ]);
  expect(await made(season)).toEqual(before);
});

test('a category somebody began an entry in cannot be taken away, only retired', async () => {
  const season = await unlocked();
  await aDraft(season);
  expect(await refusal(change(season, 'categories', tree))).toMatchObject({ code: 'editions.category-in-use' });
  const { categories } = await made(season);
  await change(season, 'categories', [...categories.map((node) => ({ ...node, retired: true })), ...tree] as Json);
  expect((await openCategoriesOf(asManager(season), season.edition)).map(({ code }) => code)).toEqual(['H1']);
});

test('every version can be read again as it was, and the same again is no new one', async () => {
  const season = await unlocked();
  const first = await change(season, 'texts', { strapline: 'One' });
  const second = await change(season, 'texts', { strapline: 'Two' });
  expect(await refusal(change(season, 'texts', { strapline: 'Two', languages: ['en'] }))).toMatchObject({
    code: 'editions.nothing-changed',
  });
  expect([(await made(season, first.version)).texts.strapline, (await made(season, second.version)).texts.strapline]).toEqual([
    'One',
    'Two',
  ]);
});

test('more editions are read at once than are kept for the next reader', async () => {
  const season = await unlocked();
  await database.owner.pool.query(
    `insert into plaudit.editions select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'slug', 'copy-' || n))).*
       from plaudit.editions e, generate_series(1, 520) n where e.id = $1`,
    [season.edition],
  );
  const { rows } = await database.owner.pool.query<{ id: EditionId; slug: string }>(
    `insert into plaudit.edition_parts (organisation_id, edition_id, part, version, body, hash, saved_at)
     select organisation_id, id, 'texts', 1, jsonb_build_object('strapline', slug), sha256(convert_to(slug, 'UTF8')), now()
       from plaudit.editions where programme_id = $1 and slug like 'copy-%'
     returning edition_id as id, body ->> 'strapline' as slug`,
    [season.programme],
  );
  const read = await storedPartsOf(
    asManager(season),
    rows.map(({ id }) => ({ id, version: 1 })),
  );
  expect(rows.filter(({ id, slug }) => read.get(id)?.texts?.strapline !== slug)).toEqual([]);
  expect(read.size).toBe(520);
});

test('of two who change the same version the second is refused', async () => {
  const season = await unlocked();
  const version = await versionOf(season);
  const save = (strapline: string) =>
    changePart(asManager(season), { edition: season.edition, version, part: 'texts', body: { strapline } });
  const outcomes = await Promise.allSettled([save('One'), save('Two')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a timeline moves the edition’s dates, and dates moved elsewhere move the timeline', async () => {
  const season = await unlocked();
  const { timeline } = await made(season);
  const [round] = timeline.rounds;
  await change(season, 'timeline', { ...timeline, rounds: [{ ...round, key: 'panel' }] } as Json);
  const { entriesOpenAt, entriesCloseAt, judgingCloseAt, version } = await editionOf(season);
  const later = new Date(judgingCloseAt.getTime() + 3_600_000);
  const input = { edition: season.edition, version, entriesOpenAt, entriesCloseAt, judgingCloseAt: later };
  await changeEditionDates(asManager(season), {
    ...input,
    entriesOpenAt: entriesOpenAt.toISOString(),
    entriesCloseAt: entriesCloseAt.toISOString(),
    judgingCloseAt: later.toISOString(),
  });
  const after = (await made(season)).timeline.rounds[0];
  expect([after?.key, after?.opens, after?.closes === round?.closes]).toEqual(['panel', round?.opens, false]);
  const whileOpen = new Date(entriesOpenAt.getTime() + 1000);
  await closeEntries(asManager(season, whileOpen), { edition: season.edition });
  const closed = (await made(season)).timeline;
  expect([closed.entries?.closes, closed.rounds[0]?.opens]).toEqual([closed.entries?.closes, closed.entries?.closes]);
  expect((await editionOf(season)).entriesCloseAt.getTime()).toBeLessThan(entriesCloseAt.getTime());
});

test('a category renamed by itself is renamed in the tree too', async () => {
  const season = await unlocked();
  const { categories } = await made(season);
  await change(season, 'categories', [...categories, { code: 'Z', name: 'Last' }] as Json);
  const last = (await categoriesOf(asManager(season), season.edition)).at(-1);
  const input = { edition: season.edition, version: await versionOf(season), name: 'Very last', description: '' };
  await changeCategory(asManager(season), { ...input, category: last?.id ?? '' });
  expect((await made(season)).categories.at(-1)).toEqual({ code: 'Z', name: 'Very last' });
});

test('a category inside another one is renamed by its own name, and what judges read has both names again', async () => {
  const season = await unlocked();
  await change(season, 'categories', tree);
  const [crews] = await categoriesOf(asManager(season), season.edition);
  const input = { edition: season.edition, version: await versionOf(season), name: 'Ringers', description: '' };
  await changeCategory(asManager(season), { ...input, category: crews?.id ?? '' });
  expect((await made(season)).categories[1]).toEqual({ code: 'H1', in: 'H', name: 'Ringers' });
  expect((await categoriesOf(asManager(season), season.edition)).map(({ name }) => name)).toEqual([
    'Handbells – Ringers',
    'Handbells – People',
  ]);
});
