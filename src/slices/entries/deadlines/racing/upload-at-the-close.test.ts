/** An upload that is under way as entries close: the entry counts by the instant it is sent in, and grace counts. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { changePart, editionById, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pdf } from '#tests/support/files/makers.ts';
import { startTus, type TusServer } from '#tests/support/files/tus-server.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { aDraft, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { problems } from '#words/en/problems/index.ts';
import { addUpload, entryForOwner, submitEntry } from '../../index.ts';

const folder = temporaryFolder('upload-at-the-close');
configureFiles(folder);
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const close = dates.entriesCloseAt.getTime();
const grace = 15;
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

async function withGrace({ edition: id, manager, as }: Season): Promise<void> {
  const ctx = as(manager, { clock: dates.before });
  const version = async () => (await editionById(ctx, id))?.version ?? 0;
  await unlockConfiguration(ctx, { edition: id, version: await version(), because: 'Agreed with the board.' });
  const edition = await editionById(ctx, id);
  if (!edition) throw new Error('no edition');
  const { timeline } = await partsOf(ctx, edition);
  const rounds = timeline.rounds.map((round) => ({ ...round, opens: '2026-04-01T18:00' }));
  const body = JSON.parse(JSON.stringify({ ...timeline, entries: { ...timeline.entries, grace }, rounds })) as never;
  await changePart(ctx, { edition: id, version: await version(), part: 'timeline', body });
}

const as = (person: PersonId, ms: number): Ctx => {
  const clock = new Date(close + ms);
  return { ...season.as(person, { clock }), now: clock };
};

let who: Ctx;
let server: TusServer;
beforeAll(async () => {
  await withGrace(season);
  server = await startTus(() => who);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Begins a minute before the close, and its last byte comes when it is told to; answers with the id of the upload. */
async function slowUpload({ entry, owner }: { entry: EntryId; owner: PersonId }, endsAt: number): Promise<string> {
  const bytes = Buffer.from(pdf());
  const headers = { 'tus-resumable': '1.0.0' };
  const metadata = `filename ${Buffer.from('letter.pdf').toString('base64')},subject ${Buffer.from(`entry:${entry}`).toString('base64')}`;
  who = as(owner, -60_000);
  const begun = await fetch(`${server.url}/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  const path = begun.headers.get('location') ?? '';
  const piece = async (from: number, to: number) => {
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
    const { status } = await fetch(`${server.url}${path}`, {
      method: 'PATCH',
      headers: { ...headers, ...type },
      body: new Uint8Array(bytes.subarray(from, to)),
    });
    expect(status).toBe(204);
  };
  await piece(0, 10);
  who = as(owner, endsAt);
  await piece(10, bytes.length);
  return path.slice('/uploads/'.length);
}

test('begun before the close and whole within the grace, it is in with its file; whole after the grace, it is kept and told why it is late', async () => {
  const minute = 60_000;
  const [inGrace, after] = [await aDraft(season), await aDraft(season)];
  const send = async ({ entry, owner }: typeof inGrace, at: number) => {
    await addUpload(as(owner, at), entry, await slowUpload({ entry, owner }, at));
    return submitEntry(as(owner, at), { entry, version: 1, ...text });
  };
  const { submittedAt } = await send(inGrace, grace * minute - 1);
  expect(submittedAt).toBe(new Date(close + grace * minute - 1).toISOString());
  const late = await send(after, grace * minute).catch((error: unknown) => error);
  if (!(late instanceof Problem)) throw new Error('it was taken');
  expect(problems['entries.closed'].detail(late.facts)).toBe(
    'Entries closed on Wednesday 1 April 2026, 17:00:00 Dublin, and this arrived on Wednesday 1 April 2026, 17:15:00 Dublin. What counts is when it was sent in, not when an upload began. What you wrote and uploaded is kept. If something outside your control went wrong, write to the organiser.',
  );
  const files = async ({ entry, owner }: typeof inGrace) =>
    (await entryForOwner(as(owner, grace * minute), entry)).files.map(({ name }) => name);
  expect([await files(inGrace), await files(after)]).toEqual([['letter.pdf'], ['letter.pdf']]);
});
