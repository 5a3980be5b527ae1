/** Attacks on the web application put together as it runs: what is sent is what somebody would send who means harm. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { ownPath } from '#http/theme.ts';
import { ids } from '#platform/ids.ts';
import { addFile, takeUpload } from '#slices/entries/index.ts';
import { onwardPath } from '#slices/people/index.ts';
import routes, { policies } from '../../../src/routes.ts';
import { canary, madeByData, plantCanary, showsCanary } from '../../support/attacks/canary.ts';
import { createDatabase, testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { type Door, home, openDoor } from '../../support/non-interference/doors.ts';
import { aDraft, dates, foundedWorld } from '../../support/season.ts';
import { addressOf } from '../pages/addresses.ts';
import { aFair, type Fair, type Places, signedIn } from '../pages/fair.ts';
import { normal } from '../pages/web.ts';

const database = await testDatabase();
const dataFolder = temporaryFolder('attacks');
const fair: Fair = await aFair(await foundedWorld(database), 1, dataFolder);
const other: Fair = await aFair(await foundedWorld(database), 1, dataFolder);
/** Its award has a name of its own; by the same name everybody is led to their own. */
const elsewhere: Fair = { ...other, places: { ...other.places, programme: 'the-other-awards' } };
await database.owner.pool.query('update plaudit.programmes set slug = $1 where organisation_id = $2 and slug = $3', [
  elsewhere.places.programme,
  other.organisation,
  other.places.programme,
]);

type Reader = 'administrator' | 'owner' | 'judge';
const sessions = new Map<Reader, string>();
let door: Door;

beforeAll(async () => {
  for (const reader of ['administrator', 'owner', 'judge'] as const) sessions.set(reader, await signedIn(fair, fair.people[reader]));
  await database.setClock(dates.afterJudging);
  door = await openDoor(database, fair.organisation, dataFolder);
}, 240_000);
afterAll(() => door.close());

/** Whoever has most to see on it. */
function readerOf(route: string): Reader | undefined {
  const policy = policies.get(route);
  if (policy === 'public') return undefined;
  if (policy === 'judge') return 'judge';
  return policy === 'manager' || policy === 'operator' ? 'administrator' : 'owner';
}

type Sending = { readonly reader?: Reader | undefined; readonly headers?: Readonly<Record<string, string>>; readonly body?: BodyInit };

async function send(path: string, { reader, headers = {}, body }: Sending = {}): Promise<Response> {
  const session = reader && sessions.get(reader);
  const own = {
    host: new URL(home).host,
    'accept-encoding': 'identity',
    ...(session && { cookie: `plaudit=${session}` }),
    ...(body && { origin: home }),
  };
  const init = { method: body === undefined ? 'GET' : 'POST', ...(body !== undefined && { body }) };
  return door.site.fetch(new Request(`${home}${path}`, { ...init, headers: { ...own, ...headers } }), '198.51.100.7');
}

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams({ _key: ids.random(), ...fields });

/** Nobody's fault: whatever was sent was answered or refused. */
const handled = (status: number) => status < 500;

test('words of no field of any table become an element, an attribute or an address on any page', async () => {
  const copy = await createDatabase(database.name);
  const planted = await plantCanary(copy);
  await copy.setClock(dates.afterJudging);
  const canaries = await openDoor(copy, fair.organisation, dataFolder);
  try {
    const [made, shown]: [string[], string[]] = [[], []];
    for (const { path = '', file } of routes) {
      if (!file.endsWith('.tsx')) continue;
      const reader = readerOf(`/${path}`);
      const { result } = await canaries.ask({ path: addressOf(`/${path}`, fair.places), session: reader && sessions.get(reader) });
      expect(handled(result.status), `/${path}: ${result.status}`).toBe(true);
      made.push(...madeByData(result.body).map((what) => `/${path} made ${what}`));
      if (showsCanary(result.body)) shown.push(`/${path}`);
    }
    expect(made).toEqual([]);
    expect(planted.length).toBeGreaterThan(20);
    expect(shown.length).toBeGreaterThan(20);
  } finally {
    await canaries.close();
    await copy.drop();
  }
}, 120_000);

test('a page that let words be markup would be seen to: in text, in an attribute, in an address and in a script', () => {
  expect(madeByData(`<p>${canary}</p>`)).not.toEqual([]);
  expect(madeByData(`<p title="${canary}"></p>`)).not.toEqual([]);
  expect(madeByData(`<a href="${canary.replaceAll('"', '&quot;')}">here</a>`)).not.toEqual([]);
  expect(madeByData(`<script>var data = "${canary}";</script>`)).not.toEqual([]);
  const safe = canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  expect([madeByData(`<p title="${safe}">${safe}</p>`), showsCanary(`<p>${safe}</p>`)]).toEqual([[], true]);
});

test('every id of another organisation answers as one that is nowhere, to whoever may open everything of their own', async () => {
  const nowhere: Places = { ...elsewhere.places };
  const told: string[] = [];
  for (const route of policies.keys()) {
    const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name).filter((name) => name !== 'token');
    const reader = readerOf(route);
    if (names.length === 0 || reader === undefined) continue;
    const there = addressOf(route, elsewhere.places);
    const missing = addressOf(route, { ...nowhere, ...Object.fromEntries(names.map((name) => [name, strangerTo(nowhere, name)])) });
    for (const form of ['', '.data']) {
      const [one, other] = [
        await door.ask({ path: there + form, session: sessions.get(reader) }),
        await door.ask({ path: missing + form, session: sessions.get(reader) }),
      ];
      const plain = ({ result }: typeof one) => ({
        ...result,
        headers: result.headers.map((header) => header.split(': ') as [string, string]),
      });
      if (one.result.status === 200) told.push(`${there}${form} opened`);
      if (normal(plain(one), there + form) !== normal(plain(other), missing + form)) told.push(`${there}${form} is told from nothing`);
      if (one.statements.length !== other.statements.length) told.push(`${there}${form} makes the database do something else`);
    }
  }
  expect(told).toEqual([]);
}, 60_000);

/** Of the same length and kind, and nobody's. */
function strangerTo(places: Places, name: string): string {
  const value = String(places[name as keyof Places]);
  return /^[\da-f-]{36}$/.test(value) ? ids.random() : 'x'.repeat(value.length);
}

test('who is asked for is decided by the connection’s host alone, and a made-up one is in no answer and no mail', async () => {
  expect((await send('/', { headers: { host: 'evil.example' } })).status).toBe(404);
  const forged = {
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example',
    'x-original-url': '/manage',
    'x-rewrite-url': '/manage',
  };
  for (const path of ['/', '/sign-in', '/home', `/p/${fair.places.programme}`]) {
    const [plain, made] = [await send(path), await send(path, { headers: forged })];
    const text = [made.status, ...made.headers, await made.text()].join('\n');
    expect(text).not.toContain('evil.example');
    expect(made.status).toBe(plain.status);
    expect(text.length).toBe([plain.status, ...plain.headers, await plain.text()].join('\n').length);
  }
  await send('/sign-in', { headers: forged, body: form({ _act: 'link', email: 'asked@new.example' }) });
  const { rows } = await database.owner.pool.query<{ data: string }>(
    `select data::text from plaudit.outbox where recipient = 'asked@new.example'`,
  );
  expect(rows.length).toBe(1);
  expect(rows[0]?.data).not.toContain('evil');
});

test('no personal page can be had from a cache, under no name a cache would keep', async () => {
  const wrong: string[] = [];
  for (const path of ['/account', '/home', '/manage']) {
    const reader = path === '/manage' ? ('administrator' as const) : ('owner' as const);
    const email = 'people.example';
    for (const form of ['', '.data', '/x.css', '.css', '%2Fx.css', ';x.css', '%0ax.css', '/..%2fassets%2fx.css']) {
      const answer = await send(`${path}${form}`, { reader });
      const text = await answer.text();
      if (answer.headers.get('cache-control') !== 'no-store') wrong.push(`${path}${form} may be kept`);
      if (!['', '.data'].includes(form) && (answer.status === 200 || text.includes(email))) wrong.push(`${path}${form} opened`);
    }
  }
  expect(wrong).toEqual([]);
});

test('no address leads out of the folders that are served', async () => {
  const steps = ['%2e%2e%2f', '..%2f', '..%5c', '%2e%2e/', '....//', '%252e%252e%252f', '%c0%ae%c0%ae/'];
  const targets = ['package.json', 'etc/passwd', 'secret', 'server/index.js'];
  const opened: string[] = [];
  for (const door of ['/assets/', '/files/'])
    for (const step of steps)
      for (const target of targets) {
        const answer = await send(`${door}${step.repeat(3)}${target}`, { reader: 'administrator' });
        if (answer.status !== 404) opened.push(`${door}${step}${target}: ${answer.status}`);
      }
  expect(opened).toEqual([]);
});

/** What browsers make of an address: blanks and controls at its ends go, tabs and line breaks anywhere, back strokes are strokes. */
const astray = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\r/evil.example',
  '/\n/evil.example',
  '/\r\n\\evil.example',
  ' //evil.example',
  '\u0000//evil.example',
  'javascript:alert(1)',
  '/%09/evil.example',
  '/%5cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  'evil.example',
  '',
];

test('no way back leads to another site, whatever a browser makes of it', () => {
  for (const way of astray) for (const lead of [ownPath, onwardPath]) expect([way, new URL(lead(way), home).origin]).toEqual([way, home]);
});

test('nothing that is sent becomes a header of its own', async () => {
  const answer = await send('/theme', { body: form({ theme: 'dark', back: '/\r\nset-cookie: evil=1\r\n\r\n<p>' }) });
  expect(answer.headers.getSetCookie().some((cookie) => cookie.includes('evil'))).toBe(false);
  const ctx = fair.as(fair.people.owner, { clock: dates.whileOpen });
  const { entry } = await aDraft(fair, { owner: fair.people.owner });
  const upload = await takeUpload(ctx, entry, new File(['words'], 'a"\r\nset-cookie: evil=1;\u202Etxt.exe.txt', { type: 'text/plain' }));
  const { file } = await addFile(ctx, { entry, ...upload });
  const led = await send(`/files/${file}`, { reader: 'owner' });
  const served =
    led.status === 303 ? await send(new URL(led.headers.get('location') ?? '', home).href.slice(home.length), { reader: 'owner' }) : led;
  expect([served.status, served.headers.get('set-cookie'), served.headers.get('x-content-type-options')]).toEqual([200, null, 'nosniff']);
  expect(served.headers.get('content-disposition')).toMatch(/^attachment; /);
});

const sqls = [
  `'`,
  `' or 1=1 --`,
  `"; drop table plaudit.entries; --`,
  '%',
  '_',
  '\\',
  `') union select null --`,
  '1e309',
  `\u0000`,
  'x'.repeat(5_000),
  '[]',
  '{}',
];

test('what is searched, sorted and filtered by is a value, whatever it says', async () => {
  const lists = ['/manage/companies', '/manage/companies.csv', addressOf('/manage/:programme/:edition/entries', fair.places)];
  const whole = new Map<string, string>();
  for (const list of lists) whole.set(list, await (await send(list, { reader: 'administrator' })).text());
  const wrong: string[] = [];
  for (const list of lists)
    for (const sql of sqls) {
      const query = new URLSearchParams(
        ['q', 'sort', 'state', 'category', 'country', 'size', 'after', 'programme'].map((name) => [name, sql]),
      );
      const answer = await send(`${list}?${query}`, { reader: 'administrator' });
      if (!handled(answer.status)) wrong.push(`${list} by ${sql.slice(0, 30)}: ${answer.status}`);
    }
  const found = await (await send(`/manage/companies.csv?q=${encodeURIComponent(`' or 1=1 --`)}`, { reader: 'administrator' })).text();
  expect(wrong).toEqual([]);
  expect(found.trim().split('\n').length).toBe(1);
  expect((await (await send('/manage/companies.csv?q=%25', { reader: 'administrator' })).text()).trim().split('\n').length).toBe(1);
  expect((whole.get('/manage/companies.csv') ?? '').trim().split('\n').length).toBeGreaterThan(1);
}, 60_000);

const rowOf = async (entry: string) =>
  (await database.owner.pool.query<Record<string, unknown>>('select * from plaudit.entries where id = $1', [entry])).rows[0];

test('fields nobody asked for change nothing, and names that reach into objects reach nothing', async () => {
  const { entry } = await aDraft(fair, { owner: fair.people.owner });
  const before = await rowOf(entry);
  const sent = form({ _act: 'save', version: '1', title: 'Rain', nominee: 'Wick', body: 'Short.' });
  const more = {
    state: 'accepted',
    number: 'A-1',
    owner_id: fair.people.judge,
    owner: fair.people.judge,
    organisation_id: elsewhere.organisation,
    edition_id: ids.random(),
    submitted_at: '2020-01-01',
    administrator: 'true',
    role: 'manager',
  };
  for (const [name, value] of Object.entries(more)) sent.set(name, value);
  for (const name of [
    '__proto__',
    '__proto__[state]',
    '__proto__.state',
    'constructor',
    'constructor.prototype.state',
    'prototype',
    'toString',
    'hasOwnProperty',
  ])
    sent.append(name, 'accepted');
  const answer = await send(`/entries/${entry}/draft`, { reader: 'owner', body: sent, headers: { accept: 'application/problem+json' } });
  expect(answer.status).toBe(200);
  const after = await rowOf(entry);
  const changed = Object.keys(after ?? {}).filter((name) => String(after?.[name]) !== String(before?.[name]));
  expect(changed.sort()).toEqual(['body', 'form_seen', 'nominee', 'saved_at', 'title', 'version']);
  expect(({} as Record<string, unknown>).state).toBeUndefined();
});

test('bytes that are no text, a thousand fields and bodies beyond every limit are handled', async () => {
  const odd = [
    '/p/%00',
    '/p/%ff%fe',
    '/p/%ed%a0%80',
    '/entries/%00',
    '/p/%',
    `/p/${'x'.repeat(8_000)}`,
    '/?q=%00%ff',
    '/judge/..',
    '//evil.example/',
    '/p//',
  ];
  const statuses = await Promise.all(
    odd.map(async (path) => [path.slice(0, 20), handled((await send(path, { reader: 'administrator' })).status)]),
  );
  expect(statuses.filter(([, ok]) => ok !== true)).toEqual([]);
  const many = form({ _act: 'save', version: '1' });
  for (let i = 0; i < 1_000; i += 1) many.append(`field${i}`, 'x');
  expect(handled((await send(`/entries/${ids.random()}/draft`, { reader: 'owner', body: many })).status)).toBe(true);
  const long = 'x'.repeat(1_100_000);
  expect((await send('/sign-in', { body: form({ _act: 'password', email: long, password: 'x' }) })).status).toBe(413);
  for (const type of [
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=',
    'application/x-www-form-urlencoded; charset=utf-7',
  ])
    expect((await send('/sign-in', { body: '{"a":1', headers: { 'content-type': type } })).status).toBeLessThan(500);
});

test('a session somebody brings along is nobody’s, and of two cookies only one that stands for a session counts', async () => {
  const made = 'A'.repeat(43);
  expect((await send('/home', { headers: { cookie: `plaudit=${made}` } })).status).toBe(302);
  const { rowCount } = await database.owner.pool.query(`select from directory.sessions where token_hash = sha256($1::bytea)`, [made]);
  expect(rowCount).toBe(0);
  const own = sessions.get('owner') ?? '';
  // A cookie tossed by a neighbouring host comes first or last; neither may sign anybody in as somebody else.
  for (const cookie of [`plaudit=${made}; plaudit=${own}`, `plaudit=${own}; plaudit=${made}`]) {
    const { status } = await send('/account', { headers: { cookie } });
    expect([200, 302]).toContain(status);
  }
  expect((await send('/home', { headers: { cookie: 'plaudit=' } })).status).toBe(302);
});

test('a form that comes from a page of another site, or from none a browser would name, does nothing', async () => {
  const body = () => form({ theme: 'dark', back: '/' });
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect((await send('/theme', { body: body(), headers: headers as unknown as Record<string, string> })).status).toBe(403);
  for (const path of ['/', '/sign-in', '/manage/system']) {
    const policy = (await send(path, { reader: 'administrator' })).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("base-uri 'none'");
  }
});
