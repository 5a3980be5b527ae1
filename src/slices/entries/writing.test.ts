import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import { entriesOfOwner, entryForJudge, entryForManager, entryForOwner, saveDraft, startEntry, submitEntry } from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);

const text = {
  title: 'The hour after the flood',
  nominee: 'Wick Lower Mutual',
  body: 'When the river rose, we asked where they would sleep.',
};
const during = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const at = (person: PersonId, clock: number) => season.as(person, { clock: new Date(clock) });
const open = dates.entriesOpenAt.getTime();
const close = dates.entriesCloseAt.getTime();

const statuses = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status).sort();
const count = async (table: string, entry: EntryId) =>
  (await database.owner.pool.query(`select from plaudit.${table} where entry_id = $1`, [entry])).rowCount;

test('an entry is started from the opening instant until the last millisecond before the close', async () => {
  const owner = await aPerson(season);
  const start = (clock: number) => startEntry(at(owner, clock), { category: season.categories[0] });
  expect(await refusal(start(open - 1))).toEqual({
    code: 'entries.not-open-yet',
    facts: { opensAt: '2026-03-01T09:00:00+00:00[Europe/Dublin]' },
    fields: [],
  });
  await start(open);
  await start(close - 1);
  expect(await refusal(start(close))).toEqual({
    code: 'entries.closed',
    facts: { closedAt: '2026-04-01T17:00:00+01:00[Europe/Dublin]', arrivedAt: '2026-04-01T17:00:00+01:00[Europe/Dublin]' },
    fields: [],
  });
  expect((await entriesOfOwner(at(owner, open))).length).toBe(2);
});

test('nobody starts an entry in an edition that is not published, nor without signing in', async () => {
  const draft = await aSeason(world, { published: false });
  expect(await refusalCode(startEntry(during(await aPerson(world)), { category: draft.categories[0] }))).toBe('general.not-found');
  const visitor = season.asVisitor({ clock: dates.whileOpen });
  expect(await refusalCode(startEntry(visitor, { category: season.categories[0] }))).toBe('general.sign-in-needed');
});

test('a saved draft is a version with its history, and the same text again changes nothing', async () => {
  const { entry, owner } = await aDraft(season);
  const first = await saveDraft(during(owner), { entry, version: 1, ...text });
  const again = await saveDraft(during(owner), { entry, version: 1, ...text, body: text.body.replaceAll('\n', '\r\n') });
  expect([first.version, again]).toEqual([2, { ...first, mine: [] }]);
  expect(await count('entry_history', entry)).toBe(1);
  expect((await entryForOwner(during(owner), entry)).body).toBe(text.body);
});

test('of two savers of one version one is saved, and the other is refused and overwrites nothing', async () => {
  const { entry, owner } = await aDraft(season);
  const save = (body: string) => saveDraft(during(owner), { entry, version: 1, ...text, body });
  const outcomes = await Promise.allSettled([save('One tab wrote this.'), save('The other tab wrote that.')]);
  expect(statuses(outcomes)).toEqual(['fulfilled', 'rejected']);
  const { version, body } = await entryForOwner(during(owner), entry);
  expect([version, ['One tab wrote this.', 'The other tab wrote that.'].includes(body)]).toEqual([2, true]);
  expect(await refusal(save('A third.'))).toEqual({
    code: 'general.stale-version',
    facts: { at: '2026-03-10T09:00:00+00:00[Europe/Dublin]' },
    fields: [],
  });
});

test('a draft is saved after the close too, so that what was written is never lost, but not submitted', async () => {
  const { entry, owner } = await aDraft(season);
  await saveDraft(at(owner, close), { entry, version: 1, ...text });
  expect(await refusalCode(submitEntry(at(owner, close), { entry, version: 2, ...text }))).toBe('entries.closed');
  expect((await entryForOwner(during(owner), entry)).state).toBe('draft');
});

test('line breaks count once, and what no text can hold is left out', async () => {
  const { entry, owner } = await aDraft(season);
  await saveDraft(during(owner), { entry, version: 1, title: ' A\u0000title ', nominee: '', body: 'one\r\ntwo 🌊 \ud800' });
  const { title, body } = await entryForOwner(during(owner), entry);
  expect([title, body]).toEqual(['Atitle', 'one\ntwo 🌊 \ufffd']);
});

test('an entry is submitted until the last millisecond before the close, with the next number of its category', async () => {
  const own = await aSeason(world);
  const submit = async (clock: number, category: 0 | 1) => {
    const { entry, owner } = await aDraft(own, { category });
    return submitEntry(at(owner, clock), { entry, version: 1, ...text });
  };
  const numbers = [await submit(open, 0), await submit(close - 1, 0), await submit(open, 1)].map(({ number }) => number);
  expect(numbers).toEqual(['A-001', 'A-002', 'B-001']);
  expect(await refusalCode(submit(close, 0))).toBe('entries.closed');
});

test('an entry with something missing is refused with each field named, and nothing is saved', async () => {
  const { entry, owner } = await aDraft(season);
  const found = await refusal(submitEntry(during(owner), { entry, version: 1, title: ' ', nominee: '', body: 'Written.' }));
  expect(found).toEqual({
    code: 'general.invalid-input',
    facts: { count: 2 },
    fields: ['title: field.required', 'nominee: field.required'],
  });
  const long = await refusal(saveDraft(during(owner), { entry, version: 1, ...text, body: 'x'.repeat(6001) }));
  expect(long.fields).toEqual(['body: field.too-long']);
  expect((await entryForOwner(during(owner), entry)).version).toBe(1);
});

test('two submits of one entry at once give one number, one receipt and one event', async () => {
  const { entry, owner } = await aDraft(season);
  const submit = () => submitEntry(during(owner), { entry, version: 1, ...text });
  expect(statuses(await Promise.allSettled([submit(), submit(), submit()]))).toEqual(['fulfilled', 'rejected', 'rejected']);
  const receipts = await database.owner.pool.query(`select from plaudit.outbox where mail = 'entries.receipt' and person_id = $1`, [owner]);
  const events = await database.owner.pool.query(
    `select from plaudit.audit_events where kind = 'entries.entry-submitted' and subject_id = $1`,
    [entry],
  );
  expect([receipts.rowCount, events.rowCount]).toEqual([1, 1]);
  expect(await refusalCode(submit())).toBe('entries.already-submitted');
});

test('entries submitted at once in one category have numbers without a gap', async () => {
  const own = await aSeason(world);
  const drafts = await Promise.all(Array.from({ length: 6 }, () => aDraft(own, { category: 1 })));
  const made = await Promise.all(drafts.map(({ entry, owner }) => submitEntry(during(owner), { entry, version: 1, ...text })));
  expect(made.map(({ number }) => number).sort()).toEqual(['B-001', 'B-002', 'B-003', 'B-004', 'B-005', 'B-006']);
});

test('the receipt goes to the writer with the hash of what was submitted, which anybody can make again', async () => {
  const { entry, owner } = await aDraft(season);
  const { number, hash, submittedAt } = await submitEntry(during(owner), { entry, version: 1, ...text });
  const receipt = JSON.stringify({ body: text.body, entry, files: [], nominee: text.nominee, number, submittedAt, title: text.title });
  expect(hash).toBe(createHash('sha256').update(receipt).digest('hex'));
  const { rows } = await database.owner.pool.query(
    `select recipient, data from plaudit.outbox where mail = 'entries.receipt' and person_id = $1`,
    [owner],
  );
  expect(rows).toEqual([
    {
      recipient: await emailOf(season, owner),
      data: {
        entry,
        name: 'Orla Tennant',
        number,
        title: text.title,
        programme: 'The Handbell Awards',
        edition: '2026',
        submittedAt: '2026-03-10T09:00:00+00:00[Europe/Dublin]',
        hash,
      },
    },
  ]);
});

test('what is submitted can no longer be changed by its writer', async () => {
  const { entry, owner, number } = await aSubmission(season);
  const late = saveDraft(during(owner), { entry, version: 2, ...text });
  expect(await refusal(late)).toEqual({ code: 'entries.not-editable', facts: { number }, fields: [] });
});

test('an entry is its writer’s alone: others save, submit and read nothing, and a draft is hidden from managers too', async () => {
  const { entry, owner } = await aDraft(season);
  const others = [season.manager, await aMember(season, season.programme, 'judge', 'Maren Oduya'), await aPerson(season)];
  for (const person of others) {
    const tries = [
      saveDraft(during(person), { entry, version: 1, ...text }),
      submitEntry(during(person), { entry, version: 1, ...text }),
      entryForOwner(during(person), entry),
      entryForManager(during(person), entry),
    ];
    expect(await Promise.all(tries.map(refusalCode))).toEqual(tries.map(() => 'general.not-found'));
  }
  expect((await entryForOwner(during(owner), entry)).version).toBe(1);
  expect(await entryForJudge(during(owner), entry)).toBeUndefined();
  expect(await refusalCode(entryForOwner(during(owner), 'no-such-entry'))).toBe('general.not-found');
});
