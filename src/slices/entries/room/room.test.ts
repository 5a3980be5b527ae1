import { expect, test } from 'vitest';
import type { Limits } from '#core/categories/entering/room.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { categoryPageOf } from '#slices/programmes/public/category.ts';
import { finderOf } from '#slices/programmes/public/finding.ts';
import { treePage } from '#slices/programmes/tree/page-view.ts';
import { returnEntry, ruleOut, sendVerdicts } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { startEntry, submitEntry } from '../index.ts';
import { withRoom } from './room.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const during = (season: Season, person: PersonId) => season.as(person, { clock: dates.whileOpen });

async function limitedTo(limits: Limits): Promise<Season> {
  const season = await aSeason(world);
  await limit(season, limits);
  return season;
}

const submit = (season: Season, { entry, owner }: { entry: EntryId; owner: PersonId }) =>
  submitEntry(during(season, owner), { entry, version: 1, ...text });

test('of eight who send in for the last place of a category one is in, and the others are told that it is full', async () => {
  const season = await limitedTo({ all: 3 });
  await aSubmission(season);
  await aSubmission(season);
  const drafts = await Promise.all(Array.from({ length: 8 }, () => aDraft(season)));
  const started = await startAtBarrier(
    database,
    'entries',
    drafts.map((draft) => () => submit(season, draft)),
  );
  expect(started.held).toBeGreaterThan(1);
  expect([wonOf(started).map(({ number }) => number), lostOf(started)]).toEqual([['A-003'], Array(7).fill('entries.category-full')]);
  const { rows } = await database.owner.pool.query(
    'select entries_numbered as counted, (select count(*)::int from plaudit.entries e where e.category_id = c.id and e.number is not null) as sent from plaudit.categories c where id = $1',
    [season.categories[0]],
  );
  expect(rows).toEqual([{ counted: 3, sent: 3 }]);
});

test('of four entries one entrant sends in at one time as many are in as one may have', async () => {
  const season = await limitedTo({ each: 2 });
  const { owner } = await aDraft(season);
  const drafts = await Promise.all(Array.from({ length: 4 }, () => aDraft(season, { owner })));
  const started = await startAtBarrier(
    database,
    'entries',
    drafts.map((draft) => () => submit(season, draft)),
  );
  expect([wonOf(started).length, lostOf(started)]).toEqual([2, Array(2).fill('entries.own-limit-reached')]);
  expect(await refusalCode(startEntry(during(season, owner), { category: season.categories[0] }))).toBe('entries.own-limit-reached');
  expect((await startEntry(during(season, owner), { category: season.categories[1] })).entry).toBeTruthy();
  await aSubmission(season);
});

test('a draft takes no place, one that is sent back keeps its own, and a raised limit opens the category again', async () => {
  const season = await limitedTo({ all: 1 });
  const waiting = await aDraft(season);
  const first = await aSubmission(season);
  const manager = () => during(season, season.manager);
  await returnEntry(manager(), { entry: first.entry, reason: 'Please name the nominee in full.' });
  expect(await refusal(submit(season, waiting))).toEqual({
    code: 'entries.category-full',
    facts: { category: 'Team of the year', most: 1 },
    fields: [],
  });
  const again = await submitEntry(during(season, first.owner), { entry: first.entry, version: 3, ...text, title: 'Mended' });
  expect(again.number).toBe(first.number);

  const other = await aPerson(season);
  const start = () => startEntry(during(season, other), { category: season.categories[0] });
  expect(await refusalCode(start())).toBe('entries.category-full');
  const seen = async () => ({
    draft: (await entryPage(during(season, waiting.owner), waiting.entry)).room,
    choice: (
      await withRoom(during(season, other), season.edition, other, [
        { id: season.categories[0], code: 'A' },
        { id: season.categories[1], code: 'B' },
      ])
    ).map(({ room }) => room?.code),
    page: (await categoryPageOf(season.asVisitor({ clock: dates.whileOpen }), season.slug, season.editionSlug, 'A')).full,
    finder: (await finderOf(season.asVisitor({ clock: dates.whileOpen }), season.slug, season.editionSlug, () => null)).fits.map(
      ({ full }) => full,
    ),
    manager: (await treePage(manager(), season.slug, season.editionSlug, null)).nodes.map(({ room }) => room),
  });
  expect(await seen()).toEqual({
    draft: { code: 'entries.category-full', most: 1 },
    choice: ['entries.category-full', undefined],
    page: true,
    finder: [true, false],
    manager: [{ counted: 1, most: 1 }, { counted: 0 }],
  });

  await limit(season, { all: 2 });
  expect((await start()).entry).toBeTruthy();
  expect((await submit(season, waiting)).number).toBe('A-002');
  expect(await seen()).toMatchObject({ draft: undefined, page: true, manager: [{ counted: 2, most: 2 }, { counted: 0 }] });
});

test('one that may not compete keeps its writer’s place: it may come back to it, and no second one is in it by then', async () => {
  const season = await limitedTo({ each: 1 });
  const { entry, owner } = await aSubmission(season);
  await ruleOut(during(season, season.manager), { entry, version: 2, why: 'It was sent in twice', words: 'It is in already.' });
  await sendVerdicts(during(season, season.manager), { edition: season.edition, entries: [entry] });
  expect(await refusalCode(startEntry(during(season, owner), { category: season.categories[0] }))).toBe('entries.own-limit-reached');
});
