import { expect, test } from 'vitest';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { changeScreening, lookAgain, ruleOut } from './index.ts';
import { queueAround, queuePage } from './queue.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const other = await aMember(season, season.programme, 'manager', 'Ruth Abara');
const as = (person = season.manager) => season.as(person, { clock: dates.whileOpen });
const page = (person = season.manager) => {
  const params = { programme: season.slug, edition: season.editionSlug };
  return queuePage(as(person), { params, url: new URL('http://localhost/') });
};
const why = 'It was sent in twice';
const three = [(await aSubmission(season)).entry, (await aSubmission(season)).entry, (await aSubmission(season)).entry] as const;

test('what waits stands in one order, with the way from each to the next', async () => {
  const { waiting, held } = await page();
  const order = three.toSorted();
  expect([waiting.map(({ id, says }) => [id, says]), held]).toEqual([order.map((id) => [id, 'none']), []]);
  const edition = await editionById(as(), season.edition);
  if (!edition) throw new Error('no edition');
  expect(await queueAround(as(), edition, order[1] ?? '')).toEqual({ before: order[0], after: order[2], left: 3 });
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
