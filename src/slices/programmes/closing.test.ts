import { expect, test } from 'vitest';
import type { Ctx } from '#platform/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { changeEditionDates, closeEntries, editionById, endJudging } from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const ctxAt = (season: Season, clock: Date): Ctx => world.as(season.manager, { clock });
const whileOpen = new Date('2026-03-10T09:00:00.400Z');
const datesOf = async (season: Season) => {
  const { entriesOpenAt, entriesCloseAt, judgingCloseAt } = (await editionById(world.asSystem(), season.edition)) ?? dates;
  return { entriesOpenAt, entriesCloseAt, judgingCloseAt };
};

test('entries that are closed early close within two seconds, at a whole one, and judging keeps its end', async () => {
  const season = await aSeason(world);
  const { at } = await closeEntries(ctxAt(season, whileOpen), { edition: season.edition });
  expect(at).toBe('2026-03-10T09:00:01.000Z');
  expect(await datesOf(season)).toEqual({
    entriesOpenAt: dates.entriesOpenAt,
    entriesCloseAt: new Date(at),
    judgingCloseAt: dates.judgingCloseAt,
  });
  expect(await refusalCode(closeEntries(ctxAt(season, new Date(at)), { edition: season.edition }))).toBe('programmes.entries-not-open');
});

test('judging is ended early only while it is open, and its end can be moved on again', async () => {
  const season = await aSeason(world);
  const end = (clock: Date) => endJudging(ctxAt(season, clock), { edition: season.edition });
  expect(await refusalCode(end(dates.whileOpen))).toBe('programmes.judging-not-open');
  const { at } = await end(dates.whileJudging);
  expect((await datesOf(season)).judgingCloseAt).toEqual(new Date(at));
  expect(await refusalCode(end(new Date(at)))).toBe('programmes.judging-not-open');
  const [open, close] = [dates.entriesOpenAt.toISOString(), dates.entriesCloseAt.toISOString()];
  const moved = { entriesOpenAt: open, entriesCloseAt: close, judgingCloseAt: dates.judgingCloseAt.toISOString() };
  await changeEditionDates(ctxAt(season, new Date(at)), { edition: season.edition, version: 4, ...moved });
  expect(await datesOf(season)).toMatchObject({ judgingCloseAt: dates.judgingCloseAt });
});

test('nobody but a manager ends a phase, and an edition that is not published has none', async () => {
  const season = await aSeason(world);
  const judge = await aMember(world, season.programme, 'judge', 'Maren Oduya');
  const { edition } = season;
  const asJudge = (clock: Date) => world.as(judge, { clock });
  expect(await refusalCode(closeEntries(asJudge(dates.whileOpen), { edition }))).toBe('general.not-found');
  expect(await refusalCode(endJudging(asJudge(dates.whileJudging), { edition }))).toBe('general.not-found');
  const draft = await aSeason(world, { published: false });
  expect(await refusalCode(closeEntries(ctxAt(draft, dates.whileOpen), { edition: draft.edition }))).toBe('programmes.entries-not-open');
});
