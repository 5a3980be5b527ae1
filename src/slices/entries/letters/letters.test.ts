/** A referee is asked for a letter, writes it without an account, and it is read by whom it is for. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { day, letterLimits } from '#core/entries/asking/letters.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { ballotForJudge } from '#slices/judging/index.ts';
import { acceptEntry, entryForScreener } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { answerLetter, askReferee } from '#tests/support/entering/letters.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { assignAll, judgesIn } from '#tests/support/panel.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { askForLetter, declineLetter, remindReferee, reopenEntry, withdrawEntry, withdrawLetterRequest } from '../index.ts';
import { letterPage, lettersPage } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const at = (person: PersonId, clock: Date = dates.whileOpen) => season.as(person, { clock });
const visitor = (clock: Date = dates.whileOpen) => world.asVisitor({ clock });
const address = () => `${ids.random()}@referees.example`;
const later = (days: number) => new Date(dates.whileOpen.getTime() + days * day);
const mailsTo = async (email: string) =>
  (await database.owner.pool.query('select mail, data from plaudit.outbox where recipient = $1 order by created_at, id', [email])).rows;

test('a letter is asked for by mail, written behind the link without an account, acknowledged by its hash, and read by whom it is for', async () => {
  const own = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const { entry, owner } = await aSubmission(own);
  const email = address();
  const { token } = await askReferee(own, { entry, owner }, email);
  const kept = await database.owner.pool.query(
    'select from plaudit.letter_links l, plaudit.letter_requests r where l::text like $1 or r::text like $1',
    [`%${token}%`],
  );
  expect(kept.rowCount).toBe(0);
  const page = await letterPage(visitor(), token);
  expect([page.state, page.entry, page.asked.relation, page.why]).toEqual([
    'waiting',
    { title: 'The hour after the flood', nominee: 'Wick Lower Mutual' },
    'Led the shelter during the flood',
    undefined,
  ]);
  expect((await entryPage(own.as(owner, { clock: dates.whileOpen }), entry)).letters).toEqual({ asked: 1, missing: 1 });
  const text = 'They came in the first night.\n\nNobody had asked them to.';
  expect(await answerLetter(own, token, ` ${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual({ version: 1 });
  const hash = createHash('sha256').update(text).digest('hex');
  expect(await mailsTo(email)).toMatchObject([
    { mail: 'entries.letter-asked', data: { token, kind: 'confidential', message: 'Would you say what you saw?' } },
    { mail: 'entries.letter-receipt', data: { token, hash } },
  ]);
  expect((await mailsTo(await emailOf(world, owner))).at(-1)).toMatchObject({
    mail: 'entries.letter-answered',
    data: { became: 'arrived' },
  });
  expect((await entryPage(own.as(owner, { clock: dates.whileOpen }), entry)).letters).toEqual({ asked: 1, missing: 0 });
  await acceptEntry(own.as(own.manager, { clock: dates.whileOpen }), { entry });
  const [judge] = await judgesIn(own, 1);
  await assignAll(own);
  const { letters } = await ballotForJudge(own.as(judge as PersonId, { clock: dates.whileJudging }), entry);
  expect(letters.map(({ id: _id, ...one }) => one)).toEqual([
    { name: 'Ruth Abara', relation: 'Led the shelter during the flood', answer: text },
  ]);
  const screened = await entryForScreener(own.as(own.manager, { clock: dates.whileJudging }), entry);
  expect(screened.letters).toMatchObject([{ name: 'Ruth Abara', email, confidential: true, answer: text, hash, kept: false }]);
});

test('of two letters sent at once one is kept, and the other is refused as what it did not see', async () => {
  const { entry, owner } = await aDraft(season);
  const email = address();
  const { token } = await askReferee(season, { entry, owner }, email);
  const outcomes = await Promise.allSettled(['One.', 'Two.', 'Three.'].map((text) => answerLetter(season, token, text)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(refused).toEqual(['general.stale-version', 'general.stale-version']);
  const { answer, version } = await letterPage(visitor(), token);
  expect(['One.', 'Two.', 'Three.'].filter((text) => text === answer)).toEqual([answer]);
  expect(await answerLetter(season, token, 'Four.', version)).toEqual({ version: 2 });
  expect((await mailsTo(email)).map(({ mail }) => mail)).toEqual([
    'entries.letter-asked',
    'entries.letter-receipt',
    'entries.letter-receipt',
  ]);
});

test('a link works for its own letter alone, until entries close, and no more once the request is withdrawn', async () => {
  const { entry, owner } = await aDraft(season);
  const [mine, other] = [await askReferee(season, { entry, owner }, address()), await askReferee(season, { entry, owner }, address())];
  await answerLetter(season, mine.token, 'Mine.');
  expect((await letterPage(visitor(), other.token)).answer).toBe('');
  expect(await refusalCode(answerLetter(season, newToken(), 'Nobody’s.'))).toBe('entries.letter-link-unknown');
  expect(await refusalCode(letterPage(visitor(), newToken()))).toBe('entries.letter-link-unknown');
  const last = new Date(dates.entriesCloseAt.getTime() - 1);
  await answerLetter(season, mine.token, 'Mine, to the last.', 1, last);
  expect(await refusal(answerLetter(season, mine.token, 'Too late.', 2, dates.entriesCloseAt))).toMatchObject({
    code: 'entries.letters-closed',
  });
  expect(await refusalCode(declineLetter(visitor(dates.entriesCloseAt), { token: mine.token }))).toBe('entries.letters-closed');
  expect(await letterPage(visitor(dates.entriesCloseAt), mine.token)).toMatchObject({
    why: 'entries.letters-closed',
    answer: 'Mine, to the last.',
  });
  const withdraw = (request: string) => withdrawLetterRequest(at(owner, dates.whileJudging), { entry, request });
  expect(await refusalCode(withdraw(mine.request))).toBe('entries.letter-not-waiting');
  await withdraw(other.request);
  expect(await refusalCode(withdraw(other.request))).toBe('entries.letter-not-waiting');
  expect(await refusalCode(letterPage(visitor(), other.token))).toBe('entries.letter-withdrawn');
  expect(await refusalCode(answerLetter(season, other.token, 'Still.'))).toBe('entries.letter-withdrawn');
});

test('a letter for an entry that was withdrawn is neither asked for nor written', async () => {
  const { entry, owner } = await aSubmission(season);
  const { token } = await askReferee(season, { entry, owner }, address());
  await withdrawEntry(at(owner), { entry });
  expect(await refusalCode(answerLetter(season, token, 'I was there.'))).toBe('entries.letter-entry-out');
  expect(await refusalCode(askReferee(season, { entry, owner }, address()))).toBe('entries.letter-entry-out');
  expect((await letterPage(visitor(), token)).why).toBe('entries.letter-entry-out');
});

test('a referee declines with or without a word, takes a letter back by it, and may change their mind in time', async () => {
  const { entry, owner } = await aDraft(season);
  const email = address();
  const { token } = await askReferee(season, { entry, owner }, email);
  await answerLetter(season, token, 'I was there.');
  expect(await declineLetter(visitor(later(0.5)), { token, words: 'I no longer work there.' })).toEqual({ declined: true });
  expect(await refusalCode(declineLetter(visitor(), { token }))).toBe('entries.letter-not-waiting');
  expect((await lettersPage(at(owner), entry)).letters).toMatchObject([
    { state: 'declined', answer: 'I no longer work there.', writtenAt: null, mayRemind: false },
  ]);
  expect((await mailsTo(await emailOf(world, owner))).at(-1)).toMatchObject({ data: { became: 'declined' } });
  expect(await refusalCode(askReferee(season, { entry, owner }, email))).toBe('entries.letter-asked-already');
  await answerLetter(season, token, 'And yet I was there.', 2);
  expect((await lettersPage(at(owner), entry)).letters).toMatchObject([{ state: 'arrived', answer: '' }]);
});

test('an entry has five letters that wait or arrived, a referee is reminded once a day, and twenty mails leave for an entry in a day', async () => {
  const { entry, owner } = await aDraft(season);
  const asked = [];
  for (let i = 0; i < letterLimits.open; i += 1) asked.push(await askReferee(season, { entry, owner }, address()));
  expect(await refusal(askReferee(season, { entry, owner }, address()))).toMatchObject({
    code: 'entries.too-many-letters',
    facts: { most: 5 },
  });
  const [first, second, third] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]];
  const remind = (request: string, clock: Date) => remindReferee(at(owner, clock), { entry, request, token: newToken() });
  expect(await refusalCode(remind(first.request, new Date(later(1).getTime() - 1)))).toBe('entries.letter-reminded-today');
  await remind(first.request, later(1));
  expect(await refusalCode(remind(first.request, later(1.5)))).toBe('entries.letter-reminded-today');
  await answerLetter(season, first.token, 'Behind the first link.', 0, later(1.5));
  expect(await refusalCode(remind(first.request, later(2)))).toBe('entries.letter-not-waiting');
  await declineLetter(visitor(), { token: second.token });
  await askReferee(season, { entry, owner }, address());
  expect(await refusalCode(answerLetter(season, second.token, 'After all.', 1))).toBe('entries.too-many-letters');
  await withdrawLetterRequest(at(owner), { entry, request: third.request });
  await answerLetter(season, second.token, 'After all.', 1);
  for (let mails = 7; mails < letterLimits.mailsADay; mails += 1) {
    const [open] = (await lettersPage(at(owner), entry)).letters.filter(({ state }) => state === 'waiting');
    await withdrawLetterRequest(at(owner), { entry, request: open?.id ?? '' });
    await askReferee(season, { entry, owner }, address(), new Date(dates.whileOpen.getTime() + 1));
  }
  const [last] = (await lettersPage(at(owner), entry)).letters.filter(({ state }) => state === 'waiting');
  await withdrawLetterRequest(at(owner), { entry, request: last?.id ?? '' });
  expect(await refusalCode(askReferee(season, { entry, owner }, address()))).toBe('entries.too-many-letter-mails');
});

test('whoever may send the entry in asks; nobody who writes it is asked, and no address twice', async () => {
  const { entry, owner } = await aDraft(season);
  const [sender, editor, stranger] = [await aPerson(world, 'Ada'), await aPerson(world, 'Bo'), await aPerson(world, 'Cy')];
  await shareEntry(season, { entry, owner, rights: 'submit' }, sender);
  await shareEntry(season, { entry, owner, rights: 'edit' }, editor);
  const email = address();
  await askReferee(season, { entry, owner: sender }, email);
  expect(await refusalCode(askReferee(season, { entry, owner: editor }, address()))).toBe('entries.right-missing');
  expect(await refusalCode(askReferee(season, { entry, owner: stranger }, address()))).toBe('general.not-found');
  expect(await refusalCode(askReferee(season, { entry, owner }, email))).toBe('entries.letter-asked-already');
  for (const person of [owner, editor])
    expect(await refusalCode(askReferee(season, { entry, owner }, await emailOf(world, person)))).toBe('entries.letter-from-writer');
  expect((await lettersPage(at(editor), entry)).letters.map(({ mayWithdraw }) => mayWithdraw)).toEqual([false]);
  const fields = { entry, email: 'ruth', name: '', relation: '', message: 'x'.repeat(2001), confidential: true, token: newToken() };
  expect((await refusal(askForLetter(at(owner), fields))).fields.map((field) => field.split(':')[0])).toEqual([
    'email',
    'name',
    'relation',
    'message',
  ]);
});

test('a letter is as long as five thousand characters, however its lines end, and never empty', async () => {
  const { entry, owner } = await aDraft(season);
  const { token } = await askReferee(season, { entry, owner }, address());
  const long = `${'a\r\n'.repeat(2499)}bc`;
  await answerLetter(season, token, long);
  expect(await refusalCode(answerLetter(season, token, `${long}d`, 1))).toBe('general.invalid-input');
  expect(await refusalCode(answerLetter(season, token, ' \r\n ', 1))).toBe('general.invalid-input');
  expect((await letterPage(visitor(), token)).answer.length).toBe(5000);
});

test('a next version has the letters of the entry it is of', async () => {
  const own = await aSeason(world);
  const { entry, owner } = await aSubmission(own);
  await acceptEntry(own.as(own.manager, { clock: dates.whileOpen }), { entry });
  const { token } = await askReferee(own, { entry, owner, confidential: false }, address());
  await answerLetter(own, token, 'I was there.');
  const manager = own.as(own.manager, { clock: dates.whileJudging });
  const { draft } = await reopenEntry(manager, { entry, reason: 'A figure had slipped', until: '2026-04-20T09:00:00Z' });
  const page = await lettersPage(own.as(owner, { clock: dates.whileJudging }), draft);
  expect([page.id, page.letters.map(({ answer }) => answer)]).toEqual([entry, ['I was there.']]);
});
