import { expect, test } from 'vitest';
import { scopes } from '#core/access/scopes.ts';
import { ids } from '#platform/ids.ts';
import { type Asked, aKey, anApi } from '#tests/support/api/api.ts';
import { clientOf } from '#tests/support/api/client.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sealAll } from '#tests/support/record/sealed.ts';
import { aDraft, anAcceptedEntry, aPerson, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
await database.setClock(dates.whileOpen);
const provedAt = dates.whileOpen;
const api = await anApi(world);
const call = clientOf(api);
const manager = await aKey(world, season.manager, { scopes, provedAt });
const owner = await aPerson(world);
const entrant = await aKey(world, owner, { scopes, provedAt });

async function refused(path: string, asked: Asked = {}) {
  const answer = await api.ask(path, asked);
  const problem = (await answer.json()) as { code: string; status: number; errors: { pointer: string; code: string }[]; type: string };
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(problem.status).toBe(answer.status);
  return { status: answer.status, code: problem.code, errors: problem.errors, headers: answer.headers };
}

test('an entry is begun, saved and submitted by a program as by a person, and a stale save says which version there is', async () => {
  const { answer: begun, headers: made } = await call('startEntry', { key: entrant.secret, body: { category: season.categories[0] } });
  expect(made.get('location')).toBe(`/api/v1/entries/${begun.entry}`);
  const params = { entry: begun.entry };
  const read = await call('readEntry', { key: entrant.secret, params });
  const seen = read.headers.get('etag') ?? '';
  expect(seen).toMatch(/^"1\.[\w-]{22}"$/);

  const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'Forty-one rang within the hour.' };
  const saved = await call('saveDraft', { key: entrant.secret, params, match: seen, body: text });
  expect([saved.answer.version, saved.answer.title, saved.headers.get('etag')?.slice(0, 3)]).toEqual([2, text.title, '"2.']);

  const stale = await refused(`/entries/${begun.entry}/draft`, {
    method: 'PUT',
    key: entrant.secret,
    headers: { 'if-match': seen },
    body: { ...text, title: 'Another title' },
  });
  expect([stale.status, stale.code, stale.headers.get('etag')]).toEqual([412, 'api.changed-meanwhile', saved.headers.get('etag')]);

  const match = saved.headers.get('etag') ?? '';
  const submitted = await call('submitEntry', { key: entrant.secret, params, match, body: text });
  expect([submitted.answer.state, submitted.answer.number]).toEqual(['submitted', 'A-001']);
  const accepted = await call('acceptEntry', { key: manager.secret, params });
  expect(accepted.answer).toEqual(params);
});

test('a call sent again acts once and says so; another body under its name is refused', async () => {
  const name = ids.random();
  const body = { category: season.categories[1] };
  const first = await call('startEntry', { key: entrant.secret, call: name, body });
  const again = await call('startEntry', { key: entrant.secret, call: name, body });
  expect(again.answer).toEqual(first.answer);
  expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
  const other = await refused('/entries', { method: 'POST', key: entrant.secret, call: name, body: { category: season.categories[0] } });
  expect([other.status, other.code]).toEqual([422, 'general.key-reused']);
  // Another key of the same person names its own calls.
  const second = await aKey(world, owner, { scopes: ['write:entries'], provedAt });
  const fresh = await call('startEntry', { key: second.secret, call: name, body });
  expect([fresh.headers.get('idempotency-replayed'), fresh.answer.entry === first.answer.entry]).toEqual([null, false]);
});

test.each<[string, string, Asked, number, string]>([
  ['no address of ours', '/nowhere', {}, 404, 'general.not-found'],
  ['an address with another method', '/companies', { method: 'PATCH', body: {} }, 405, 'api.method-not-allowed'],
  ['another form than JSON', '/programmes', { headers: { accept: 'text/html' } }, 406, 'api.not-acceptable'],
  ['no key where one is needed', '/entries', {}, 401, 'api.key-needed'],
  ['a key that is none', '/programmes', { headers: { authorization: 'Bearer plaudit' } }, 401, 'api.key-refused'],
  ['a cookie in place of a key', '/entries', { headers: { cookie: `__Host-plaudit=${'a'.repeat(43)}` } }, 401, 'api.key-needed'],
  [
    'a call without a name',
    '/entries',
    { method: 'POST', key: entrant.secret, body: {}, headers: { 'idempotency-key': '' } },
    400,
    'api.idempotency-key-missing',
  ],
  ['a body that is no JSON', '/entries', { method: 'POST', key: entrant.secret, body: '{' }, 400, 'api.not-json'],
  [
    'a body that is said to be text',
    '/entries',
    { method: 'POST', key: entrant.secret, body: '{}', headers: { 'content-type': 'text/plain' } },
    415,
    'api.not-json-type',
  ],
  [
    'a change without the version that was seen',
    `/entries/${ids.random()}/draft`,
    { method: 'PUT', key: entrant.secret, body: {} },
    428,
    'api.if-match-missing',
  ],
  [
    'a tag that is none of ours',
    `/entries/${ids.random()}/draft`,
    { method: 'PUT', key: entrant.secret, body: {}, headers: { 'if-match': '*' } },
    400,
    'api.if-match-wrong',
  ],
])('%s is refused with a problem document', async (_, path, asked, status, code) => {
  const answer = await refused(path, asked);
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Plaudit"' : null);
  expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS, POST' : null);
});

test('what is wrong with a body is told at the member it is wrong with', async () => {
  const answer = await refused('/companies', { method: 'POST', key: manager.secret, body: { name: '', country: 'Ireland' } });
  expect([answer.status, answer.code]).toEqual([422, 'general.invalid-input']);
  expect(answer.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['#/name', 'field.required'],
    ['#/country', 'field.invalid'],
  ]);
});

test('what was read before is not sent again, and HEAD and OPTIONS say what there is', async () => {
  const path = `/programmes/${season.slug}`;
  const first = await api.ask(path);
  const tag = first.headers.get('etag') ?? '';
  const again = await api.ask(path, { headers: { 'if-none-match': `"other", W/${tag.replace(/"$/, '-br"')}` } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect((await api.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  const head = await api.ask(path, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, tag]);
  const options = await api.ask(path, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  expect([...options.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('a list is read page by page, and what comes in between moves nothing', async () => {
  const wide = await aSeason(world);
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
  for (const title of titles) await aSubmission(wide, { title });
  const params = { programme: wide.slug, edition: wide.editionSlug };
  const key = (await aKey(world, wide.manager, { scopes: ['read:entries'], provedAt })).secret;
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const query: { limit: string; after?: string } = { limit: '2', ...(next !== null && { after: next }) };
    const { answer, headers } = await call('listManagedEntries', { key, params, query });
    seen.push(...answer.items.map(({ title }) => title));
    next = answer.next;
    expect(headers.get('link')?.includes('rel="next"') ?? false).toBe(next !== null);
    if (seen.length === 2) await aSubmission(wide, { title: 'Six' });
  } while (next !== null);
  expect(seen.filter((title) => titles.includes(title)).toSorted()).toEqual(titles.toSorted());
  expect(new Set(seen).size).toBe(seen.length);
});

test('whoever asks too often is told how long to wait, each key and each address for itself', async () => {
  let now = 0;
  const strict = await anApi(world, { clock: () => now });
  const asked = { peer: '203.0.113.9' };
  for (let n = 0; n < 120; n += 1) await strict.ask('/nowhere', asked);
  const late = await strict.ask('/nowhere', asked);
  expect([late.status, late.headers.get('retry-after'), late.headers.get('ratelimit')]).toEqual([429, '60', '"minute";r=0;t=60']);
  expect((await strict.ask('/nowhere', { peer: '203.0.113.10' })).status).toBe(404);
  expect((await strict.ask('/programmes', { ...asked, key: manager.secret })).headers.get('ratelimit')).toBe('"minute";r=599;t=60');
  now = 60_000;
  expect((await strict.ask('/nowhere', asked)).status).toBe(404);
});

test('winners are nowhere before the announcement, whoever asks, and standings are for organisers', async () => {
  await anAcceptedEntry(season);
  const params = { programme: season.slug, edition: season.editionSlug };
  for (const key of [undefined, manager.secret]) {
    const hidden = await refused(`/programmes/${season.slug}/editions/${season.editionSlug}/winners`, { key });
    expect([hidden.status, hidden.code]).toEqual([404, 'general.not-found']);
  }
  expect((await call('readStandings', { key: manager.secret, params })).answer.announcedAt).toBeNull();
  await expect(call('readStandings', { key: entrant.secret, params })).rejects.toMatchObject({ status: 404 });
});

test('the sealed record is told event by event, and of drafts only their seal', async () => {
  await aDraft(season, { owner });
  await sealAll(database.jobs, world.organisation);
  const params = { programme: season.slug };
  const head = await call('readRecordHead', { key: manager.secret, params });
  const { answer } = await call('listRecord', { key: manager.secret, params, query: { limit: '100' } });
  expect(answer.items.at(-1)?.seal).toBe(head.answer.head);
  expect(answer.items.length).toBe(head.answer.length);
  const kinds = answer.items.map(({ event }) => (event === null ? null : (JSON.parse(event) as { kind: string }).kind));
  expect(kinds).toContain('programmes.edition-published');
  expect([kinds.includes(null), kinds.includes('entries.entry-started')]).toEqual([true, false]);
});
