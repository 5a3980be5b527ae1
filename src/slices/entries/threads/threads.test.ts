/** Entrant and organiser ask and answer about one entry. */
import { expect, test } from 'vitest';
import { threadLimits } from '#core/entries/asking/threads.ts';
import { type EntryId, ids, type PersonId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { assignAll, judgesIn } from '#tests/support/panel.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import {
  aChapterManager,
  aDraft,
  aMember,
  anAcceptedEntry,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  emailOf,
  foundedWorld,
} from '#tests/support/season.ts';
import { homeOf } from '../home.ts';
import { entryForJudge, mailThread, readThread, settleThread, waitingThreads, writeToEntrant, writeToOrganiser } from '../index.ts';
import { tellOfThread } from './telling.ts';
import { threadForEntrant, threadForManager, threadsPage } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { chapters: true });
const region = await aChapterManager(season, 'emea', 'Nadia Achour');
const edition = await editionById(season.as(season.manager, { clock: dates.whileOpen }), season.edition);
if (!edition) throw new Error('no edition');

const later = (minutes: number) => new Date(dates.whileOpen.getTime() + minutes * 60_000);
/** As in life: not as history, so that mails leave. */
const at = (person: PersonId, minutes = 0) => season.as(person, { clock: later(minutes) });
const ask = (person: PersonId, entry: EntryId, text: string, minutes = 0, seen = 0) =>
  writeToOrganiser(at(person, minutes), { entry, text, seen });
const answer = (entry: EntryId, text: string, seen: number, minutes = 1, by = season.manager) =>
  writeToEntrant(at(by, minutes), { entry, text, seen });
const unreadOf = async (person: PersonId) => (await homeOf(at(person, 5))).entries.map(({ unread }) => unread);
const mailsTo = async (person: PersonId) => {
  const { rows } = await database.owner.pool.query<{ mail: string; count: number; entry: string; told: string }>(
    `select mail, (data->>'count')::int as count, data->>'entry' as entry, data::text as told from plaudit.outbox
      where recipient = $1 and mail like 'entries.%-wrote' order by created_at`,
    [await emailOf(world, person)],
  );
  return rows;
};

const hostile = '<script>alert(1)</script>\n\n[a](javascript:alert(1)) \u202Eevil';

test('what an entrant asks waits for the organiser until it is answered, and the answer is new to the entrant until it is read', async () => {
  const { entry, owner } = await aSubmission(season, { title: 'Bell by the river' });
  const before = await waitingThreads(at(season.manager), edition);
  await ask(owner, entry, `  ${hostile}  `);
  const asked = await threadForManager(at(season.manager), entry);
  expect(asked.messages.map(({ side, name, text }) => [side, name, text])).toEqual([['entrant', 'Orla Tennant', hostile]]);
  expect([asked.waits, (await waitingThreads(at(season.manager), edition)) - before]).toEqual([true, 1]);
  await answer(entry, 'You may.', 1);
  expect([(await threadForManager(at(season.manager), entry)).waits, await unreadOf(owner)]).toEqual([false, [1]]);
  const seen = await threadForEntrant(at(owner), entry);
  expect([seen.messages.map(({ side, mine, text }) => [side, mine, text]), seen.unread, seen.seen]).toEqual([
    [
      ['entrant', true, hostile],
      ['organiser', false, 'You may.'],
    ],
    1,
    2,
  ]);
  await readThread(at(owner, 2), { entry, seen: 2 });
  expect([await unreadOf(owner), await refusalCode(readThread(at(owner, 3), { entry, seen: 2 }))]).toEqual([
    [0],
    'entries.nothing-to-read',
  ]);
});

test('an answer answers what its writer had read: what came meanwhile goes on waiting, and is not set aside unseen', async () => {
  const { entry, owner } = await aSubmission(season);
  await ask(owner, entry, 'May we name a branch?');
  await ask(owner, entry, 'And a person?', 1, 0);
  await answer(entry, 'A branch, yes.', 1, 2);
  expect((await threadForManager(at(season.manager, 3), entry)).waits).toBe(true);
  expect(await refusalCode(settleThread(at(season.manager, 3), { entry, seen: 1 }))).toBe('entries.thread-went-on');
  await settleThread(at(season.manager, 4), { entry, seen: 3 });
  const { waits, settled } = await threadForManager(at(season.manager, 5), entry);
  expect([waits, settled?.by]).toEqual([false, 'Ilse Quarrington']);
  expect(await refusalCode(settleThread(at(season.manager, 5), { entry, seen: 3 }))).toBe('entries.nothing-to-settle');
  await ask(owner, entry, 'One more thing.', 6, 3);
  expect((await threadForManager(at(season.manager, 7), entry)).waits).toBe(true);
});

test('one press of the button is one message, however often it arrives, and messages that come at once are numbered one by one', async () => {
  const { entry, owner } = await aSubmission(season);
  const key = ids.random();
  const once = () => writeToOrganiser(season.as(owner, { clock: dates.whileOpen, key }), { entry, text: 'May we?', seen: 0 });
  const answers = await Promise.all([once(), once(), once()]);
  expect(answers.map(({ number }) => number)).toEqual([1, 1, 1]);
  const both = await Promise.all([ask(owner, entry, 'A', 1), answer(entry, 'B', 1), ask(owner, entry, 'C', 1), answer(entry, 'D', 1)]);
  expect(both.map(({ number }) => number).sort((a, b) => a - b)).toEqual([2, 3, 4, 5]);
  expect((await threadForEntrant(at(owner), entry)).messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test('a side is mailed once an hour: what comes within it is told together when the hour is over, and not where it was read', async () => {
  const { entry, owner } = await aSubmission(season, { chapter: 'americas', title: 'Plain letters' });
  await ask(owner, entry, 'May we name a branch?');
  await ask(owner, entry, 'And a person?', 10);
  await ask(owner, entry, 'And a date?', 20);
  const told = async () => (await mailsTo(season.manager)).filter((one) => one.entry === entry).map(({ count }) => count);
  const jobs = await database.owner.pool.query('select run_at from graphile_worker._private_jobs where key = $1', [
    `thread ${entry} organiser`,
  ]);
  expect([await told(), jobs.rows]).toEqual([[1], [{ run_at: later(60) }]]);
  const said = (await mailsTo(season.manager)).map((one) => one.told).join();
  expect(['May we name', 'Plain letters'].filter((words) => said.includes(words))).toEqual([]);
  const system = (minutes: number) => season.asSystem({ clock: later(minutes) });
  await tellOfThread(system(59), entry, 'organiser');
  expect(await told()).toEqual([1]);
  await tellOfThread(system(60), entry, 'organiser');
  await tellOfThread(system(60), entry, 'organiser');
  expect(await told()).toEqual([1, 2]);
  await answer(entry, 'All of them.', 3, 70);
  await answer(entry, 'And more.', 3, 75);
  await readThread(at(owner, 80), { entry, seen: 5 });
  await tellOfThread(system(140), entry, 'entrant');
  expect((await mailsTo(owner)).map(({ mail, count }) => [mail, count])).toEqual([['entries.organiser-wrote', 1]]);
});

test('a chapter’s manager answers what is of the chapter and is told of it; another chapter’s thread is none to them', async () => {
  const ours = await aSubmission(season, { title: 'Ours' });
  const theirs = await aSubmission(season, { title: 'Theirs', chapter: 'americas' });
  for (const { entry, owner } of [ours, theirs]) await ask(owner, entry, 'May we?');
  const toldOf = async (person: PersonId) =>
    (await mailsTo(person)).flatMap((one) => (one.entry === ours.entry ? ['ours'] : one.entry === theirs.entry ? ['theirs'] : []));
  expect([await toldOf(region), await toldOf(season.manager)]).toEqual([['ours'], ['theirs']]);
  await answer(ours.entry, 'You may.', 1, 1, region);
  expect(await refusalCode(answer(theirs.entry, 'You may.', 1, 1, region))).toBe('general.not-found');
  expect(await refusalCode(threadForManager(at(region), theirs.entry))).toBe('general.not-found');
  const listed = (await threadsPage(at(region), edition, 'all', undefined)).threads.map(({ title }) => title);
  expect([listed.includes('Ours'), listed.includes('Theirs')]).toEqual([true, false]);
});

test('a draft shows the organiser what its writer asks and nothing of the entry; nobody writes to a draft whose writer said nothing', async () => {
  const { entry, owner } = await aDraft(season);
  expect(await refusalCode(answer(entry, 'How is it going?', 0))).toBe('general.not-found');
  expect(await refusalCode(threadForManager(at(season.manager), entry))).toBe('general.not-found');
  await ask(owner, entry, 'Which category is ours?');
  // An entry without a chapter is of none.
  const view = await threadForManager(at(season.manager), entry);
  expect([view.title, view.draft, view.messages.length]).toEqual(['', true, 1]);
  expect(await refusalCode(threadForManager(at(region), entry))).toBe('general.not-found');
  await answer(entry, 'The first.', 1);
  expect(await unreadOf(owner)).toEqual([1]);
});

test('whoever shares an entry reads its thread, and writes in it where they may write the entry; a stranger finds none', async () => {
  const { entry, owner } = await aSubmission(season);
  const [editor, reader] = [await aPerson(world, 'Wanda Brightwater'), await aPerson(world, 'Tove Lindqvist')];
  await shareEntry(season, { entry, owner, rights: 'edit' }, editor);
  await shareEntry(season, { entry, owner, rights: 'view' }, reader);
  await ask(editor, entry, 'May we?');
  expect(await refusalCode(ask(reader, entry, 'May I?'))).toBe('entries.right-missing');
  await answer(entry, 'You may.', 1);
  expect([await unreadOf(reader), await unreadOf(editor), await unreadOf(owner)]).toEqual([[1], [1], [1]]);
  await readThread(at(reader, 2), { entry, seen: 2 });
  expect([await unreadOf(reader), await unreadOf(editor)]).toEqual([[0], [1]]);
  const stranger = await aPerson(world, 'Tobiah Renn');
  expect(await refusalCode(ask(stranger, entry, 'May I?'))).toBe('general.not-found');
  expect(await refusalCode(threadForEntrant(at(stranger), entry))).toBe('general.not-found');
});

test('nobody floods the other side: so many messages of one person are taken in an hour, over all their entries', async () => {
  const owner = await aPerson(world);
  const [one, other] = [await aDraft(season, { owner }), await aDraft(season, { owner })];
  const most = threadLimits.anHour.entrant;
  for (let i = 0; i < most; i += 1) await ask(owner, (i % 2 === 0 ? one : other).entry, `Question ${i}`);
  expect(await refusalCode(ask(owner, one.entry, 'And another', 59))).toBe('entries.too-many-messages');
  expect((await ask(owner, one.entry, 'And another', 60)).number).toBe(most / 2 + 1);
  expect(await refusalCode(ask(await aPerson(world), one.entry, ''))).toBe('general.invalid-input');
  expect(await refusalCode(ask(owner, other.entry, 'x'.repeat(threadLimits.text + 1), 120))).toBe('general.invalid-input');
});

test('a judge reads the same of an entry whether it has a thread or not, and of the thread nothing', async () => {
  const own = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const judge = await aMember(own, own.programme, 'judge', 'Maren Oduya');
  await judgesIn(own, 0);
  const { entry, owner } = await anAcceptedEntry(own);
  await assignAll(own);
  const ctx = own.as(judge, { clock: dates.whileJudging });
  const before = JSON.stringify(await entryForJudge(ctx, entry));
  await writeToOrganiser(own.as(owner, { clock: dates.whileJudging }), { entry, text: 'May we still send a figure?', seen: 0 });
  await writeToEntrant(own.as(own.manager, { clock: dates.whileJudging }), { entry, text: 'No.', seen: 1 });
  expect(JSON.stringify(await entryForJudge(ctx, entry))).toBe(before);
  expect(await refusalCode(threadForManager(ctx, entry))).toBe('general.not-found');
  expect(await refusalCode(threadForEntrant(ctx, entry))).toBe('general.not-found');
  expect(await refusalCode(writeToEntrant(ctx, { entry, text: 'Which bank is it?', seen: 2 }))).toBe('general.not-found');
});

test('a mail that nobody waits for any more is not sent, however often its job comes', async () => {
  const { entry, owner } = await aSubmission(season, { chapter: 'americas' });
  await acceptEntry(at(season.manager), { entry });
  await ask(owner, entry, 'May we?');
  await ask(owner, entry, 'May we?', 1);
  await settleThread(at(season.manager, 2), { entry, seen: 2 });
  expect(await refusalCode(mailThread(season.asSystem({ clock: later(90) }), { entry, side: 'organiser' }))).toBe('general.not-found');
});
