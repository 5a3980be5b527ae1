import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Part } from '#core/editions/parts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { changePart, editionById, lateChanges, partsOf, unlockConfiguration } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const as = (season: Season, clock: Date) => season.as(season.manager, { clock });

async function editionOf(season: Season) {
  const edition = await editionById(as(season, dates.before), season.edition);
  if (edition === undefined) throw new Error('no edition');
  return edition;
}

async function unlocked(): Promise<Season> {
  const season = await aSeason(world);
  const { version } = await editionOf(season);
  await unlockConfiguration(as(season, dates.before), { edition: season.edition, version, because: 'The board asked for another tree.' });
  return season;
}

async function change(season: Season, clock: Date, part: Part, body: unknown) {
  const { version } = await editionOf(season);
  return changePart(as(season, clock), { edition: season.edition, version, part, body: body as z.output<ReturnType<typeof z.json>> });
}

const partsNow = async (season: Season) => partsOf(as(season, dates.before), await editionOf(season));

test('once entries have closed no unlocking changes what they were written for: criteria, award, open categories, grace', async () => {
  const season = await unlocked();
  const { scorecards, award, categories, timeline: first } = await partsNow(season);
  const timeline = { ...first, rounds: first.rounds.map((round) => ({ ...round, opens: '2026-04-05T09:00' })) };
  await change(season, dates.before, 'timeline', timeline);
  const [card] = Object.values(scorecards);
  const heavier = { ...card, criteria: card?.criteria.map((criterion, at) => (at === 0 ? { ...criterion, weight: 1 } : criterion)) };
  const attempts: readonly [Part, unknown, string][] = [
    ['scorecards', { main: heavier }, 'editions.criteria-settled'],
    ['award', { ...award, minimumPanel: 1 }, 'programmes.panel-settled'],
    ['categories', [...categories, { code: 'Z', name: 'Late' }], 'programmes.categories-settled'],
    ['timeline', { ...timeline, entries: { ...timeline.entries, grace: 60 } }, 'programmes.entry-dates-settled'],
  ];
  for (const clock of [dates.entriesCloseAt, dates.whileJudging, dates.afterJudging])
    for (const [part, body, code] of attempts)
      expect([part, (await refusal(change(season, clock, part, body))).code]).toEqual([part, code]);
  for (const [part, body] of attempts) await change(season, dates.whileOpen, part, body);
});

test('a category may be retired and texts may change while judges read; one that was retired does not open again', async () => {
  const season = await unlocked();
  const { categories } = await partsNow(season);
  await change(season, dates.whileJudging, 'texts', { strapline: 'For those who ring' });
  await change(
    season,
    dates.whileJudging,
    'categories',
    categories.map((node, at) => (at === 1 ? { ...node, retired: true } : node)),
  );
  expect(await refusal(change(season, dates.whileJudging, 'categories', categories))).toMatchObject({
    code: 'programmes.categories-settled',
  });
});

test('a name that is announced stays, while texts around it may change', async () => {
  const season = await unlocked();
  const announced = 'update plaudit.editions set announced_at = $2 where id = $1';
  await database.owner.pool.query(announced, [season.edition, dates.afterJudging]);
  const { categories } = await partsNow(season);
  const renamed = categories.map((node, at) => (at === 0 ? { ...node, name: 'Crew of the year' } : node));
  expect(await refusal(change(season, dates.afterJudging, 'categories', renamed))).toMatchObject({
    code: 'programmes.category-names-settled',
  });
  await change(season, dates.afterJudging, 'texts', { strapline: 'For those who rang' });
});

test('criteria from before there were parts keep their rows when something else changes, and when one of them does', async () => {
  const season = await unlocked();
  await database.owner.pool.query('update plaudit.criteria set key = null where edition_id = $1', [season.edition]);
  await database.owner.pool.query(`delete from plaudit.edition_parts where edition_id = $1 and part = 'scorecards'`, [season.edition]);
  const { scorecards } = await partsNow(season);
  const [card] = Object.values(scorecards);
  const lighter = { ...card, criteria: card?.criteria.map((criterion) => ({ ...criterion, weight: 1 })) };
  await change(season, dates.before, 'scorecards', { main: lighter });
  const { rows } = await database.owner.pool.query<{ id: string; weight: number }>(
    'select id, weight from plaudit.criteria where edition_id = $1 order by position',
    [season.edition],
  );
  expect(rows.map(({ id, weight }) => [id, Number(weight)])).toEqual(season.criteria.map((id) => [id, 1]));
});

test('of more late changes than are told, the newest are', async () => {
  const season = await unlocked();
  await change(season, dates.whileOpen, 'texts', { strapline: 'One' });
  const later = new Date(dates.whileOpen.getTime() + 60_000);
  await change(season, later, 'texts', { strapline: 'Two' });
  const found = await lateChanges(world.asVisitor({ clock: later }), await editionOf(season), 1);
  expect(found.map(({ at }) => at)).toEqual([later]);
});
