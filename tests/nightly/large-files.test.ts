/** A large video through two cuts and the death of its server: the same bytes, and no more memory than a small one. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { signedIn } from '#tests/house/pages/fair.ts';
import { startWeb, type Web } from '#tests/house/pages/web.ts';
import { testDatabase } from '#tests/support/database.ts';
import { writeVideo } from '#tests/support/files/makers.ts';
import { attach, begin, memoryOf, sendThroughTrouble, sha256Of } from '#tests/support/files/resuming.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { aDraft, aSeason, dates, foundedWorld } from '#tests/support/season.ts';

const mebibyte = 1024 * 1024;
const bytes = 300 * mebibyte;
const data = temporaryFolder('large-files');
const [small, large] = [join(data, 'small.mp4'), join(data, 'large.mp4')];
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { entry, owner } = await aDraft(season);
let web: Web;
let session = '';

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  await writeVideo(small, mebibyte);
  await writeVideo(large, bytes, { seconds: 300 });
  session = await signedIn(season, owner);
  web = await startWeb(season, data);
});
afterAll(async () => {
  await web.stop();
  await rm(data, { recursive: true, force: true });
});

async function download(file: string): Promise<string> {
  const headers = { cookie: `plaudit=${session}` };
  const link = await fetch(`${web.url}/files/${file}`, { headers, redirect: 'manual' });
  const content = await fetch(`${web.url}${link.headers.get('location')}`, { headers });
  return sha256Of(Readable.from(content.body ?? []));
}

/** What it holds once it has done everything once, so that code that is loaded late is not counted. */
async function afterSmallOne(): Promise<number> {
  const to = { web, session };
  const location = await begin(to, small, 'small.mp4', `entry:${entry}`);
  await sendThroughTrouble(to, small, location, [], async () => web);
  const { file } = await attach(to, entry, location);
  await download(file);
  return memoryOf(web.pid).now;
}

test('300 MB, cut twice, the server killed once: the same SHA-256, and less than 64 MB more memory', async () => {
  const before = [await afterSmallOne()];
  const most: number[] = [];
  const location = await begin({ web, session }, large, 'large.mp4', `entry:${entry}`);
  const sampling = setInterval(() => {
    try {
      most[before.length - 1] = Math.max(most[before.length - 1] ?? 0, memoryOf(web.pid).now);
    } catch {
      // It is dead at this moment, as it should be.
    }
  }, 50);
  const restart = async () => {
    await web.stop();
    web = await startWeb(season, data);
    before.push(await afterSmallOne());
    return web;
  };
  const sent = await sendThroughTrouble({ web, session }, large, location, [0.3, 0.5, 0.7], restart);
  const added = await attach(sent.to, entry, location);
  expect([sent.arrived, added.status]).toEqual([bytes, 200]);
  const [given, original] = [await download(added.file), await sha256Of(createReadStream(large))];
  clearInterval(sampling);
  expect(given).toBe(original);
  const growth = before.map((held, i) => Math.round(((most[i] ?? 0) - held) / mebibyte));
  console.log(`memory of the two processes grew by ${growth.join(' and ')} MB; it went on from ${sent.offsets.join(', ')} of ${bytes}`);
  expect(Math.max(...growth)).toBeLessThan(64);
});
