import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { entryPage } from '#slices/entries/entry-page.ts';
import { entryForJudge, entryForOwner, saveDraft, submitEntry } from '#slices/entries/index.ts';
import { erasePerson } from '#slices/people/index.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import { acceptEntry, entryForScreener, returnEntry, undoScreening } from './index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const during = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const reason = 'Say which year the figures are from.';
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'All of it, from 2025.' };

test('an accepted entry is what judges read, and an acceptance can be taken back', async () => {
  const { entry, owner } = await aSubmission(season);
  expect(await entryForJudge(during(owner), entry)).toBeUndefined();
  await acceptEntry(during(season.manager), { entry });
  expect((await entryForJudge(during(owner), entry))?.title).toBe('The hour after the flood');
  await undoScreening(during(season.manager), { entry });
  expect(await entryForJudge(during(owner), entry)).toBeUndefined();
  const { state, decisions } = await entryForScreener(during(season.manager), entry);
  expect([state, decisions.map(({ verdict, by }) => [verdict, by])]).toEqual([
    'submitted',
    [
      ['reopened', 'Ilse Quarrington'],
      ['accepted', 'Ilse Quarrington'],
    ],
  ]);
});

test('of two decisions about one entry at once the first counts and the second is told so', async () => {
  const { entry } = await aSubmission(season);
  const outcomes = await Promise.allSettled([
    acceptEntry(during(season.manager), { entry }),
    returnEntry(during(season.manager), { entry, reason }),
    acceptEntry(during(season.manager), { entry }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await refusalCode(returnEntry(during(season.manager), { entry, reason }))).toBe('screening.not-waiting');
  expect((await entryForScreener(during(season.manager), entry)).decisions.length).toBe(1);
});

test('an entry of somebody who was erased is sent back without a mail to nobody', async () => {
  const { entry, owner } = await aSubmission(season);
  await erasePerson(asSystem(database.jobs, season.organisation), { person: owner, reason: 'asked', insist: true });
  await returnEntry(during(season.manager), { entry, reason });
  const { rows } = await database.owner.pool.query(`select recipient from plaudit.outbox where recipient = ''`);
  expect(rows).toEqual([]);
});

test('an entry sent back tells its writer what to mend, is written again and submitted under its own number', async () => {
  const { entry, owner, number } = await aSubmission(season);
  await returnEntry(during(season.manager), { entry, reason });
  const { rows } = await database.owner.pool.query(
    `select recipient, data from plaudit.outbox where mail = 'screening.returned' and person_id = $1`,
    [owner],
  );
  expect(rows).toEqual([
    {
      recipient: await emailOf(season, owner),
      data: {
        entry,
        name: 'Orla Tennant',
        number,
        title: 'The hour after the flood',
        edition: '2026',
        programme: 'The Handbell Awards',
        reason,
        closesAt: '2026-04-01T17:00:00+01:00[Europe/Dublin]',
        open: 'yes',
      },
    },
  ]);
  const returned = await entryForOwner(during(owner), entry);
  expect([returned.state, returned.note]).toEqual(['returned', reason]);
  const { version } = await saveDraft(during(owner), { entry, version: returned.version, ...text });
  expect((await submitEntry(during(owner), { entry, version, ...text })).number).toBe(number);
  expect((await entryForOwner(during(owner), entry)).note).toBe('');
});

test('what an entry is sent back for is named, and stays to do until that is changed', async () => {
  const { entry, owner } = await aSubmission(season);
  const later = (person: PersonId) => season.as(person, { clock: new Date(dates.whileOpen.getTime() + 1_000) });
  const stranger = { entry, reason, about: ['title', 'answers.story'] };
  expect((await refusal(returnEntry(during(season.manager), stranger))).fields).toEqual(['about: field.invalid']);
  await returnEntry(during(season.manager), { entry, reason, about: ['title', 'body'] });
  const page = async () => {
    const { asked, asks } = await entryPage(later(owner), entry);
    return [asked, asks.all, asks.open];
  };
  expect(await page()).toEqual([true, ['title', 'body'], ['title', 'body']]);
  const sent = await entryForOwner(later(owner), entry);
  const { nominee, title } = sent;
  const { version } = await saveDraft(later(owner), { entry, version: sent.version, nominee, title, body: text.body });
  expect(await page()).toEqual([true, ['title', 'body'], ['title']]);
  const last = await saveDraft(later(owner), { entry, version, ...text, title: 'Another title' });
  expect(await page()).toEqual([false, ['title', 'body'], []]);
  await submitEntry(later(owner), { entry, version: last.version, ...text, title: 'Another title' });
  expect(await page()).toEqual([false, [], []]);
});

test('an entry sent back is submitted again until the last millisecond before the close and not after it', async () => {
  const at = (clock: number) => ({ clock: new Date(clock) });
  const close = dates.entriesCloseAt.getTime();
  const back = async (clock: number) => {
    const { entry, owner } = await aSubmission(season);
    await returnEntry(during(season.manager), { entry, reason });
    return submitEntry(season.as(owner, at(clock)), { entry, version: 3, ...text });
  };
  await back(close - 1);
  expect(await refusalCode(back(close))).toBe('entries.closed');
});

test('sending back needs words, and only an acceptance can be undone', async () => {
  const { entry } = await aSubmission(season);
  expect((await refusal(returnEntry(during(season.manager), { entry, reason: '  ' }))).fields).toEqual(['reason: field.required']);
  expect(await refusal(undoScreening(during(season.manager), { entry }))).toEqual({
    code: 'screening.nothing-to-undo',
    facts: { state: 'submitted' },
    fields: [],
  });
});

test('nobody but a manager of the programme decides, a draft is not there to decide on, and nothing is written', async () => {
  const { entry } = await aSubmission(season);
  const { entry: draft } = await aDraft(season);
  const other = await aSeason(season);
  const strangers = [
    await aPerson(season),
    await aMember(season, season.programme, 'judge', 'Maren Oduya'),
    await aMember(season, season.programme, 'auditor', 'Piet Aldous'),
    other.manager,
  ];
  for (const person of strangers) {
    expect(await refusalCode(acceptEntry(during(person), { entry }))).toBe('general.not-found');
    expect(await refusalCode(returnEntry(during(person), { entry, reason }))).toBe('general.not-found');
    expect(await refusalCode(undoScreening(during(person), { entry }))).toBe('general.not-found');
  }
  expect(await refusalCode(acceptEntry(during(season.manager), { entry: draft }))).toBe('general.not-found');
  const decisions = await database.owner.pool.query('select from plaudit.screening_decisions where entry_id = any ($1)', [[entry, draft]]);
  expect(decisions.rowCount).toBe(0);
});
