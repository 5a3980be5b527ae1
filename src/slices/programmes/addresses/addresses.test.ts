import { expect, test } from 'vitest';
import type { Ctx } from '#platform/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aPerson, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import {
  changePart,
  createProgramme,
  editionById,
  lateChanges,
  movedPath,
  partsOf,
  programmeTexts,
  unlockConfiguration,
} from '../index.ts';
import { changeEditionAddress, changeProgrammeAddress } from './addresses.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const manager = ({ as, manager: who }: Season, clock = dates.before) => as(who, { clock });
const visitor = world.asVisitor({ clock: dates.whileOpen });
const page = '/p/:programme/:edition/categories/:category/guide';

async function readdress(season: Season, from: string, slug: string, takeOver = false) {
  const { id, version } = await programmeTexts(manager(season), from);
  return changeProgrammeAddress(manager(season), { programme: id, version, slug, takeOver });
}
const to = (ctx: Ctx, programme: string, edition?: string, category?: string) =>
  movedPath(ctx, category ? page : edition ? '/p/:programme/:edition' : '/p/:programme/news.atom', { programme, edition, category });

test('every address a programme, an edition and a category had leads to the one it has, deep links and feeds too', async () => {
  const season = await aSeason(world);
  const [old, year] = [season.slug, season.editionSlug];
  await readdress(season, old, 'bells-of-the-year');
  await readdress(season, 'bells-of-the-year', 'handbells');
  await changeEditionAddress(manager(season), { edition: season.edition, slug: 'the-first' });
  const edition = async () => {
    const found = await editionById(manager(season), season.edition);
    if (!found) throw new Error('no edition');
    return found;
  };
  const because = 'The letters were misread on the telephone.';
  await unlockConfiguration(manager(season), { edition: season.edition, version: (await edition()).version, because });
  for (const [from, code] of [
    ['A', 'TEAM'],
    ['TEAM', 'CREW'],
  ]) {
    const { categories } = await partsOf(manager(season), await edition());
    const body = categories.map((node) => (node.code === from ? { ...node, code } : node));
    await changePart(manager(season), {
      edition: season.edition,
      version: (await edition()).version,
      part: 'categories',
      body: body as never,
    });
  }
  expect([
    await to(visitor, old),
    await to(visitor, 'bells-of-the-year', year),
    await to(visitor, old, year, 'A'),
    await to(visitor, 'handbells', 'the-first', 'TEAM'),
  ]).toEqual([
    '/p/handbells/news.atom',
    '/p/handbells/the-first',
    '/p/handbells/the-first/categories/CREW/guide',
    '/p/handbells/the-first/categories/CREW/guide',
  ]);
  // What is at its address, and what never was anywhere, leads nowhere.
  for (const [programme, year2, code] of [['handbells', 'the-first', 'CREW'], ['handbells', 'the-first', 'Z'], ['nowhere'], [old, 'never']])
    expect(await to(visitor, programme ?? '', year2, code)).toBeUndefined();
  const late = await lateChanges(visitor, await edition());
  expect(late.flatMap(({ changes }) => changes.filter(({ path }) => path === 'address').map(({ from, to: now }) => [from, now]))).toEqual([
    [year, 'the-first'],
  ]);
});

test('nobody outside learns of what is not public, or manages what they do not, by what it was called', async () => {
  const season = await aSeason(world, { published: false });
  const old = season.slug;
  await readdress(season, old, 'hidden-now');
  await changeEditionAddress(manager(season), { edition: season.edition, slug: 'hidden-year' });
  const stranger = season.as(await aPerson(season), { clock: dates.before });
  const organisers = (ctx: Ctx) => movedPath(ctx, '/manage/:programme/:edition', { programme: old, edition: season.editionSlug });
  expect([
    await to(visitor, old),
    await to(visitor, old, season.editionSlug),
    await organisers(stranger),
    await organisers(visitor),
  ]).toEqual(Array.from({ length: 4 }, () => undefined));
  expect(await organisers(manager(season))).toBe('/manage/hidden-now/hidden-year');
});

test('a name that leads to something else is taken only by who says so, never by a new programme, and no name is taken twice', async () => {
  const [first, second] = [await aSeason(world), await aSeason(world)];
  const old = first.slug;
  await readdress(first, old, 'first-now');
  const made = await createProgramme(world.as(world.administrator), { name: old, timeZone: 'Europe/Dublin' });
  expect(made.slug).not.toBe(old);
  for (const [slug, code] of [
    [old, 'programmes.address-was'],
    ['first-now', 'programmes.address-taken'],
    ['people', 'programmes.address-taken'],
  ])
    expect((await refusal(readdress(second, second.slug, slug ?? ''))).fields).toEqual([`slug: ${code}`]);
  for (const slug of ['', '-a', 'a--b', 'A b', 'é', 'x'.repeat(61), '../x'])
    expect(await refusalCode(readdress(second, second.slug, slug))).toBe('general.invalid-input');
  expect(await refusalCode(readdress(second, second.slug, second.slug))).toBe('programmes.address-unchanged');
  await readdress(second, second.slug, old, true);
  expect([await to(visitor, old), await to(visitor, second.slug)]).toEqual([undefined, `/p/${old}/news.atom`]);
  // Back to what it was called: the name is its own again, and leads nowhere.
  await readdress(second, old, second.slug);
  expect([await to(visitor, second.slug), await to(visitor, old)]).toEqual([undefined, `/p/${second.slug}/news.atom`]);
});
