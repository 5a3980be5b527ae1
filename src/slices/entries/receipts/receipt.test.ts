/** The mark of a receipt, made again from what is kept: of text, of answers and files, and of the next version. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { everyKind, goodAnswers } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { aDraft, anAcceptedEntry, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { addFile, entryForManager, entryForOwner, removeFile, reopenEntry, saveDraft, submitEntry, takeUpload } from '../index.ts';
import { receiptFile } from './printed.ts';
import { receiptOf } from './receipt.ts';

const data = temporaryFolder('receipts');
configureFiles(data);
afterAll(() => rm(data, { recursive: true, force: true }));

const database = await testDatabase();
const world = await foundedWorld(database);
const plain = await aSeason(world);
const season = await aSeason(world, { published: false });
await enterByForm(season, everyKind);
await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });

const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose, we answered.' };
const later = new Date('2026-03-12T09:00:00Z');
const at = (of: Season, person: PersonId, clock = dates.whileOpen) => of.as(person, { clock });

async function receipt(of: Season, owner: PersonId, entry: EntryId, clock?: Date) {
  const ctx = at(of, owner, clock);
  return receiptOf(ctx, await entryForOwner(ctx, entry));
}

async function lay(of: Season, owner: PersonId, entry: EntryId, { words, field }: { words: string; field?: string }): Promise<string> {
  const upload = await takeUpload(at(of, owner), entry, new File([`%PDF-1.7\n${words}\n%%EOF`], `${words}.pdf`));
  return (await addFile(at(of, owner), { entry, ...upload, ...(field && { field }) })).file;
}

test('the file of a receipt has the mark that was mailed, whatever is written after it was sent back', async () => {
  const { entry, owner } = await aDraft(plain);
  expect(await receipt(plain, owner, entry)).toBeUndefined();
  const file = await lay(plain, owner, entry, { words: 'first' });
  const { hash } = await submitEntry(at(plain, owner), { entry, version: 1, ...text });
  const ctx = at(plain, owner);
  const answer = await receiptFile(ctx, await entryForOwner(ctx, entry));
  expect(
    createHash('sha256')
      .update((await answer?.text()) ?? '')
      .digest('hex'),
  ).toBe(hash);
  await returnEntry(at(plain, plain.manager, later), { entry, reason: 'Say since when.' });
  await removeFile(at(plain, owner, later), { file });
  await saveDraft(at(plain, owner, later), { entry, version: 3, ...text, body: 'Something else.' });
  expect(await receipt(plain, owner, entry, later)).toMatchObject({ hash, agrees: true });
});

test('answers of every kind, with files and a field left empty, make the same mark again', async () => {
  const { entry, owner } = await aDraft(season);
  await saveDraft(at(season, owner), { entry, version: 1, ...text, body: '', answers: { ...goodAnswers, essay: 'Begun. ' } });
  await lay(season, owner, entry, { words: 'proof', field: 'papers' });
  const sent = { entry, version: 2, ...text, body: '', answers: goodAnswers };
  const { hash } = await submitEntry(at(season, owner), sent);
  const made = await receipt(season, owner, entry);
  expect(made).toMatchObject({ hash, agrees: true });
  const { answers, files, rules } = JSON.parse(made?.text ?? '{}');
  const entered = await entryForOwner(at(season, owner), entry);
  expect([Object.keys(answers).sort(), rules]).toEqual([Object.keys(goodAnswers).sort(), entered.rules]);
  expect(files.map((one: { name: string; field?: string }) => [one.name, one.field])).toEqual([['proof.pdf', 'papers']]);
});

test('the next version of an entry has a receipt of its own, which is the one that counts from then on', async () => {
  const { entry, owner } = await anAcceptedEntry(plain);
  const before = await receipt(plain, owner, entry);
  const after = new Date('2026-04-05T09:00:00Z');
  const { draft } = await reopenEntry(at(plain, plain.manager, after), {
    entry,
    reason: 'A figure slipped.',
    until: '2026-04-08T09:00:00Z',
  });
  expect(await receipt(plain, owner, entry, after)).toEqual(before);
  expect(await receipt(plain, owner, draft, after)).toBeUndefined();
  const { hash } = await submitEntry(at(plain, owner, after), { entry: draft, version: 1, ...text, body: 'Corrected.' });
  expect(await receipt(plain, owner, entry, after)).toMatchObject({ hash, agrees: true });
  expect(hash).not.toBe(before?.hash);
});

test('one changed letter of what is kept is told to its writer and to managers', async () => {
  const { entry, owner } = await aSubmission(plain);
  expect((await receipt(plain, owner, entry))?.agrees).toBe(true);
  await database.owner.pool.query(`update plaudit.entry_history set body = body || '.' where entry_id = $1`, [entry]);
  expect((await receipt(plain, owner, entry))?.agrees).toBe(false);
  const ctx = at(plain, plain.manager);
  expect((await receiptOf(ctx, await entryForManager(ctx, entry)))?.agrees).toBe(false);
  await database.owner.pool.query(`update plaudit.entry_history set body = left(body, -1) where entry_id = $1`, [entry]);
  expect((await receipt(plain, owner, entry))?.agrees).toBe(true);
});
