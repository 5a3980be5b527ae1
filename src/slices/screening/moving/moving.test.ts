/** An entry is moved to another category: what goes along, what is missing there, whom it is refused to, and the way back. */
import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { entryPage } from '#slices/entries/entry-page.ts';
import { entryForJudge, entryForOwner, reopenEntry, saveDraft, submitEntry, withdrawEntry } from '#slices/entries/index.ts';
import { receiptOf } from '#slices/entries/receipts/receipt.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { enterByForms } from '#tests/support/forms/season-form.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { acceptEntry, entryForScreener, moveEntry, returnEntry, ruleOut, undoMove, undoReturn } from '../index.ts';
import { movingPage } from './page.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const plain = await aSeason(world);
const asked = await aSeason(world, { published: false });
const story = asks('short-text', 'story', { required: 'submit' });
const forms = {
  entry: formOf(story, asks('short-text', 'motto')),
  other: formOf(story, asks('short-text', 'proof', { required: 'submit' })),
};
await enterByForms(asked, forms, ['entry', 'other'], { A: { nominees: ['team'] }, B: { nominees: ['person'] } });
await publishEdition(asked.as(asked.manager, { clock: dates.before }), { edition: asked.edition });

const reason = 'It tells of a machine.';
const head = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: '' };
const nothing = { missing: [], unasked: [], restated: [] };
const seen = { missing: ['answers.proof'], unasked: ['answers.motto'], restated: ['nomineeKind'] };
const later = dates.whileOpen.getTime() + 1_000;
const at = (of: Season, person: PersonId, clock: Date | number = dates.whileOpen) => of.as(person, { clock: new Date(clock) });
const manager = (of: Season, clock?: Date | number) => at(of, of.manager, clock);
const move = (of: Season, entry: EntryId, more: Partial<Parameters<typeof moveEntry>[1]> = {}, clock?: Date | number) =>
  moveEntry(manager(of, clock), { entry, category: of.categories[1], reason, seen: nothing, ...more });
const shown = (of: Season, entry: EntryId) => entryForScreener(manager(of), entry);

async function answered(): Promise<{ entry: EntryId; owner: PersonId }> {
  const { entry, owner } = await aDraft(asked);
  await submitEntry(at(asked, owner), { entry, version: 1, ...head, answers: { story: 'We answered.', motto: 'Soon.' } });
  return { entry, owner };
}

async function mailsTo(person: PersonId) {
  const { rows } = await database.owner.pool.query<{ mail: string; data: Record<string, string> }>(
    `select mail, data from plaudit.outbox where person_id = $1 and mail like 'screening.%' order by mail`,
    [person],
  );
  return rows.map(({ mail, data }) => [mail, data.from, data.to, data.missing, data.unasked]);
}

/** How many places each category counts as taken. */
async function taken(of: Season): Promise<number[]> {
  const { rows } = await database.owner.pool.query<{ taken: number }>(
    'select entries_numbered - places_freed as taken from plaudit.categories where edition_id = $1 order by code',
    [of.edition],
  );
  return rows.map((row) => row.taken);
}

test('an entry of which nothing is missing there waits in the other category under its number, and its writer is told', async () => {
  const { entry, owner, number } = await aSubmission(plain);
  const [a = 0, b = 0] = await taken(plain);
  expect((await move(plain, entry)).state).toBe('submitted');
  const { state, number: kept, category, decisions } = await shown(plain, entry);
  expect([state, kept, category.code]).toEqual(['submitted', number, 'B']);
  expect(decisions.map(({ verdict, moved, by }) => [verdict, moved?.from, moved?.to, by])).toEqual([
    ['moved', 'Team of the year', 'Innovation of the year', 'Ilse Quarrington'],
  ]);
  expect(await taken(plain)).toEqual([a - 1, b + 1]);
  expect(await mailsTo(owner)).toEqual([['screening.moved', 'Team of the year', 'Innovation of the year', '0', '0']]);
  expect((await entryPage(at(plain, owner), entry)).moved).toMatchObject({
    from: 'Team of the year',
    to: 'Innovation of the year',
    reason,
  });
  await acceptEntry(manager(plain), { entry });
  expect((await entryForJudge(at(plain, owner), entry))?.title).toBe(head.title);
});

test('what is asked there and missing goes back to its writer, who answers it and submits under the same number; nothing they wrote is lost', async () => {
  const { entry, owner } = await answered();
  const before = await receiptOf(at(asked, owner), await entryForOwner(at(asked, owner), entry));
  expect((await move(asked, entry, { seen })).state).toBe('returned');
  const page = await entryPage(at(asked, owner), entry);
  expect([page.state, page.note, page.asks.open, page.moved?.aside, page.form?.answers]).toEqual([
    'returned',
    reason,
    ['answers.proof'],
    1,
    { story: 'We answered.', motto: 'Soon.' },
  ]);
  expect(await receiptOf(at(asked, owner), await entryForOwner(at(asked, owner), entry))).toEqual({ ...before, agrees: true });
  const { version } = await entryForOwner(at(asked, owner), entry);
  const { number } = await submitEntry(at(asked, owner, later), { entry, version, ...head, answers: { story: 'More.', proof: 'Seen.' } });
  expect(number).toMatch(/^A-/);
  expect(await refusalCode(undoMove(manager(asked, later), { entry }))).toBe('screening.no-move-to-undo');
  // Moved to where it came from by another decision, what was kept aside is asked again, and the rest is kept.
  await move(
    asked,
    entry,
    { category: asked.categories[0], seen: { ...nothing, unasked: ['answers.proof'], restated: ['nomineeKind'] } },
    later + 1,
  );
  expect((await entryForOwner(at(asked, owner, later + 2), entry)).form?.answers).toEqual({
    story: 'More.',
    motto: 'Soon.',
    proof: 'Seen.',
  });
  expect(await receiptOf(at(asked, owner), await entryForOwner(at(asked, owner), entry))).toMatchObject({ agrees: true });
});

test('its page says before it is done what goes along, what is missing and what counts as another kind', async () => {
  const { entry } = await answered();
  const page = await movingPage(manager(asked), await shown(asked, entry), asked.categories[1]);
  expect(page?.plan).toMatchObject({
    kept: 1,
    missing: seen.missing,
    unasked: seen.unasked,
    restated: [{ part: 'nomineeKind', before: 'team', after: 'person' }],
  });
});

test('a plan that does something else than what was looked at is not carried out', async () => {
  const { entry, owner } = await answered();
  expect(await refusal(move(asked, entry))).toEqual({
    code: 'screening.plan-changed',
    facts: { category: 'Innovation of the year', missing: 1, unasked: 1 },
    fields: [],
  });
  expect([(await entryForOwner(at(asked, owner), entry)).state, await mailsTo(owner)]).toEqual(['submitted', []]);
});

test('a move is taken back while its writer has changed nothing: the entry waits where it was, as it was, with its receipt', async () => {
  const { entry, owner } = await answered();
  const before = await entryForOwner(at(asked, owner), entry);
  const places = await taken(asked);
  await move(asked, entry, { seen });
  await undoMove(manager(asked), { entry });
  const { version: _now, ...after } = await entryForOwner(at(asked, owner), entry);
  const { version: _then, ...as } = before;
  expect(after).toEqual(as);
  expect(await taken(asked)).toEqual(places);
  expect((await mailsTo(owner)).map(([mail]) => mail)).toEqual(['screening.move-undone', 'screening.moved']);
  expect((await entryPage(at(asked, owner), entry)).moved).toBeUndefined();
  expect((await shown(asked, entry)).decisions.map(({ verdict }) => verdict).sort()).toEqual(['move-undone', 'moved']);
  expect(await refusalCode(undoMove(manager(asked), { entry }))).toBe('screening.no-move-to-undo');
  await move(asked, entry, { seen });
  expect((await taken(asked)).map((n, i) => n - (places[i] ?? 0))).toEqual([-1, 1]);
});

test('what its writer has begun to answer, and what was sent back since for another reason, is not moved under them', async () => {
  const { entry, owner } = await answered();
  await move(asked, entry, { seen });
  const { version } = await entryForOwner(at(asked, owner), entry);
  await saveDraft(at(asked, owner, later), { entry, version, ...head, answers: { proof: 'Begun.' } });
  expect(await refusal(undoMove(manager(asked, later), { entry }))).toMatchObject({ code: 'screening.no-move-to-undo' });
  const other = await aSubmission(plain);
  await move(plain, other.entry);
  await returnEntry(manager(plain), { entry: other.entry, reason: 'Say since when.' });
  expect(await refusalCode(undoMove(manager(plain), { entry: other.entry }))).toBe('screening.no-move-to-undo');
  await undoReturn(manager(plain), { entry: other.entry });
  await undoMove(manager(plain), { entry: other.entry });
  expect((await shown(plain, other.entry)).category.code).toBe('A');
});

test('only what waits is moved, to another category of its edition, until judging begins', async () => {
  const { entry, owner } = await aSubmission(plain);
  expect(await refusalCode(move(plain, entry, { category: plain.categories[0] }))).toBe('screening.in-category-already');
  expect((await refusal(move(plain, entry, { category: asked.categories[1] }))).fields).toEqual(['category: field.invalid']);
  expect(await refusalCode(move(plain, entry, {}, dates.judgingCloseAt))).toBe('screening.over');
  expect((await refusal(move(plain, entry, { reason: ' ' }))).fields).toEqual(['reason: field.required']);
  await acceptEntry(manager(plain), { entry });
  expect((await refusal(move(plain, entry))).facts).toEqual({ state: 'accepted' });
  const back = await aSubmission(plain);
  await returnEntry(manager(plain), { entry: back.entry, reason });
  expect((await refusal(move(plain, back.entry))).facts).toEqual({ state: 'returned' });
  const gone = await aSubmission(plain);
  await withdrawEntry(at(plain, gone.owner), { entry: gone.entry });
  expect((await refusal(move(plain, gone.entry))).facts).toEqual({ state: 'withdrawn' });
  const { entry: draft } = await aDraft(plain);
  expect(await refusalCode(move(plain, draft))).toBe('general.not-found');
  const out = await aSubmission(plain);
  const { version } = await shown(plain, out.entry);
  const [why = ''] = (await shown(plain, out.entry)).settings.reasons;
  await ruleOut(manager(plain), { entry: out.entry, version, why });
  expect(await refusalCode(move(plain, out.entry))).toBe('screening.verdict-stands');
  expect(await mailsTo(owner)).toEqual([]);
});

test('one that is open again is moved once its next version is in or its time is over', async () => {
  const { entry } = await aSubmission(plain);
  const clock = new Date('2026-04-05T09:00:00Z');
  await reopenEntry(manager(plain, clock), { entry, reason: 'A figure slipped.', until: '2026-04-08T09:00:00Z' });
  expect(await refusalCode(move(plain, entry, {}, clock))).toBe('entries.open-again-already');
});

test('once entries have closed somebody says by when what is missing is to be answered', async () => {
  const { entry } = await answered();
  const closed = dates.entriesCloseAt.getTime();
  expect((await refusal(move(asked, entry, { seen }, closed))).fields).toEqual(['until: field.required']);
  await move(asked, entry, { seen, until: new Date(closed + 86_400_000).toISOString() }, closed);
  expect((await shown(asked, entry)).mendBy?.getTime()).toBe(closed + 86_400_000);
});

test('of eight that are moved to the last place of a category one is in, and the others stay where they were', async () => {
  const season = await aSeason(world);
  await limit(season, { all: 1 });
  const eight = await Promise.all(Array.from({ length: 8 }, () => aSubmission(season, { category: 1 })));
  const started = await startAtBarrier(
    database,
    'entries',
    eight.map(
      ({ entry }) =>
        () =>
          move(season, entry, { category: season.categories[0] }),
    ),
  );
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, Array(7).fill('screening.category-full')]);
  expect(await taken(season)).toEqual([1, 7]);
});

test('one entrant has no more entries there than one may have, and two that are moved past each other both arrive', async () => {
  const season = await aSeason(world);
  const { entry, owner } = await aSubmission(season);
  const other = await aSubmission(season, { category: 1, owner });
  await limit(season, { each: 1 });
  expect(await refusal(move(season, other.entry, { category: season.categories[0] }))).toMatchObject({
    code: 'screening.own-limit-reached',
    facts: { category: 'Team of the year', most: 1 },
  });
  const third = await aSubmission(season, { category: 1 });
  await Promise.all([move(season, entry), move(season, third.entry, { category: season.categories[0] })]);
  expect(await taken(season)).toEqual([1, 2]);
});

test('of a move, an acceptance and a return at one time the first counts, and the others are told so', async () => {
  const { entry } = await aSubmission(plain);
  const { version } = await shown(plain, entry);
  const started = await startAtBarrier(database, 'entries', [
    () => move(plain, entry, { version }),
    () => acceptEntry(manager(plain), { entry, version }),
    () => returnEntry(manager(plain), { entry, version, reason }),
  ]);
  expect(wonOf(started).length).toBe(1);
});
