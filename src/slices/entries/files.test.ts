import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { configureFiles, openFile } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { addFile, entryForOwner, fileForReader, letRead, removeFile, submitEntry, takeUpload } from './index.ts';

const folder = temporaryFolder('files');
configureFiles(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const during = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const pdf = (words = 'evidence') => new File([`%PDF-1.7\n${words}\n%%EOF`], 'C:\\papers\\First hour.pdf', { type: 'text/html' });

async function attach(person: PersonId, entry: EntryId, file: unknown = pdf()): Promise<string> {
  const upload = await takeUpload(during(person), entry, file);
  return (await addFile(during(person), { entry, ...upload })).file;
}

test('a file is kept under the hash of its content and named without the path it came from', async () => {
  const { entry, owner } = await aDraft(season);
  await attach(owner, entry);
  const [file] = (await entryForOwner(during(owner), entry)).files;
  expect([file?.name, file?.mediaType, file?.bytes]).toEqual(['First hour.pdf', 'application/pdf', 23]);
  const sha256 = file?.sha256 ?? '';
  expect(readFileSync(join(folder, 'files', season.organisation, sha256), 'utf8')).toBe('%PDF-1.7\nevidence\n%%EOF');
  expect(await new Response(await openFile(season.organisation, sha256)).text()).toBe('%PDF-1.7\nevidence\n%%EOF');
  expect(await openFile(season.organisation, '../../secret')).toBeUndefined();
});

test('the same content is stored once in an organisation, also when two people send it at once', async () => {
  const drafts = await Promise.all([aDraft(season), aDraft(season)]);
  await Promise.all(drafts.map(({ entry, owner }) => attach(owner, entry, pdf('twice'))));
  const stored = readdirSync(join(folder, 'files', season.organisation)).filter((name) =>
    readFileSync(join(folder, 'files', season.organisation, name), 'utf8').includes('twice'),
  );
  expect(stored.length).toBe(1);
});

test('what is too large, empty or of another kind is refused in words, and nothing is kept', async () => {
  const { entry, owner } = await aDraft(season);
  const before = readdirSync(join(folder, 'files', season.organisation)).length;
  const upload = (content: BlobPart[], name: string) => refusal(takeUpload(during(owner), entry, new File(content, name)));
  const large = new Uint8Array(25 * 1024 * 1024 + 1).fill(0x61);
  expect(await upload([large], 'long.txt')).toEqual({
    code: 'entries.file-too-large',
    facts: { name: 'long.txt', bytes: 26_214_401, limit: 26_214_400 },
    fields: ['file: entries.file-too-large'],
  });
  expect(await upload([], 'nothing.pdf')).toEqual({
    code: 'entries.file-empty',
    facts: { name: 'nothing.pdf' },
    fields: ['file: entries.file-empty'],
  });
  expect(await upload(['<svg onload="alert(1)"/>'], 'logo.png')).toEqual({
    code: 'entries.file-type-refused',
    facts: { name: 'logo.png' },
    fields: ['file: entries.file-type-refused'],
  });
  expect(await refusalCode(takeUpload(during(owner), entry, 'not a file'))).toBe('entries.file-empty');
  expect(readdirSync(join(folder, 'files', season.organisation)).length).toBe(before);
});

test('an entry takes five files: of two sent at once for the last place one stays, and a removed one makes room', async () => {
  const { entry, owner } = await aDraft(season);
  for (const words of ['1', '2', '3', '4']) await attach(owner, entry, pdf(words));
  const outcomes = await Promise.allSettled([attach(owner, entry, pdf('a')), attach(owner, entry, pdf('b'))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const files = async () => (await entryForOwner(during(owner), entry)).files;
  await removeFile(during(owner), { file: (await files())[0]?.id ?? '' });
  await attach(owner, entry, pdf('c'));
  expect((await files()).length).toBe(5);
});

test('a stranger neither adds nor removes a file, and leaves nothing on the disk', async () => {
  const { entry, owner } = await aDraft(season);
  const file = await attach(owner, entry);
  const before = readdirSync(join(folder, 'files', season.organisation)).length;
  for (const person of [await aPerson(season), season.manager]) {
    expect(await refusalCode(takeUpload(during(person), entry, pdf('mine')))).toBe('general.not-found');
    expect(await refusalCode(removeFile(during(person), { file }))).toBe('general.not-found');
  }
  expect([
    readdirSync(join(folder, 'files', season.organisation)).length,
    (await entryForOwner(during(owner), entry)).files.length,
  ]).toEqual([before, 1]);
});

test('the file of a draft is its writer’s; once submitted, managers, auditors and whoever is given the entry open it too', async () => {
  const { entry, owner } = await aDraft(season);
  const file = await attach(owner, entry);
  const [auditor, judge] = [
    await aMember(season, season.programme, 'auditor', 'Piet Aldous'),
    await aMember(season, season.programme, 'judge', 'Maren Oduya'),
  ];
  const seated = new Set<PersonId>();
  letRead((ctx) => Promise.resolve(ctx.actor.kind === 'person' && seated.has(ctx.actor.id)));
  const opens = async (person: PersonId) =>
    fileForReader(during(person), file).then(
      () => true,
      () => false,
    );
  const everybody = [owner, season.manager, auditor, judge, await aPerson(season)];
  expect(await Promise.all(everybody.map(opens))).toEqual([true, false, false, false, false]);
  await submitEntry(during(owner), { entry, version: 1, title: 'A', nominee: 'B', body: 'C' });
  expect(await Promise.all(everybody.map(opens))).toEqual([true, true, true, false, false]);
  seated.add(judge);
  expect(await Promise.all(everybody.map(opens))).toEqual([true, true, true, true, false]);
  expect(await refusalCode(fileForReader(season.asVisitor(), file))).toBe('general.not-found');
});

test('files stay as they are once the entry is submitted, and may be changed again when it is sent back', async () => {
  const { entry, owner } = await aSubmission(season);
  const upload = await takeUpload(during(owner), entry, pdf('late'));
  expect(await refusalCode(addFile(during(owner), { entry, ...upload }))).toBe('entries.not-editable');
  await returnEntry(during(season.manager), { entry, reason: 'Add the figures.' });
  await addFile(during(owner), { entry, ...upload });
  expect((await entryForOwner(during(owner), entry)).files.length).toBe(1);
});
