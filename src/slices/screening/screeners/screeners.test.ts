import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { entriesForManager, entryForManager } from '#slices/entries/index.ts';
import { editionById, programmeForManager, withdrawRole } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { managerHome } from '../home.ts';
import {
  acceptEntries,
  acceptEntry,
  changeScreening,
  entryForScreener,
  lookAgain,
  returnEntry,
  ruleOut,
  sendVerdicts,
  takeVerdictBack,
  undoScreening,
} from '../index.ts';
import { queuePage } from '../queue.ts';
import { queueAround } from '../waiting/way.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const as = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const screener = await aMember(season, season.programme, 'screener', 'Bram Ostrowski');
const other = await aMember(season, season.programme, 'screener', 'Ottilie Brandvold');
const page = (person: PersonId) => {
  const params = { programme: season.slug, edition: season.editionSlug };
  return queuePage(as(person), { params, url: new URL('http://localhost/') });
};
const why = 'It was sent in twice';
const waiting = async () => (await aSubmission(season)).entry;

test('a screener accepts, sends back and rules out, and takes back what they decided', async () => {
  const [one, two, three] = [await waiting(), await waiting(), await waiting()];
  await acceptEntry(as(screener), { entry: one });
  await undoScreening(as(screener), { entry: one });
  await returnEntry(as(screener), { entry: two, reason: 'Say which year the figures are from.' });
  await ruleOut(as(screener), { entry: three, version: 2, why, words: '' });
  await takeVerdictBack(as(screener), { entry: three });
  const { decisions } = await entryForScreener(as(screener), three);
  expect(decisions.map(({ verdict, by }) => [verdict, by])).toEqual([
    ['undone', 'Bram Ostrowski'],
    ['ruledOut', 'Bram Ostrowski'],
  ]);
  const shown = await page(screener);
  expect([shown.waiting.some(({ id }) => id === two), shown.mayChange, shown.maySend, shown.maySet]).toEqual([false, true, false, false]);
});

test('who only screens sends no verdict, takes none back that was sent, sets nothing, and sees neither list, count nor programme', async () => {
  const entry = await waiting();
  await ruleOut(as(screener), { entry, version: 2, why, words: '' });
  const { edition } = season;
  expect(await refusalCode(sendVerdicts(as(screener), { edition, entries: [entry] }))).toBe('general.not-found');
  await sendVerdicts(as(season.manager), { edition, entries: [entry] });
  expect(await refusalCode(takeVerdictBack(as(screener), { entry }))).toBe('screening.sent-by-managers');
  expect(await refusalCode(changeScreening(as(screener), { edition, secondLook: true, reasons: [why] }))).toBe('general.not-found');
  const found = await editionById(as(screener), edition);
  if (!found) throw new Error('no edition');
  expect(await refusalCode(entriesForManager(as(screener), found, {}))).toBe('general.not-found');
  expect(await refusalCode(entryForManager(as(screener), entry))).toBe('general.not-found');
  expect(await refusalCode(programmeForManager(as(screener), season.slug))).toBe('general.not-found');
});

test('what a screener entered or is let write waits for somebody else, and nothing of how it stands is told to them', async () => {
  const { entry: mine } = await aSubmission(season, { owner: screener });
  const shared = await aSubmission(season);
  await shareEntry(season, { entry: shared.entry, owner: shared.owner, rights: 'edit' }, screener);
  const { edition } = season;
  const told = async () => {
    const { waiting: lines, held, first } = await page(screener);
    return [lines.filter(({ yours }) => yours).map(({ id, says, because }) => [id, says, because]), held.length, first];
  };
  const before = await told();
  expect(before[0]).toEqual([mine, shared.entry].toSorted().map((id) => [id, 'none', []]));
  for (const entry of [mine, shared.entry]) {
    expect(await refusalCode(acceptEntry(as(screener), { entry }))).toBe('screening.own-entry');
    expect(await refusalCode(entryForScreener(as(screener), entry))).toBe('screening.own-entry');
    await ruleOut(as(other), { entry, version: 2, why, words: 'Word for word the other one.' });
    expect(await refusalCode(lookAgain(as(screener), { entry, agrees: 'no', remark: 'It is mine.' }))).toBe('screening.own-entry');
  }
  expect(await told()).toEqual(before);
  const theirs = await waiting();
  expect(await acceptEntries(as(screener), { edition, entries: [mine, theirs] })).toEqual({ done: [theirs], left: [mine] });
  const found = await editionById(as(screener), edition);
  if (!found) throw new Error('no edition');
  const around = await queueAround(as(screener), found, theirs);
  expect([around.before, around.after]).not.toContain(mine);
});

test('a second look is another screener’s', async () => {
  const entry = await waiting();
  await changeScreening(as(season.manager), { edition: season.edition, secondLook: true, reasons: [why] });
  await ruleOut(as(screener), { entry, version: 2, why, words: '' });
  expect(await refusalCode(lookAgain(as(screener), { entry, agrees: 'yes' }))).toBe('screening.same-person');
  expect((await managerHome(as(other), null)).screener?.editions.map(({ looks }) => looks)).toEqual([1]);
  await lookAgain(as(other), { entry, agrees: 'yes' });
  expect((await managerHome(as(other), null)).screener?.editions.map(({ looks }) => looks)).toEqual([0]);
});

test('a screener’s home says what waits, without their own', async () => {
  const { screener: home, programme, edition, chapter } = await managerHome(as(screener), null);
  const others = (await page(screener)).waiting.filter(({ yours }) => !yours).length;
  expect([home?.editions.map(({ waiting: n }) => n), programme, edition, chapter]).toEqual([[others], undefined, undefined, undefined]);
});

test('a role that is taken away ends with the next request', async () => {
  const entry = await waiting();
  const gone = await aMember(season, season.programme, 'screener', 'Kasimir Adeyemi');
  expect((await entryForScreener(as(gone), entry)).screensOnly).toBe(true);
  await withdrawRole(as(season.manager), { programme: season.programme, person: gone, role: 'screener' });
  expect(await refusalCode(entryForScreener(as(gone), entry))).toBe('general.not-found');
  expect(await refusalCode(acceptEntry(as(gone), { entry }))).toBe('general.not-found');
  expect(await refusalCode(page(gone))).toBe('general.not-found');
});

test('who screens another programme screens nothing here', async () => {
  const entry = await waiting();
  const elsewhere = await aSeason(season);
  const stranger = await aMember(elsewhere, elsewhere.programme, 'screener', 'Ragnhild Castell');
  expect(await refusalCode(acceptEntry(as(stranger), { entry }))).toBe('general.not-found');
  expect(await refusalCode(entryForScreener(as(stranger), entry))).toBe('general.not-found');
});

test('an edition nobody has published is not there for who only screens', async () => {
  const hidden = await aSeason(season, { published: false });
  const stranger = await aMember(hidden, hidden.programme, 'screener', 'Solveig Marchetti');
  const params = { programme: hidden.slug, edition: hidden.editionSlug };
  const asked = queuePage(as(stranger), { params, url: new URL('http://localhost/') });
  expect(await refusalCode(asked)).toBe('general.not-found');
  expect((await managerHome(as(stranger), null)).screener?.editions).toEqual([]);
});
