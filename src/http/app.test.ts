/** The application around the pages, over a build of two pages written by hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createApp, type Parts, type Site } from './app.ts';

const folder = mkdtempSync(join(tmpdir(), 'plaudit-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = (path: string) => `{ id: '${path}', parentId: 'root', path: '${path}', module: { default: () => null, action: () => null } }`;
mkdirSync(join(folder, 'server'));
mkdirSync(join(folder, 'client/assets'), { recursive: true });
writeFileSync(join(folder, 'server/package.json'), '{ "type": "module" }');
writeFileSync(
  join(folder, 'server/index.js'),
  `export const routes = { root: { id: 'root', path: '', module: { default: () => null, ErrorBoundary: () => null } }, known: ${page('known')}, open: ${page('open')} };
   export const assets = { entry: { module: '/assets/entry.js', imports: [] }, routes: {}, url: '/assets/manifest-1.js', version: '1' };
   export const basename = '/', publicPath = '/', future = {}, ssr = true, isSpaMode = false, prerender = [];
   export const assetsBuildDirectory = 'client', routeDiscovery = { mode: 'initial' }, allowedActionOrigins = undefined;
   const html = (request, status, headers, entry) => new Response('<p>' + entry.manifest.entry.module + '</p>' + ' '.repeat(2000), {
     status, headers: { 'content-type': 'text/html' } });
   export const entry = { module: { default: html } };`,
);
writeFileSync(join(folder, 'client/assets/manifest-1.js'), 'window.m={"module":"/assets/entry.js"};');
writeFileSync(join(folder, 'client/assets/style-1.css'), 'p{}');
writeFileSync(join(folder, 'client/secret.txt'), 'not an asset');

const policies = new Map([
  ['/known', 'public'],
  ['/open', 'public'],
] as const);

function open(site: Partial<Site> = {}, parts: Partial<Parts> = {}) {
  return createApp(
    { url: 'http://localhost:3000', basePath: '', behindProxy: false, ...site },
    {
      policies,
      ready: async () => true,
      prepare: async () => {},
      refuse: (code) => Response.json({ code }, { status: code === 'general.too-large' ? 413 : 403 }),
      report: () => {},
      buildFolder: folder,
      ...parts,
    },
  );
}

const ask = async (app: Awaited<ReturnType<typeof open>>, path: string, init: RequestInit = {}) =>
  app.fetch(new Request(`http://localhost:3000${path}`, init));

test('a route without a declared policy keeps the process from starting, and is named', async () => {
  await expect(open({}, { policies: new Map([['/known', 'public']]) })).rejects.toThrow('No policy is declared for /open');
});

test('every answer carries the security headers; over https also the promise to stay there', async () => {
  const plain = await ask(await open(), '/healthz/live');
  const names = ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cache-control', 'strict-transport-security'];
  expect(names.map((name) => plain.headers.get(name))).toEqual([
    'nosniff',
    'strict-origin-when-cross-origin',
    'same-origin',
    'no-store',
    null,
  ]);
  expect(plain.headers.get('content-security-policy')).toContain("default-src 'none'");
  const secure = await ask(await open({ url: 'https://awards.example' }), '/healthz/live');
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('live is not ready: readiness asks whether a commit would succeed', async () => {
  const app = await open({}, { ready: async () => false });
  expect([(await ask(app, '/healthz/live')).status, (await ask(app, '/healthz/ready')).status]).toEqual([200, 503]);
});

test('assets are kept for ever, and nothing outside their folder is served', async () => {
  const app = await open();
  expect((await ask(app, '/assets/style-1.css')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const others = ['/assets/none.css', '/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/secret.txt'];
  expect(await Promise.all(others.map(async (path) => (await ask(app, path)).status))).toEqual([404, 404, 404, 404]);
});

test('one build serves below any sub-path: pages, assets and the addresses inside both', async () => {
  const app = await open({ url: 'http://localhost:3000/awards', basePath: '/awards' });
  expect((await ask(app, '/known')).status).toBe(404);
  expect(await (await ask(app, '/awards/known')).text()).toContain('/awards/assets/entry.js');
  expect(await (await ask(app, '/awards/assets/manifest-1.js')).text()).toBe('window.m={"module":"/awards/assets/entry.js"};');
  expect((await ask(app, '/healthz/ready')).status).toBe(200);
  const [bare, slashed] = [await ask(app, '/awards'), await ask(app, '/awards/')];
  expect([slashed.status, await slashed.text()]).toEqual([bare.status, await bare.text()]);
});

test('a page is sent in the smallest form the browser takes', async () => {
  const answer = await ask(await open(), '/known', { headers: { 'accept-encoding': 'gzip, br' } });
  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['br', 'Accept-Encoding']);
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toContain('<p>/assets/entry.js</p>');
});

test('a form of another site is refused before any page sees it', async () => {
  const answer = await ask(await open(), '/known', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: 'a=b' });
  expect([answer.status, await answer.json()]).toEqual([403, { code: 'general.foreign-origin' }]);
});

test('a body larger than a form may be is refused, and one with files may be larger', async () => {
  const app = await open();
  const send = async (type: string) =>
    (await ask(app, '/known', { method: 'POST', headers: { 'content-type': type }, body: 'x'.repeat(1_100_000) })).status;
  expect([await send('application/x-www-form-urlencoded'), await send('multipart/form-data; boundary=x')]).toEqual([413, 200]);
});

test('when too much is under way, whoever looks is asked to come again, and what is sent on purpose is taken up', async () => {
  const held = Promise.withResolvers<Response>();
  let sent = 0;
  const app = await open(
    {},
    {
      mount: (hono) => {
        hono.get('/slow', async () => (await held.promise).clone());
        hono.post('/slow', (c) => {
          sent += 1;
          return c.text('taken');
        });
      },
    },
  );
  const many = Array.from({ length: 60 }, async () => ask(app, '/slow', { headers: { cookie: 'plaudit=x' } }));
  const busy = await ask(app, '/known', { headers: { accept: 'text/html' } });
  const script = await ask(app, '/slow', { headers: { accept: 'application/problem+json' } });
  expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('content-type'), script.status]).toEqual([
    503,
    '3',
    'text/html; charset=utf-8',
    503,
  ]);
  expect(await busy.text()).toContain('Try again');
  expect(await script.json()).toMatchObject({ code: 'general.overloaded' });
  const headers = { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
  const posts = await Promise.all(Array.from({ length: 30 }, async () => ask(app, '/slow', { method: 'POST', body: 'a=b', headers })));
  expect([posts.every(({ status }) => status === 200), sent]).toEqual([true, 30]);
  expect((await ask(app, '/healthz/live')).status).toBe(200);
  held.resolve(new Response('slow'));
  const answers = (await Promise.all(many)).map(({ status }) => status);
  expect([answers.filter((status) => status === 200).length, answers.filter((status) => status === 503).length]).toEqual([48, 12]);
  expect((await ask(app, '/known')).status).toBe(200);
});
