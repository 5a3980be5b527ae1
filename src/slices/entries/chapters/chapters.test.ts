import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { listState, saveView } from '#slices/lists/index.ts';
import { acceptInvitation, editionById, inviteToChapter, programmeList } from '#slices/programmes/index.ts';
import { acceptEntries, acceptEntry, returnEntry } from '#slices/screening/index.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aChapterManager, aDraft, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  addFile,
  countEntries,
  entriesForManager,
  entriesFound,
  entriesNamed,
  entryForManager,
  entryForOwner,
  entryList,
  fileForReader,
  moveToChapter,
  reopenEntry,
  saveDraft,
  submissionTimes,
  submitEntry,
} from '../index.ts';
import { countFound, idsFound } from '../lists.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { chapters: true });
const region = await aChapterManager(season, 'emea', 'Nadia Achour');
const at = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const edition = await editionById(at(season.manager), season.edition);
if (!edition) throw new Error('no edition');

const ours = (await aSubmission(season, { title: 'Bell by the river' })).entry;
const theirs = (await aSubmission(season, { title: 'Bell by the bay', chapter: 'americas' })).entry;
await aDraft(season);

test('whoever manages a chapter finds, counts and opens its entries, and of another chapter not one', async () => {
  const ctx = at(region);
  const titles = async (search?: string) => (await entriesForManager(ctx, edition, { search })).entries.map(({ title }) => title);
  expect([await titles(), await titles('bay'), await titles('bell')]).toEqual([['Bell by the river'], [], ['Bell by the river']]);
  const known = { held: [theirs], counts: await countEntries(ctx, edition), page: await entriesForManager(ctx, edition, {}) };
  expect(await countFound(ctx, edition, { chapter: 'americas' }, known)).toEqual({ found: 0, more: false, among: 0 });
  expect([await idsFound(ctx, edition, {}, 9), (await entriesNamed(ctx, edition, [ours, theirs])).map(({ id }) => id)]).toEqual([
    [ours],
    [ours],
  ]);
  // A draft that has no chapter yet is of none.
  expect((await countEntries(ctx, edition)).map(({ state, count }) => [state, count])).toEqual([['submitted', 1]]);
  expect((await submissionTimes(ctx, edition)).length).toBe(1);
  expect((await entriesFound(ctx, await programmeList(ctx), 'Bell', 9)).map(({ id }) => id)).toEqual([ours]);
  expect((await entryForManager(ctx, ours)).office).toBe(false);
  expect(await refusal(entryForManager(ctx, theirs))).toEqual(await refusal(entryForManager(ctx, season.programme)));
});

test('their act reaches what is in the chapter alone: another entry is refused as if there were none, and of several it is left', async () => {
  const ctx = at(region);
  const third = (await aSubmission(season, { title: 'Third' })).entry;
  expect(await refusalCode(acceptEntry(ctx, { entry: theirs }))).toBe('general.not-found');
  expect(await refusalCode(returnEntry(ctx, { entry: theirs, reason: 'Mend it.' }))).toBe('general.not-found');
  expect(await refusalCode(acceptEntries(ctx, { edition: edition.id, entries: [theirs] }))).toBe('general.not-found');
  expect(await acceptEntries(ctx, { edition: edition.id, entries: [third, theirs] })).toEqual({ done: [third], left: [theirs] });
  expect(await refusalCode(moveToChapter(ctx, { entry: ours, chapter: 'americas', reason: 'Ours no more.' }))).toBe('general.not-found');
});

test('a manager of the programme moves an entry with a reason, and who managed it before sees it no more', async () => {
  const { entry } = await aSubmission(season, { title: 'Moved' });
  const move = (chapter: string, id: EntryId = entry) =>
    moveToChapter(at(season.manager), { entry: id, chapter, reason: 'It was done in Lima.' });
  await move('americas');
  expect(await refusalCode(entryForManager(at(region), entry))).toBe('general.not-found');
  expect((await entryForManager(at(season.manager), entry)).chapter).toBe('americas');
  expect(await refusalCode(move('americas'))).toBe('entries.in-chapter-already');
  expect((await refusal(move('apac'))).fields).toEqual(['chapter: entries.no-such-chapter']);
  expect(await refusalCode(move('emea', (await aDraft(season)).entry))).toBe('general.not-found');
});

test('the entrant says the chapter until it is sent in, else the country of the nominee does, and without either it is asked', async () => {
  await aCompany(season, 'Bergwerk Service', { country: 'DE' });
  const { entry, owner } = await aDraft(season);
  const text = { entry, title: 'The night shift', nominee: 'Nobody knows', body: 'It rained.' };
  const saved = await saveDraft(at(owner), { ...text, version: 1, chapter: 'americas' });
  expect((await entryForOwner(at(owner), entry)).chapter).toBe('americas');
  expect((await refusal(saveDraft(at(owner), { ...text, version: saved.version, chapter: 'apac' }))).fields).toEqual([
    'chapter: entries.no-such-chapter',
  ]);
  const { version } = await saveDraft(at(owner), { ...text, version: saved.version, chapter: '' });
  expect((await refusal(submitEntry(at(owner), { ...text, version }))).fields).toEqual(['chapter: entries.chapter-missing']);
  await submitEntry(at(owner), { ...text, nominee: 'bergwerk service', version });
  expect((await entryForOwner(at(owner), entry)).chapter).toBe('emea');
});

test('a file is given to the manager of its entry’s chapter, and to no other', async () => {
  const sibling = await aChapterManager(season, 'americas', 'Tomás Rey');
  const { entry, owner } = await aDraft(season);
  const content = { name: 'letter.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) };
  const { file } = await addFile(at(owner), { entry, ...content });
  await submitEntry(at(owner), { entry, version: 1, title: 'With a letter', nominee: 'Wick', body: 'See the letter.', chapter: 'emea' });
  const codeOf = async (person: PersonId) => {
    try {
      await fileForReader(at(person), file);
      return 'given';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const managers = await codeOf(season.manager);
  expect([await codeOf(region), await codeOf(sibling)]).toEqual([managers, 'general.not-found']);
});

test('what managers of the programme share of the list is not shown to those of a chapter, who keep views of their own', async () => {
  const of = { list: entryList.name, subject: season.edition };
  await saveView(at(season.manager), { ...of, name: 'About the bay', query: 'q=bay', shared: 'on' });
  await saveView(at(region), { ...of, name: 'Waiting', query: 'state=submitted' });
  const state = await listState(at(region), entryList, { subject: season.edition, path: '/list', url: new URL('http://localhost/list') });
  expect([state.views.map(({ name }) => name), state.mayShare]).toEqual([['Waiting'], false]);
  expect(await refusalCode(saveView(at(region), { ...of, name: 'Mine', query: '', shared: 'on' }))).toBe('lists.may-not-share');
});

test('somebody with two chapters reaches both', async () => {
  const both = await aPerson(season, 'Ruth Abara');
  for (const chapter of ['emea', 'americas']) {
    const token = newToken();
    await inviteToChapter(at(season.manager), {
      edition: season.edition,
      chapter,
      email: await emailOf(season, both),
      name: 'Ruth',
      token,
    });
    await acceptInvitation(at(both), { token, session: newToken() });
  }
  const chapters = (await entriesForManager(at(both), edition, {})).entries.map(({ chapter }) => chapter);
  expect(new Set(chapters)).toEqual(new Set(['americas', 'emea']));
});

test('a next version stands in the chapter a manager has put its entry in, whatever its draft began with', async () => {
  const made = await aSubmission(season, { title: 'Moved while it is written' });
  const after = new Date('2026-04-05T09:00:00Z');
  const then = (person: PersonId) => season.as(person, { clock: after });
  const { draft } = await reopenEntry(then(season.manager), { entry: made.entry, reason: 'A figure.', until: '2026-04-08T09:00:00Z' });
  await moveToChapter(then(season.manager), { entry: made.entry, chapter: 'americas', reason: 'It was done in Lima.' });
  const next = { entry: draft, version: 1, title: 'Next', nominee: 'Wick Lower Mutual', body: 'Once more.', chapter: 'emea' };
  await submitEntry(then(made.owner), next);
  const entry = await entryForManager(then(season.manager), made.entry);
  expect([entry.title, entry.chapter]).toEqual(['Next', 'americas']);
});
