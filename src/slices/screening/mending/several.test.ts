import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { entryForOwner, saveDraft } from '#slices/entries/index.ts';
import { chooseRows } from '#slices/lists/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, anAcceptedEntry, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { acceptEntries, returnEntries, ruleOut, undoReturns } from '../index.ts';
import { returningPage } from './page.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { edition } = season;
const screener = await aMember(season, season.programme, 'screener', 'Bram Ostrowski');
const as = (person: PersonId = screener) => season.as(person, { clock: dates.whileOpen });
const reason = 'Say which year the figures are from.';
const until = new Date(dates.whileOpen.getTime() + 3 * 86_400_000).toISOString();
const some = async (n: number) => {
  const made: { entry: EntryId; owner: PersonId }[] = [];
  for (let i = 0; i < n; i += 1) made.push(await aSubmission(season, { title: `Bell ${i}` }));
  return made;
};
const idsOf = (all: readonly { readonly entry: EntryId }[]) => all.map(({ entry }) => entry).toSorted();
const stateOf = async ({ entry, owner }: { entry: EntryId; owner: PersonId }) => {
  const { state, note, mendBy } = await entryForOwner(as(owner), entry);
  return [state, note, mendBy?.toISOString() ?? null];
};
const mailsTo = async (mail: string, all: readonly { readonly owner: PersonId }[]) => {
  const { rowCount } = await database.owner.pool.query('select from plaudit.outbox where mail = $1 and person_id = any ($2)', [
    mail,
    all.map(({ owner }) => owner),
  ]);
  return rowCount;
};

test('several go back with one text and one moment, a mail to each writer, and those that cannot are left and named', async () => {
  const three = await some(3);
  const already = (await anAcceptedEntry(season, { title: 'Fell' })).entry;
  const mine = (await aSubmission(season, { owner: screener })).entry;
  const out = (await aSubmission(season)).entry;
  await ruleOut(as(season.manager), { entry: out, version: 2, why: 'It was sent in twice', words: '' });
  const { done, left } = await returnEntries(as(), { edition, entries: [...idsOf(three), already, mine, out], reason, until });
  expect([done.toSorted(), left]).toEqual([idsOf(three), [already, mine, out]]);
  for (const one of three) expect(await stateOf(one)).toEqual(['returned', reason, until]);
  expect(await mailsTo('screening.returned', three)).toBe(3);
  expect(await refusalCode(returnEntries(as(), { edition, entries: idsOf(three), reason }))).toBe('screening.none-waiting');
  expect(await refusalCode(returnEntries(as(), { edition, entries: idsOf(three), reason, until: dates.before.toISOString() }))).toBe(
    'general.invalid-input',
  );
});

test('the page before it names which would go back, to whom, and which stay', async () => {
  const two = await some(2);
  const mine = (await aSubmission(season, { owner: screener })).entry;
  const out = (await aSubmission(season)).entry;
  await ruleOut(as(season.manager), { entry: out, version: 2, why: 'It was sent in twice', words: '' });
  await chooseRows(as(), { list: 'entries', subject: edition, add: [...idsOf(two), mine, out], clear: true });
  const params = { programme: season.slug, edition: season.editionSlug };
  const { waiting, others, chosen } = await returningPage(as(), { params, url: new URL('http://localhost/') });
  expect([waiting.ids.toSorted(), waiting.lines.map(({ writer }) => writer), others.count, chosen]).toEqual([
    idsOf(two),
    ['Orla Tennant', 'Orla Tennant'],
    2,
    4,
  ]);
});

test('all of it is taken back in one act, and none of it once one of them is being mended', async () => {
  const three = await some(3);
  await returnEntries(as(), { edition, entries: idsOf(three), reason, until });
  await undoReturns(as(), { edition, entries: idsOf(three) });
  for (const one of three) expect(await stateOf(one)).toEqual(['submitted', '', null]);
  expect(await mailsTo('screening.return-undone', three)).toBe(3);
  expect(await refusalCode(undoReturns(as(), { edition, entries: idsOf(three) }))).toBe('screening.none-returned');
  await returnEntries(as(), { edition, entries: idsOf(three), reason, until });
  const [first] = three;
  if (!first) throw new Error('nothing was sent in');
  const later = new Date(dates.whileOpen.getTime() + 60_000);
  const { version } = await entryForOwner(as(first.owner), first.entry);
  const text = { title: 'Bell again', nominee: 'Wick Lower Mutual', body: 'From 2025.' };
  await saveDraft(season.as(first.owner, { clock: later }), { entry: first.entry, version, ...text });
  expect(await refusalCode(undoReturns(as(), { edition, entries: idsOf(three) }))).toBe('screening.some-mended');
  for (const one of three) expect((await stateOf(one))[0]).toBe('returned');
});

test('of acts upon the same entries at once each entry is decided once, and whoever comes second is told which were left', async () => {
  const six = await some(6);
  const [a, b] = [idsOf(six).slice(0, 4), idsOf(six).slice(2)];
  const outcomes = await Promise.all([
    returnEntries(as(), { edition, entries: a, reason, until }),
    acceptEntries(as(season.manager), { edition, entries: b.toReversed() }),
  ]);
  expect(outcomes.flatMap(({ done }) => done).toSorted()).toEqual(idsOf(six));
  expect(outcomes.flatMap(({ left }) => left).length).toBe(2);
  const { rows } = await database.owner.pool.query<{ count: number }>(
    'select count(*)::int as count from plaudit.screening_decisions where entry_id = any ($1) group by entry_id',
    [idsOf(six)],
  );
  expect(rows.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
});
