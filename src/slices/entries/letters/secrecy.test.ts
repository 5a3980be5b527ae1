/** Nothing whoever entered can see differs by the words of a confidential letter; and what is told, given and erased of letters. */
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import '#main/slices.ts';
import { configureFiles } from '#platform/files.server.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { mailKind } from '#platform/mails.ts';
import { partsOf } from '#platform/privacy/holders.ts';
import { newToken } from '#platform/tokens.server.ts';
import { erasePerson } from '#slices/people/index.ts';
import { entryForScreener } from '#slices/screening/index.ts';
import { asJobs } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { answerLetter, askReferee } from '#tests/support/entering/letters.ts';
import { shareEntry } from '#tests/support/entering/sharing.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld, type Season } from '#tests/support/season.ts';
import { wordsFor } from '#words/index.ts';
import { archiveOf } from '../archives/archive.ts';
import { ownEntry } from '../archives/sources.ts';
import { entryPage } from '../entry-page.ts';
import { askForLetter, declineLetter, entriesOfOwner, entryForOwner } from '../index.ts';
import { drawnIn } from '../parts/archives/drawn.tsx';
import { printed } from '../receipts/printed.ts';
import { receiptOf } from '../receipts/receipt.ts';
import { historyPage } from '../together/history.ts';
import { letterPage, lettersPage } from './views.ts';

configureFiles(temporaryFolder('letters'));
const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const later = new Date(dates.whileOpen.getTime() + 7_200_000);
const address = () => `${ids.random()}@referees.example`;
const jobs = () => asJobs(database, world.organisation);

/** All that those who write an entry are shown, given and mailed of it. */
async function seenBy(person: PersonId, entry: string): Promise<string> {
  const ctx = () => season.as(person, { clock: later });
  const own = await entryForOwner(ctx(), entry);
  const { rows: mails } = await database.owner.pool.query(
    'select mail, data, created_at from plaudit.outbox where recipient = $1 order by created_at, mail',
    [await emailOf(world, person)],
  );
  const archive = await buffer(archiveOf(ctx(), await ownEntry(ctx(), entry), drawnIn('en')));
  const parts = (await partsOf(jobs(), person)).filter(({ name }) => name !== 'record');
  const views = [await entryPage(ctx(), entry), await lettersPage(ctx(), entry), await historyPage(ctx(), entry, undefined)];
  const papers = [await printed(ctx(), own), await receiptOf(ctx(), own), archive.toString('base64')];
  return JSON.stringify([own, views, papers, await entriesOfOwner(ctx()), mails, parts], null, 1);
}

async function seenWith(texts: readonly string[], confidential: boolean): Promise<readonly string[]> {
  const { entry, owner } = await aSubmission(season);
  const writer = await aPerson(world, 'Wanda Brightwater');
  await shareEntry(season, { entry, owner, rights: 'submit' }, writer);
  const { token } = await askReferee(season, { entry, owner, confidential }, address());
  const seen: string[] = [];
  for (const [i, text] of texts.entries()) {
    await answerLetter(season, token, text, i);
    seen.push((await seenBy(owner, entry)) + (await seenBy(writer, entry)));
  }
  return seen;
}

test('nothing that whoever entered is shown, given or mailed differs by the words of a confidential letter', async () => {
  const texts = ['Canariusquill.', 'A word.\n\n'.repeat(300), 'They were never there.'];
  const [first, ...others] = await seenWith(texts, true);
  expect(others.map((seen) => seen === first)).toEqual([true, true]);
  expect(first).not.toContain('Canariusquill');
  expect(first).toContain('Ruth Abara');
  // The same eyes see an open one, so they do look.
  const open = await seenWith(texts.slice(0, 2), false);
  expect(open[0]).toContain('Canariusquill');
  expect(open[0]).not.toBe(open[1]);
});

test('somebody who runs the programme and writes the entry reads no confidential letter there either', async () => {
  const both = await aMember(season, season.programme, 'manager', 'Ada Winterfeld');
  const { entry } = await aSubmission(season, { owner: both });
  const [hidden, open] = [
    await askReferee(season, { entry, owner: both }, address()),
    await askReferee(season, { entry, owner: both, confidential: false }, address()),
  ];
  await answerLetter(season, hidden.token, 'Between us.');
  await answerLetter(season, open.token, 'For all.', 0, later);
  const answers = async (person: PersonId) =>
    (await entryForScreener(season.as(person, { clock: later }), entry)).letters.map(({ answer, kept, hash }) => [
      answer,
      kept,
      hash === '',
    ]);
  expect(await answers(both)).toEqual([
    ['', true, true],
    ['For all.', false, false],
  ]);
  expect(await answers(season.manager)).toEqual([
    ['Between us.', false, false],
    ['For all.', false, false],
  ]);
});

test('a referee is given what they wrote and what was asked of them, and loses it when they are erased', async () => {
  const { entry, owner } = await aDraft(season);
  const referee = await aPerson(world, 'Ruth Abara');
  const email = await emailOf(world, referee);
  const { token } = await askReferee(season, { entry, owner }, email);
  await answerLetter(season, token, 'I was there.');
  const second = await aDraft(season);
  const waiting = await askReferee(season, second, email, later);
  const rowsOf = async (person: PersonId, name: string) => (await partsOf(jobs(), person)).find((part) => part.name === name)?.rows;
  expect(await rowsOf(referee, 'letters')).toMatchObject([
    { email, state: 'arrived', answer: 'I was there.', confidential: true },
    { email, state: 'waiting', answer: '' },
  ]);
  expect(await rowsOf(owner, 'letters-asked-for')).toMatchObject([{ email, state: 'arrived', answer: '' }]);
  await erasePerson(jobs(), { person: referee, reason: 'asked for it' });
  const { rows } = await database.owner.pool.query(
    `select email || name || relation || message || answer as words, withdrawn_at is not null as ended
       from plaudit.letter_requests where entry_id = any ($1) order by asked_at, ended`,
    [[entry, second.entry]],
  );
  expect(rows).toEqual([
    { words: '', ended: false },
    { words: '', ended: true },
  ]);
  expect(await refusalCode(letterPage(world.asVisitor({ clock: later }), waiting.token))).toBe('entries.letter-withdrawn');
  expect(await refusalCode(answerLetter(season, token, 'Again.', 1))).toBe('entries.letter-withdrawn');
  expect((await lettersPage(season.as(owner, { clock: later }), entry)).letters).toMatchObject([{ name: '', email: '', state: 'arrived' }]);
});

test('letters go with the words of their entry when its owner is erased', async () => {
  const { entry, owner } = await aDraft(season);
  const { token } = await askReferee(season, { entry, owner }, address());
  await answerLetter(season, token, 'I was there.');
  await erasePerson(jobs(), { person: owner, reason: 'asked for it' });
  const { rows } = await database.owner.pool.query(
    'select email || name || relation || message || answer as words from plaudit.letter_requests where entry_id = $1',
    [entry],
  );
  expect(rows).toEqual([{ words: '' }]);
});

async function mailed(of: Season, email: string): Promise<readonly { subject: string; text: string }[]> {
  const { rows } = await of.database.owner.pool.query<{ mail: string; data: Record<string, string> }>(
    'select mail, data from plaudit.outbox where recipient = $1 order by created_at',
    [email],
  );
  return rows.flatMap(({ mail, data }) => {
    const kind = mailKind(mail);
    return 'render' in kind ? [kind.render(data, { words: wordsFor('en'), url: 'https://awards.example' })] : [];
  });
}

test('what somebody wrote stays words in mails: quoted line by line, and never a link or a header of ours', async () => {
  const { entry, owner } = await aDraft(season);
  const email = address();
  const token = newToken();
  const message = '<script>alert(1)</script>\n\nhttps://evil.example/letters';
  const hostile = { name: '“Ruth”\u202E', relation: '<b>all</b>', message };
  await askForLetter(season.as(owner, { clock: dates.whileOpen }), { entry, email, ...hostile, confidential: true, token });
  await answerLetter(season, token, '<img src=x onerror=alert(1)>');
  const [asked, receipt] = await mailed(season, email);
  expect(asked?.text).toContain('> <script>alert(1)</script>\n> \n> https://evil.example/letters\n');
  expect(asked?.text).toContain(`https://awards.example/letters/${token}`);
  expect(asked?.text).toContain('Your letter is confidential');
  expect(asked?.subject).not.toContain('\n');
  expect(receipt?.text).toMatch(/\n[0-9a-f]{64}\n/);
  expect(receipt?.text).not.toContain('onerror');
  await declineLetter(world.asVisitor({ clock: later }), { token, words: '<i>no</i>' });
  const told = await mailed(season, await emailOf(world, owner));
  expect(told.map(({ subject }) => /: a letter has arrived$|: a referee has declined$/.test(subject))).toEqual([true, true]);
  expect(told.some(({ subject, text }) => `${subject}${text}`.includes('Ruth'))).toBe(false);
  expect(told.map(({ text }) => text.includes('<i>'))).toEqual([false, false]);
});
