/** Everything of entries as a ZIP, opened by a reader and held against the hashes it names. */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { configureFiles } from '#platform/files.server.ts';
import { openZip } from '#platform/formats/zip.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { categoriesOf, editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aChapterManager, aDraft, aPerson, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { addFile, submitEntry, takeCategory, takeEntry, takeUpload } from '../index.ts';
import { drawnIn } from '../parts/archives/drawn.tsx';
import { archiveOf } from './archive.ts';
import { categorySource, managedEntry, ownEntry, type Source } from './sources.ts';

const data = temporaryFolder('archives');
configureFiles(data);
afterAll(() => rm(data, { recursive: true, force: true }));

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { chapters: true });
const at = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const edition = await editionById(at(season.manager), season.edition);
if (!edition) throw new Error('no edition');
const category = (await categoriesOf(at(season.manager), season.edition)).find(({ id }) => id === season.categories[0]);
if (!category) throw new Error('no category');

const text = { title: '<b>The hour</b> after', nominee: '=SUM(A1)', body: 'When the river rose, we answered.' };

/** Each a second after the one before: files lie in the order they were laid. */
async function lay(owner: PersonId, entry: EntryId, name: string, place: number): Promise<string> {
  const ctx = season.as(owner, { clock: new Date(dates.whileOpen.getTime() - 60_000 + place * 1_000) });
  const upload = await takeUpload(ctx, entry, new File([`%PDF-1.7\n${name} ${place}\n%%EOF`], name));
  return (await addFile(ctx, { entry, ...upload })).file;
}

const bytesOf = (person: PersonId, source: Source) => buffer(archiveOf(at(person), source, drawnIn('en')));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every name of the archive with its bytes, each held against the manifest. */
function opened(bytes: Buffer): ReadonlyMap<string, string> {
  const archive = openZip('all.zip', bytes, 100_000_000);
  const manifest = new Map(
    (archive.read('MANIFEST.sha256')?.toString() ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const read = archive.names
    .filter((name) => name !== 'MANIFEST.sha256')
    .map((name) => [name, archive.read(name) ?? Buffer.alloc(0)] as const);
  expect(new Map(read.map(([name, content]) => [name, sha256(content)]))).toEqual(manifest);
  return new Map(read.map(([name, content]) => [name, content.toString()]));
}

async function entered(...names: string[]) {
  const { entry, owner } = await aDraft(season);
  for (const [i, name] of names.entries()) await lay(owner, entry, name, i);
  const { number, hash } = await submitEntry(at(owner), { entry, version: 1, ...text, chapter: 'emea' });
  return { entry, owner, number, hash };
}

test('a writer takes everything of an entry: page, answers, receipt with its mark, and every file under its name', async () => {
  const { entry, owner, number, hash } = await entered('Proof 🏆.pdf', 'con.pdf', 'proof 🏆.PDF');
  const bytes = await bytesOf(owner, await ownEntry(at(owner), entry));
  const files = opened(bytes);
  expect([...files.keys()]).toEqual([
    `${number}/files/Proof 🏆.pdf`,
    `${number}/files/_con.pdf`,
    `${number}/files/proof 🏆 (2).PDF`,
    `${number}/entry.html`,
    `${number}/answers.json`,
    `${number}/receipt.json`,
    'index.html',
    'index.csv',
  ]);
  expect(files.get(`${number}/files/proof 🏆 (2).PDF`)).toBe('%PDF-1.7\nproof 🏆.PDF 2\n%%EOF');
  expect(sha256(Buffer.from(files.get(`${number}/receipt.json`) ?? ''))).toBe(hash);
  expect(JSON.parse(files.get(`${number}/answers.json`) ?? '')).toMatchObject({ entry, number, ...text, state: 'submitted' });
  const page = files.get(`${number}/entry.html`) ?? '';
  expect([page.includes('&lt;b&gt;The hour&lt;/b&gt;'), page.includes('<b>'), page.includes('<script')]).toEqual([true, false, false]);
  expect(page).toContain('href="files/proof%20%F0%9F%8F%86%20(2).PDF"');
  // What a spreadsheet would compute is words.
  expect(files.get('index.csv')).toContain(`,'=SUM(A1),`);
});

test('what nothing changed of is the same bytes again, for its writer and for a manager', async () => {
  const { entry, owner } = await entered('a.pdf');
  const first = await bytesOf(owner, await ownEntry(at(owner), entry));
  const later = season.as(season.manager, { clock: dates.afterJudging });
  const second = await buffer(archiveOf(later, await managedEntry(later, entry), drawnIn('en')));
  expect(sha256(second)).toBe(sha256(first));
});

test('what waits for the scanner, was refused or is gone is left out, and the index says so', async () => {
  const { entry, number } = await entered('held.pdf', 'bad.pdf', 'gone.pdf', 'fine.pdf');
  const mark = (name: string, state: string) =>
    database.owner.pool.query(
      `update plaudit.contents c set state = $2 from plaudit.entry_files f
        where f.organisation_id = c.organisation_id and f.sha256 = c.hash and f.entry_id = $3 and f.name = $1`,
      [name, state, entry],
    );
  await mark('held.pdf', 'held');
  await mark('bad.pdf', 'refused');
  const { rows } = await database.owner.pool.query<{ sha256: string }>(
    `select encode(sha256, 'hex') as sha256 from plaudit.entry_files where entry_id = $1 and name = 'gone.pdf'`,
    [entry],
  );
  await rm(join(data, 'files', season.organisation, rows[0]?.sha256 ?? ''));
  const files = opened(await bytesOf(season.manager, await managedEntry(at(season.manager), entry)));
  expect([...files.keys()].filter((name) => name.includes('/files/'))).toEqual([`${number}/files/fine.pdf`]);
  const lines = (files.get('index.csv') ?? '').split('\r\n').map((line) => line.split(','));
  expect(lines.filter((cells) => cells.at(-1)?.startsWith('Left out')).map((cells) => [cells[5], cells[8]])).toEqual([
    ['held.pdf', 'Left out: nobody has looked at it for viruses yet'],
    ['bad.pdf', 'Left out: something was found in it'],
    ['gone.pdf', 'Left out: its content is not kept any more'],
  ]);
  expect(files.get('index.html')).toContain('1 file, 3 left out');
});

test('a content that is not what its hash says breaks the archive off', async () => {
  const { entry } = await entered('torn.pdf');
  const { rows } = await database.owner.pool.query<{ sha256: string }>(
    `select encode(sha256, 'hex') as sha256 from plaudit.entry_files where entry_id = $1`,
    [entry],
  );
  const path = join(data, 'files', season.organisation, rows[0]?.sha256 ?? '');
  const whole = await readFile(path);
  await writeFile(path, 'other words');
  await expect(bytesOf(season.manager, await managedEntry(at(season.manager), entry))).rejects.toThrow(
    'a content is not what its hash says',
  );
  await writeFile(path, whole);
});

test('a category has what was sent in to it, a chapter’s manager what of that is theirs, and each taking is noted', async () => {
  const theirs = (await aSubmission(season, { title: 'By the bay', chapter: 'americas' })).entry;
  await aDraft(season, { title: 'Not sent in' });
  const source = (person: PersonId) => categorySource(at(person), edition, category);
  const all = opened(await bytesOf(season.manager, source(season.manager)));
  const region = await aChapterManager(season, 'emea', 'Nadia Achour');
  const some = opened(await bytesOf(region, source(region)));
  const titles = (of: ReadonlyMap<string, string>) =>
    [...of]
      .flatMap(([name, content]) => (name.endsWith('answers.json') ? [`${JSON.parse(content).title}`] : []))
      .toSorted((a, b) => a.localeCompare(b));
  expect([titles(all).includes('By the bay'), titles(all).includes('Not sent in')]).toEqual([true, false]);
  expect(titles(some)).toEqual(titles(all).filter((title) => title !== 'By the bay'));
  expect(await refusalCode(managedEntry(at(region), theirs))).toBe('general.not-found');
  expect(await refusalCode(takeEntry(at(region), { entry: theirs }))).toBe('general.not-found');
  await takeEntry(at(season.manager), { entry: theirs });
  await takeCategory(at(region), { category: category.id });
  const { rows } = await database.owner.pool.query<{ kind: string }>(
    `select kind from plaudit.audit_events where kind like 'entries.%-taken' order by kind`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['entries.category-taken', 'entries.entry-taken']);
});

test('nobody else is given an archive', async () => {
  const { entry } = await entered();
  const stranger = await aPerson(season);
  expect(await refusalCode(ownEntry(at(stranger), entry))).toBe('general.not-found');
  expect(await refusalCode(managedEntry(at(stranger), entry))).toBe('general.not-found');
  await expect(bytesOf(stranger, categorySource(at(stranger), edition, category))).rejects.toMatchObject({ code: 'general.not-found' });
});
