import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { anEdition, aSeason, dates, foundedWorld, weights } from '#tests/support/season.ts';
import { changeEditionDates, createEdition } from '../index.ts';
import { programmeForPublic } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const announcedAt = new Date('2026-06-01T18:00:00Z');
const announce = (edition: string) =>
  database.owner.pool.query('update plaudit.editions set announced_at = $2 where id = $1', [edition, announcedAt]);
const seen = async (slug: string, clock: Date, edition?: string) => {
  const page = await programmeForPublic(world.asVisitor({ clock }), slug, edition);
  return [page.edition.slug, page.edition.phase, page.past.map((past) => past.slug)];
};

test('a page is about the newest edition until it is announced, to the millisecond; then about the one still open, and leads to the winners', async () => {
  const season = await aSeason(world);
  const older = await anEdition(season);
  await changeEditionDates(world.as(season.manager, { clock: dates.before }), {
    edition: older.edition,
    version: 3,
    entriesOpenAt: '2026-02-10T09:00:00Z',
    entriesCloseAt: dates.entriesCloseAt.toISOString(),
    judgingCloseAt: dates.judgingCloseAt.toISOString(),
  });
  await announce(season.edition);
  const before = new Date(announcedAt.getTime() - 1);
  expect(await seen(season.slug, before)).toEqual([season.editionSlug, 'deciding', []]);
  expect(await seen(season.slug, announcedAt)).toEqual([older.editionSlug, 'deciding', [season.editionSlug]]);
  await announce(older.edition);
  expect(await seen(season.slug, announcedAt)).toEqual([season.editionSlug, 'announced', [older.editionSlug]]);
});

test('an edition is read under its own address with what it asks for, and one that is not published under none', async () => {
  const season = await aSeason(world);
  const draft = await createEdition(world.as(season.manager, { clock: dates.before }), {
    programme: season.programme,
    name: 'Later',
    entriesOpenAt: '2027-03-01T09:00:00Z',
    entriesCloseAt: '2027-04-01T09:00:00Z',
    judgingCloseAt: '2027-05-01T09:00:00Z',
    seats: 3,
    minimumPanel: 2,
  });
  const page = await programmeForPublic(world.asVisitor({ clock: dates.whileOpen }), season.slug, season.editionSlug);
  expect(page.programme).toEqual({
    slug: season.slug,
    name: 'The Handbell Awards',
    strapline: 'For the service people remember',
    summary: 'For organisations and teams that changed something their customers could feel.',
    zone: 'Europe/Dublin',
  });
  expect(page.categories.map(({ id }) => id)).toEqual(season.categories);
  expect(page.criteria.map(({ id, name, weight, scaleMin, scaleMax }) => [id, name, weight, scaleMin, scaleMax])).toEqual(
    weights.map(({ name, weight }, i) => [season.criteria[i], name, weight, 1, 10]),
  );
  expect(page.edition.entriesCloseAt).toEqual(dates.entriesCloseAt);
  for (const none of [draft.slug, 'no-such-edition'])
    expect(await refusalCode(programmeForPublic(world.asVisitor(), season.slug, none))).toBe('general.not-found');
  expect(await refusalCode(programmeForPublic(world.asVisitor(), 'no-such-programme', season.editionSlug))).toBe('general.not-found');
});
