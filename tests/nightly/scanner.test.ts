/** files looked at by ClamAV itself: what it finds is refused, what it does not find is given, and while it is dead nothing is */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { configureScanner } from '#platform/files/clamd.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { addFile, entryForOwner, fileForReader, takeUpload } from '#slices/entries/index.ts';
import { scanContent } from '#slices/files/scan.ts';
import { testDatabase } from '#tests/support/database.ts';
import { docx, pdf } from '#tests/support/files/makers.ts';
import { type RealClamd, startRealClamd, unwanted, unwantedName } from '#tests/support/files/real-clamd.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld } from '#tests/support/season.ts';

const folder = temporaryFolder('scanner');
configureFiles(folder);
const season = await aSeason(await foundedWorld(await testDatabase()));
const { entry, owner } = await aDraft(season);
const writer = season.as(owner, { clock: dates.whileOpen });
let clamd: RealClamd;

beforeEach(async () => {
  clamd = await startRealClamd(folder, '1M');
  configureScanner(clamd.address);
});
afterEach(() => clamd.kill());
afterAll(async () => {
  configureScanner(undefined);
  await rm(folder, { recursive: true, force: true });
});

type Lying = { readonly file: string; readonly sha256: string };

async function beside(name: string, content: Uint8Array): Promise<Lying> {
  const kept = await takeUpload(writer, entry, new File([new Uint8Array(content)], name));
  const { file } = await addFile(writer, { entry, ...kept });
  return { file, sha256: kept.sha256 };
}

const { jobs } = season.database;
const scanned = ({ sha256 }: Lying) => scanContent({ ...season.asSystem(), db: jobs.db, database: jobs }, sha256);
async function stateOf({ file }: Lying) {
  const { files } = await entryForOwner(writer, entry);
  return files.filter(({ id }) => id === file).map(({ state, finding }) => [state, finding]);
}

test('what ClamAV finds is refused, also inside the container of a document, and what it does not find is given', async () => {
  const [clean, found, within] = [
    await beside('clean.pdf', pdf('an evening of service')),
    await beside('found.pdf', pdf(unwanted)),
    await beside('within.docx', docx([{ name: 'word/notes.xml', bytes: Buffer.from(unwanted) }])),
  ];
  expect([await stateOf(clean), await stateOf(found), await stateOf(within)]).toEqual([[['held', '']], [['held', '']], [['held', '']]]);
  await scanned(clean);
  await scanned(found);
  configureScanner(clamd.socket);
  await scanned(within);
  expect([await stateOf(clean), await stateOf(found), await stateOf(within)]).toEqual([
    [['clean', '']],
    [['refused', unwantedName]],
    [['refused', unwantedName]],
  ]);
  expect(await fileForReader(writer, clean.file)).toMatchObject({ name: 'clean.pdf' });
  expect(await refusal(fileForReader(writer, found.file))).toMatchObject({ code: 'files.refused', facts: { finding: unwantedName } });
});

test('what is longer than ClamAV is set to take stays held and is said to be too large for it', async () => {
  const long = await beside('long.pdf', pdf(`${unwanted}${'x'.repeat(3_000_000)}`));
  await scanned(long);
  expect(await stateOf(long)).toEqual([['held', 'too-large']]);
});

test('while ClamAV is dead files stay held, and the next one that lives looks at them', async () => {
  const waiting = await beside('waits.pdf', pdf(`${unwanted} Again.`));
  await clamd.kill();
  await expect(scanned(waiting)).rejects.toThrow('ECONNREFUSED');
  configureScanner(clamd.socket);
  await expect(scanned(waiting)).rejects.toThrow(/ECONNREFUSED|ENOENT/);
  expect([await stateOf(waiting), (await refusal(fileForReader(writer, waiting.file))).code]).toEqual([[['held', '']], 'files.held']);
  clamd = await startRealClamd(folder, '1M');
  configureScanner(clamd.address);
  await scanned(waiting);
  expect(await stateOf(waiting)).toEqual([['refused', unwantedName]]);
});
