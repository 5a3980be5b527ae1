/** One entry is entered in another category as well: what comes along, what does not, and what limits it. */
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { everyKind, goodAnswers } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { addFile, copyEntry, entryForOwner, fileForReader, removeFile, saveDraft, submitEntry, takeUpload } from '../index.ts';
import { copyPage } from './page.ts';

const data = temporaryFolder('copying');
configureFiles(data);
afterAll(() => rm(data, { recursive: true, force: true }));

const database = await testDatabase();
const world = await foundedWorld(database);
const plain = await aSeason(world);
const season = await aSeason(world, { published: false });
await enterByForm(season, everyKind);
await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });

const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose, we answered.' };
const at = (of: Season, person: PersonId, clock = dates.whileOpen) => of.as(person, { clock });

async function lay(of: Season, owner: PersonId, entry: EntryId, field?: string): Promise<string> {
  const upload = await takeUpload(at(of, owner), entry, new File(['%PDF-1.7\nproof\n%%EOF'], 'proof.pdf'));
  return (await addFile(at(of, owner), { entry, ...upload, ...(field && { field }) })).file;
}

test('a copy begins with every answer and file of what was submitted, and can be submitted as it is under a number of its category', async () => {
  const { entry, owner } = await aDraft(season);
  const file = await lay(season, owner, entry, 'papers');
  const { number } = await submitEntry(at(season, owner), { entry, version: 1, ...text, body: '', answers: goodAnswers });
  const { entry: copy } = await copyEntry(at(season, owner), { entry, category: season.categories[1] });
  const made = await entryForOwner(at(season, owner), copy);
  const { papers, ...answers } = made.form?.answers ?? {};
  const { papers: _papers, ...before } = (await entryForOwner(at(season, owner), entry)).form?.answers ?? {};
  expect([made.state, made.number, made.category.code, made.title, made.nominee, answers]).toEqual([
    'draft',
    null,
    'B',
    text.title,
    text.nominee,
    before,
  ]);
  expect(made.files.map(({ name, field }) => [name, field])).toEqual([['proof.pdf', 'papers']]);
  expect(JSON.stringify(papers)).not.toContain(file);
  const sent = await submitEntry(at(season, owner), { entry: copy, version: made.version, ...text, body: '' });
  expect([number, sent.number]).toEqual(['A-001', 'B-001']);
});

test('what is changed in a copy changes nothing in what it was made of, and a file taken away from one stays beside the other', async () => {
  const { entry, owner } = await aDraft(plain);
  const file = await lay(plain, owner, entry);
  await saveDraft(at(plain, owner), { entry, version: 1, ...text });
  const { entry: copy } = await copyEntry(at(plain, owner), { entry, category: plain.categories[1] });
  await saveDraft(at(plain, owner), { entry: copy, version: 2, ...text, body: 'Another story.' });
  await removeFile(at(plain, owner), { file });
  const [before, after] = [await entryForOwner(at(plain, owner), entry), await entryForOwner(at(plain, owner), copy)];
  expect([before.body, before.files, after.body, after.files.map(({ name }) => name)]).toEqual([
    text.body,
    [],
    'Another story.',
    ['proof.pdf'],
  ]);
  expect((await fileForReader(at(plain, owner), after.files[0]?.id ?? '')).bytes).toBe(20);
});

test('nobody copies what is not theirs, into another edition, into a full category, or after entries closed', async () => {
  const own = await aSeason(world);
  await limit(own, { each: 1 });
  const { entry, owner } = await aSubmission(own);
  const copy = (person: PersonId, category: Parameters<typeof copyEntry>[1]['category'], clock?: Date) =>
    refusalCode(copyEntry(at(own, person, clock), { entry, category }));
  const [a, b] = own.categories;
  expect(await copy(await aPerson(world), b)).toBe('general.not-found');
  expect(await copy(own.manager, b)).toBe('general.not-found');
  expect(await copy(owner, plain.categories[1])).toBe('general.not-found');
  expect(await copy(owner, a)).toBe('entries.own-limit-reached');
  expect(await copy(owner, b, dates.whileJudging)).toBe('entries.closed');
  const page = await copyPage(at(own, owner), entry);
  expect([page.open, page.categories.map(({ id }) => id)]).toEqual([true, [b]]);
  expect((await copyPage(at(own, owner, dates.whileJudging), entry)).open).toBe(false);
});
