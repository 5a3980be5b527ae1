/** The button beside a mail's subject (RFC 8058), pressed as mail programs press it: no cookie, no form of ours, from anywhere. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import '#main/slices.ts';
import { ids } from '#platform/ids.ts';
import { chooseTopics } from '#slices/messages/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { type Door, home, openDoor } from '#tests/support/non-interference/doors.ts';
import { anAcceptedEntry, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { mails } from '../pages/mails.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const reader = await aPerson(season, 'Ada Byrne');
const folder = temporaryFolder('one-click');
let door: Door;
let path = '';

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  await anAcceptedEntry(season, { owner: reader });
  path = `/mail-off/${(await mails(season, 1)).mailOff}`;
  door = await openDoor(database, season.organisation, folder);
}, 180_000);
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => chooseTopics(season.as(reader), { reminders: true, news: true }));

const button = 'List-Unsubscribe=One-Click';
const headers = { host: new URL(home).host, 'content-type': 'application/x-www-form-urlencoded' };

/** What comes back, without what is drawn for each answer anew. */
async function asked(where: string, init: RequestInit): Promise<readonly [status: number, body: string]> {
  const answer = await door.site.fetch(
    new Request(`${home}${where}`, { ...init, headers: Object.fromEntries([...new Headers(headers), ...new Headers(init.headers)]) }),
    '198.51.100.7',
  );
  expect(answer.headers.getSetCookie()).toEqual([]);
  const body = await answer.text();
  return [
    answer.status,
    body
      .replaceAll(/\b[2-9bcdfghjkmnpqrstvwxz]{8}\b(?=<\/p>)/g, '')
      .replaceAll(where, 'ADDRESS')
      .replaceAll(encodeURIComponent(where), 'ADDRESS'),
  ];
}
const pressed = (where: string, init: RequestInit = {}) => asked(where, { method: 'POST', body: button, ...init });

async function switchedOff(): Promise<{ refusals: number; events: number }> {
  const of = async (sql: string) => (await database.owner.pool.query(sql, [season.organisation])).rowCount ?? 0;
  return {
    refusals: await of('select from plaudit.mail_refusals where organisation_id = $1'),
    events: await of(`select from plaudit.audit_events where organisation_id = $1 and kind = 'messages.topic-refused'`),
  };
}

test('pressing the button switches the topic off, and pressing it again does nothing more', async () => {
  const before = await switchedOff();
  const [status] = await pressed(path);
  expect(status).toBe(200);
  const once = await switchedOff();
  expect(once).toEqual({ refusals: before.refusals + 1, events: before.events + 1 });
  expect([(await pressed(path))[0], await switchedOff()]).toEqual([200, once]);
});

test('looking at the link, as scanners of mail do, switches nothing off, whatever they ask for', async () => {
  const before = await switchedOff();
  for (const method of ['GET', 'HEAD']) {
    for (const where of [path, `${path}?${button}`, `${path}.data`]) expect((await asked(where, { method }))[0]).toBe(200);
  }
  expect(await switchedOff()).toEqual(before);
});

test('a forged link is answered as one of a mail that never was, and switches nothing off', async () => {
  const before = await switchedOff();
  const forged = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
  const missing = `/mail-off/${ids.random()}.${'A'.repeat(43)}`;
  const [first, second] = [await pressed(forged), await pressed(missing)];
  expect([first[0], first]).toEqual([404, second]);
  expect(await pressed('/mail-off/nonsense')).toEqual(first);
  expect(await switchedOff()).toEqual(before);
});

test('what is not the button, or comes from a page of another site, is no press of it', async () => {
  const before = await switchedOff();
  for (const body of ['', 'List-Unsubscribe=Twice', `${button}&more=1`])
    expect((await pressed(path, { body }))[0]).toBeGreaterThanOrEqual(400);
  expect((await pressed(path, { headers: { 'content-type': 'text/plain' } }))[0]).toBeGreaterThanOrEqual(400);
  expect((await pressed(path, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }))[0]).toBe(403);
  expect(await switchedOff()).toEqual(before);
});
