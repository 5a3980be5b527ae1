/** One entry opened again after entries closed, as everybody who reads it sees it. */
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { endJudging } from '#slices/programmes/index.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, anAcceptedEntry, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import {
  addFile,
  cancelReopening,
  entriesForManager,
  entriesOfOwner,
  entryForJudge,
  entryForManager,
  entryForOwner,
  removeFile,
  reopenEntry,
  reopeningsForManager,
  saveDraft,
  submitEntry,
  takeUpload,
  withdrawEntry,
} from '../index.ts';
import { openAgain } from './open-again.ts';

const data = temporaryFolder('reopening');
configureFiles(data);
afterAll(() => rm(data, { recursive: true, force: true }));

const database = await testDatabase();
const world = await foundedWorld(database);
const after = new Date('2026-04-05T09:00:00Z');
const until = '2026-04-08T09:00:00Z';
const lastInstant = new Date('2026-04-08T08:59:59.999Z');
const at = (season: Season, person: PersonId, clock = after) => season.as(person, { clock });
const reopen = (season: Season, entry: EntryId, clock = after, to = until) =>
  reopenEntry(at(season, season.manager, clock), { entry, reason: 'A figure had slipped.', until: to });
const changed = { title: 'The hour after the flood, corrected', nominee: 'Wick Lower Mutual', body: 'When the river rose twice.' };

/** All that readers besides its writer get of the entries of a season. */
async function readBy(season: Season, ...entries: readonly EntryId[]) {
  const ctx = at(season, season.manager);
  const edition = { ...(await entryForManager(ctx, entries[0] ?? '')).edition };
  return JSON.stringify({
    judges: await Promise.all(entries.map((entry) => entryForJudge(ctx, entry))),
    list: await entriesForManager(ctx, edition, {}),
    manager: await Promise.all(entries.map((entry) => entryForManager(ctx, entry))),
  });
}

test('detail 3: reopen, change, let the clock run out: judges still hold version 1, and nothing else is reopened', async () => {
  const season = await aSeason(world);
  const [mine, other] = [await anAcceptedEntry(season), await aDraft(season)];
  const before = await readBy(season, mine.entry);
  const { draft } = await reopen(season, mine.entry);
  await saveDraft(at(season, mine.owner), { entry: draft, version: 1, ...changed });
  expect(await readBy(season, mine.entry)).toBe(before);
  // Its writer sees what is changed so far.
  const page = await entryPage(at(season, mine.owner), draft);
  expect(page.next?.changes.head.map(({ part }) => part)).toEqual(['title', 'body']);
  expect([page.open, page.closes]).toEqual([true, '2026-04-08T10:00:00+01:00[Europe/Dublin]']);
  // The clock runs out.
  const send = submitEntry(at(season, mine.owner, new Date(until)), { entry: draft, version: 2, ...changed });
  expect(await refusal(send)).toMatchObject({
    code: 'entries.closed',
    facts: { closedAt: '2026-04-08T10:00:00+01:00[Europe/Dublin]', arrivedAt: '2026-04-08T10:00:00+01:00[Europe/Dublin]' },
  });
  expect(await readBy(season, mine.entry)).toBe(before);
  const { reopenings } = await reopeningsForManager(
    at(season, season.manager, new Date(until)),
    await entryForManager(at(season, season.manager), mine.entry),
  );
  expect(reopenings.map(({ state, changes }) => [state, changes])).toEqual([['ran-out', undefined]]);
  // Nobody else's time has moved.
  const late = submitEntry(at(season, other.owner), { entry: other.entry, version: 1, ...changed });
  expect(await refusalCode(late)).toBe('entries.closed');
});

test('sent in a millisecond before its instant, version 2 takes the place of version 1 under its number, and what was changed can be seen', async () => {
  const season = await aSeason(world);
  const mine = await anAcceptedEntry(season);
  const { draft } = await reopen(season, mine.entry);
  const sent = await submitEntry(at(season, mine.owner, lastInstant), { entry: draft, version: 1, ...changed });
  expect([sent.entry, sent.number]).toEqual([mine.entry, mine.number]);
  const read = await entryForJudge(at(season, season.manager), mine.entry);
  expect([read?.title, read?.body, read?.number]).toEqual([changed.title, changed.body, mine.number]);
  const entry = await entryForManager(at(season, season.manager), mine.entry);
  expect([entry.state, entry.submittedAt]).toEqual(['accepted', lastInstant]);
  const { reopenings } = await reopeningsForManager(at(season, season.manager), entry);
  expect(reopenings.map(({ state, changes }) => [state, changes?.head])).toEqual([
    [
      'sent-in',
      [
        { part: 'title', before: 'The hour after the flood', after: changed.title },
        { part: 'body', before: expect.stringMatching(/^When the river rose, forty-one/), after: changed.body },
      ],
    ],
  ]);
  // It is written no more, and has no place of its own anywhere.
  expect(await refusalCode(saveDraft(at(season, mine.owner, lastInstant), { entry: draft, version: 1, ...changed }))).toBe(
    'entries.reopening-over',
  );
  const own = await entriesOfOwner(at(season, mine.owner, lastInstant));
  expect(own.map(({ id, state, openAgain: again }) => [id, state, again])).toEqual([[mine.entry, 'accepted', undefined]]);
});

test('a file that is added, one that is taken away and one that stays come over with the next version; judges keep the old until then', async () => {
  const season = await aSeason(world);
  const { entry, owner } = await aDraft(season);
  const open = at(season, owner, dates.whileOpen);
  const pdf = (words: string) => new File([`%PDF-1.7\n${words}\n%%EOF`], `${words}.pdf`);
  const lay = async (ctx: typeof open, to: EntryId, words: string) =>
    addFile(ctx, { entry: to, ...(await takeUpload(ctx, to, pdf(words))) });
  await lay(open, entry, 'stays');
  await lay(open, entry, 'goes');
  await submitEntry(open, { entry, version: 1, ...changed });
  const { draft } = await reopen(season, entry);
  const mine = at(season, owner);
  const begun = await entryPage(mine, draft);
  expect(begun.files.map(({ name }) => name).sort()).toEqual(['goes.pdf', 'stays.pdf']);
  expect(begun.next?.changes.count).toBe(0);
  await removeFile(mine, { file: begun.files.find(({ name }) => name === 'goes.pdf')?.id ?? '' });
  await lay(mine, draft, 'is new');
  const names = async () => (await entryForManager(at(season, season.manager), entry)).files.map(({ name }) => name).sort();
  expect(await names()).toEqual(['goes.pdf', 'stays.pdf']);
  const idOfKept = async () =>
    (await entryForManager(at(season, season.manager), entry)).files.find(({ name }) => name === 'stays.pdf')?.id;
  const kept = await idOfKept();
  await submitEntry(mine, { entry: draft, version: 1, ...changed });
  expect(await names()).toEqual(['is new.pdf', 'stays.pdf']);
  const now = await entryForManager(at(season, season.manager), entry);
  expect(await idOfKept()).toBe(kept);
  const { reopenings } = await reopeningsForManager(at(season, season.manager), now);
  expect([reopenings[0]?.changes?.added, reopenings[0]?.changes?.removed]).toEqual([['is new.pdf'], ['goes.pdf']]);
});

test('closed again by the manager, what stands stands, its writer is told, and nothing more comes in', async () => {
  const season = await aSeason(world);
  const mine = await aSubmission(season);
  const { draft } = await reopen(season, mine.entry);
  expect((await openAgain(at(season, mine.owner), [mine.entry])).get(mine.entry)?.draft).toBe(draft);
  await cancelReopening(at(season, season.manager), { entry: mine.entry });
  expect(await refusalCode(submitEntry(at(season, mine.owner), { entry: draft, version: 1, ...changed }))).toBe('entries.reopening-over');
  expect(await refusalCode(cancelReopening(at(season, season.manager), { entry: mine.entry }))).toBe('entries.not-open-again');
  const { rows } = await database.owner.pool.query<{ mail: string }>(
    `select mail from plaudit.outbox where organisation_id = $1 and person_id = $2 order by created_at, mail`,
    [season.organisation, mine.owner],
  );
  expect(rows.map(({ mail }) => mail)).toEqual(['entries.receipt', 'entries.reopened', 'entries.reopening-cancelled']);
});

test('opened once more after its time ran out, its writer goes on with what they had written', async () => {
  const season = await aSeason(world);
  const mine = await aSubmission(season);
  const first = await reopen(season, mine.entry);
  await saveDraft(at(season, mine.owner), { entry: first.draft, version: 1, ...changed });
  expect(await refusalCode(reopen(season, mine.entry))).toBe('entries.open-again-already');
  const second = await reopen(season, mine.entry, new Date('2026-04-09T09:00:00Z'), '2026-04-10T09:00:00Z');
  expect(second.draft).toBe(first.draft);
  const page = await entryPage(at(season, mine.owner, new Date('2026-04-09T10:00:00Z')), second.draft);
  expect([page.title, page.open]).toEqual([changed.title, true]);
});

test('it is opened again only after entries closed, of what stands, until a moment before judging closes, by a manager', async () => {
  const season = await aSeason(world);
  const mine = await aSubmission(season);
  expect(await refusalCode(reopen(season, mine.entry, dates.whileOpen))).toBe('entries.open-anyway');
  expect((await refusal(reopen(season, mine.entry, after, after.toISOString()))).fields).toEqual(['until: entries.until-has-passed']);
  expect((await refusal(reopen(season, mine.entry, after, '2026-05-01T16:00:00.001Z'))).fields).toEqual([
    'until: entries.until-after-judging',
  ]);
  expect(await refusalCode(reopenEntry(at(season, mine.owner), { entry: mine.entry, reason: 'I want to.', until }))).toBe(
    'general.not-found',
  );
  const sentBack = await aSubmission(season);
  await returnEntry(at(season, season.manager, dates.whileOpen), { entry: sentBack.entry, reason: 'Say more.' });
  expect(await refusalCode(reopen(season, sentBack.entry))).toBe('entries.nothing-to-reopen');
  const gone = await aSubmission(season);
  const { draft } = await reopen(season, gone.entry);
  await withdrawEntry(at(season, gone.owner), { entry: gone.entry });
  expect(await refusalCode(submitEntry(at(season, gone.owner), { entry: draft, version: 1, ...changed }))).toBe('entries.reopening-over');
});

test('opened by six managers at once it is open once; submitted by six windows at once it comes in once', async () => {
  const season = await aSeason(world);
  const mine = await anAcceptedEntry(season);
  const six = <T>(start: () => Promise<T>) => Array.from({ length: 6 }, () => start);
  const opened = await startAtBarrier(
    database,
    'entries',
    six(() =>
      reopenEntry(season.as(season.manager, { clock: after, key: ids.random() }), { entry: mine.entry, reason: 'Six of us.', until }),
    ),
  );
  expect(lostOf(opened)).toEqual(Array(5).fill('entries.open-again-already'));
  const draft = wonOf(opened)[0]?.draft ?? '';
  const sent = await startAtBarrier(
    database,
    'entries',
    six(() => submitEntry(season.as(mine.owner, { clock: after, key: ids.random() }), { entry: draft, version: 1, ...changed })),
  );
  expect([wonOf(sent).length, lostOf(sent)]).toEqual([1, Array(5).fill('entries.reopening-over')]);
});

test('an opening ends with judging, when that is ended before its instant, and nothing that was announced is replaced', async () => {
  const season = await aSeason(world);
  const mine = await anAcceptedEntry(season);
  const { draft } = await reopen(season, mine.entry);
  await endJudging(at(season, season.manager, new Date('2026-04-06T09:00:00Z')), { edition: season.edition });
  const late = new Date('2026-04-06T09:01:00Z');
  expect(await refusal(submitEntry(at(season, mine.owner, late), { entry: draft, version: 1, ...changed }))).toMatchObject({
    code: 'entries.closed',
    facts: { closedAt: '2026-04-06T10:00:01+01:00[Europe/Dublin]' },
  });
  expect(await openAgain(at(season, mine.owner, late), [mine.entry])).toEqual(new Map());
});

test('what is sent back or withdrawn while it is open again is not open any more, and its next version takes nobody’s place', async () => {
  const season = await aSeason(world);
  for (const act of ['return', 'withdraw'] as const) {
    const mine = await aSubmission(season);
    const { draft } = await reopen(season, mine.entry);
    if (act === 'return') await returnEntry(at(season, season.manager), { entry: mine.entry, reason: 'Say since when.', until });
    else await withdrawEntry(at(season, mine.owner), { entry: mine.entry });
    expect(await openAgain(at(season, mine.owner), [mine.entry])).toEqual(new Map());
    const send = submitEntry(at(season, mine.owner), { entry: draft, version: 1, ...changed });
    expect(await refusalCode(send)).toBe('entries.reopening-over');
    if (act === 'withdraw') continue;
    // Mended where it stands, it is not replaced by what was written beside it.
    const { version } = await entryForOwner(at(season, mine.owner), mine.entry);
    await submitEntry(at(season, mine.owner), { entry: mine.entry, version, ...changed, body: 'Mended.' });
    expect(await refusalCode(submitEntry(at(season, mine.owner), { entry: draft, version: 1, ...changed }))).toBe('entries.reopening-over');
  }
});
