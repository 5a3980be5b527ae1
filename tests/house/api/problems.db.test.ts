/** Where the `type` of a problem document leads: what the code means and what to do, without a script. */
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue, type ProblemCode, statusOf } from '#core/problems/catalogue.ts';
import { refusalPage } from '#slices/integrations/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { type Door, home, openDoor } from '#tests/support/non-interference/doors.ts';
import { foundedWorld } from '#tests/support/season.ts';
import { wordsFor } from '#words/index.ts';

const folder = temporaryFolder('problems');
const database = await testDatabase();
const { organisation } = await foundedWorld(database);
const codes = Object.keys(catalogue) as ProblemCode[];
let door: Door;

beforeAll(async () => {
  door = await openDoor(database, organisation, folder);
}, 180_000);
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

const asked = (path: string) => door.site.fetch(new Request(`${home}${path}`, { headers: { host: new URL(home).host } }), '198.51.100.7');
const textOf = (html: string) => html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('the type of a refusal is the address of a page that says what it means and which calls answer so', async () => {
  const refused = (await (await asked('/api/v1/keys')).json()) as { type: string; code: ProblemCode; title: string };
  expect(refused.type).toBe(`/problems/${refused.code}`);
  const answer = await asked(refused.type);
  const page = textOf(await answer.text());
  expect(answer.status).toBe(200);
  for (const said of [refused.title, refused.code, `${statusOf(refused.code)}`, refusalPage(refused.code, 'en').detail])
    expect(page).toContain(said);
  expect(page).not.toContain('<script');
  const { calls } = refusalPage('api.key-refused', 'en');
  const [first] = calls;
  expect(calls.length).toBeGreaterThan(10);
  expect(await (await asked('/developers')).text()).toContain(`id="${first?.id}"`);
});

test('one page lists every refusal there is, and stays small', async () => {
  const page = await (await asked('/problems')).text();
  expect([...page.matchAll(/href="\/problems\/([^"]+)"/g)].map(([, code]) => code)).toEqual(codes.toSorted());
  expect(page).not.toContain('<script');
  expect(gzipSync(page).length).toBeLessThan(40_000);
});

test('a code nothing is refused with has no page', async () => {
  for (const code of ['entries.closed-twice', 'toString', '__proto__', 'general'])
    expect((await asked(`/problems/${code}`)).status).toBe(404);
});

test('every sentence can be read without an occurrence: what is filled in stands by its name', () => {
  const { problems } = wordsFor('en');
  for (const code of codes) {
    const { detail, title } = refusalPage(code, 'en');
    expect([code, /NaN|undefined|Invalid|\[object/.exec(detail)]).toEqual([code, null]);
    expect([code, title]).toEqual([code, problems[code].title]);
  }
  expect(refusalPage('entries.file-too-large', 'en')).toMatchObject({ filled: true, detail: expect.stringContaining('“‹name›” is … and') });
  expect(refusalPage('api.key-needed', 'en').filled).toBe(false);
});
