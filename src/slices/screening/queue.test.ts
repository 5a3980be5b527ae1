import { expect, test } from 'vitest';
import type { EntryId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { statementsOf } from '#tests/house/pages/statements.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { acceptEntry, changeScreening, lookAgain, ruleOut } from './index.ts';
import { queuePage } from './queue.ts';
import { queueAround } from './waiting/way.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const other = await aMember(season, season.programme, 'manager', 'Ruth Abara');
const as = (person = season.manager) => season.as(person, { clock: dates.whileOpen });
const page = (person = season.manager, at = '/') => {
  const params = { programme: season.slug, edition: season.editionSlug };
  return queuePage(as(person), { params, url: new URL(at, 'http://localhost') });
};
const why = 'It was sent in twice';
const three = [(await aSubmission(season)).entry, (await aSubmission(season)).entry, (await aSubmission(season)).entry] as const;

test('what waits stands in one order, with the way from each to the next', async () => {
  const { waiting, held } = await page();
  const order = three.toSorted();
  expect([waiting.map(({ id, says }) => [id, says]), held]).toEqual([order.map((id) => [id, 'none']), []]);
  const edition = await editionById(as(), season.edition);
  if (!edition) throw new Error('no edition');
  expect(await queueAround(as(), edition, order[1] ?? three[0])).toEqual({ before: order[0], after: order[2], left: 3 });
});

test('what is ruled out leaves the queue and waits to be sent, once a second screener agrees where the edition asks for one', async () => {
  await ruleOut(as(), { entry: three[0], version: 2, why, words: '' });
  expect((await page()).ready).toEqual([three[0]]);
  await changeScreening(as(), { edition: season.edition, secondLook: true, reasons: [why] });
  const asked = await page();
  expect([asked.waiting.length, asked.held.map(({ id, state }) => [id, state]), asked.ready]).toEqual([2, [[three[0], 'unconfirmed']], []]);
  await lookAgain(as(other), { entry: three[0], agrees: 'yes' });
  expect((await page(other)).ready).toEqual([three[0]]);
});

test('a judge of the programme has no queue', async () => {
  const judge = await aMember(season, season.programme, 'judge', 'Maren Oduya');
  expect(await refusalCode(page(judge))).toBe('general.not-found');
});

/** So many more of an entry that waits, each a second later. */
async function manyMore(count: number): Promise<void> {
  const { rowCount } = await database.owner.pool.query(
    `insert into plaudit.entries select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'number', split_part(e.number, '-', 1) || '-' || 5000 + n,
       'submitted_at', e.submitted_at + n * interval '1 second'))).* from plaudit.entries e, generate_series(1, $2::int) n where e.id = $1`,
    [three[1], count],
  );
  expect(rowCount).toBe(count);
}

test('two thousand that wait are paged without one left out, counted on each page, and the way through costs as much as through two', async () => {
  const edition = await editionById(as(), season.edition);
  if (!edition) throw new Error('no edition');
  const asked = async (entry: EntryId) => (await statementsOf(database.app.pool, () => queueAround(as(), edition, entry))).length;
  const few = await asked(three[1]);
  const drawn = () => statementsOf(database.app.pool, () => page());
  const pageOfTwo = (await drawn()).length;
  await manyMore(2_000);
  expect((await drawn()).length).toBe(pageOfTwo);
  const seen: string[] = [];
  const counts: unknown[] = [];
  for (let next: string | undefined = '/'; next !== undefined; ) {
    const shown = await page(season.manager, next);
    seen.push(...shown.waiting.map(({ id }) => id));
    counts.push([shown.waits, shown.pages.of]);
    next = shown.pages.next;
  }
  expect([seen.length, new Set(seen).size, counts.length]).toEqual([2_002, 2_002, 11]);
  expect(new Set(counts.map((one) => JSON.stringify(one)))).toEqual(new Set(['[2002,2002]']));
  const [second, third] = [seen[1], seen[2]] as EntryId[];
  if (!second || !third) throw new Error('nothing waits');
  const around = await queueAround(as(), edition, second);
  expect(around).toEqual({ before: seen[0], after: third, left: 2_002 });
  expect(await asked(third)).toBe(few);
  expect(few).toBeLessThanOrEqual(6);
});

test('from an entry that was decided the way leads on to what comes after it, and from the last to what is left', async () => {
  const edition = await editionById(as(), season.edition);
  if (!edition) throw new Error('no edition');
  const first = (await page()).waiting[0]?.id;
  const last = (await database.owner.pool.query<{ id: EntryId }>(`select id from plaudit.entries where number like '%-7000'`)).rows[0]?.id;
  if (!first || !last) throw new Error('nothing waits');
  expect((await queueAround(as(), edition, last)).after).toBeUndefined();
  await acceptEntry(as(), { entry: last });
  expect(await queueAround(as(), edition, last)).toMatchObject({ after: first, left: 2_001 });
});
