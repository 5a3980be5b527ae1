/**
 * The web application as one `fetch`: health, assets, then every page. What stands before the pages stands here once:
 * where a request comes from, how large it may be, what the answer's headers say.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { type Assets, loadAssets } from './assets.ts';
import { compressed } from './compress.ts';
import { secureHeaders } from './headers.ts';
import { isForeign } from './origin.ts';
import type { Policy, StandInPage } from './policy.ts';
import { relocateBuild } from './relocate.ts';
import { busyAnswers } from './shedding/busy-page.ts';
import { kindOf, openPlaces } from './shedding/shedding.ts';
import { newReference, type Visit, visitContext } from './visit.ts';
import { lookedAt } from './visitor/handed.ts';
import { notePeer, peerOf } from './visitor/peer.ts';

/** A form of text, and a form with files; resumable uploads bring their own limit. */
const formBytes = 1_048_576;
const fileFormBytes = 33_554_432;

export type Site = { readonly url: string; readonly basePath: string; readonly behindProxy: boolean };

export type Parts = {
  /** From `routes.ts`: URL pattern → policy. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Those open to whoever stands in for somebody; all others are closed to them. */
  readonly standInPages?: ReadonlyMap<string, StandInPage>;
  /** Whether this process could commit right now. */
  readonly ready: () => Promise<boolean>;
  /** Puts the visitor into the context of loaders and actions; awaited before the policy is looked at. */
  readonly prepare: Visit['prepare'];
  /** Stands before everything but health. */
  readonly first?: (app: Hono) => void;
  /** End points that are no pages: API, feeds, uploads. They stand before the pages and below the sub-path. */
  readonly mount?: (app: Hono) => void;
  /** Paths below the base at which another site may hand over a form; it is looked at and never acts. */
  readonly takesForms?: (path: string) => boolean;
  readonly refuse: (code: ProblemCode, request: Request) => Response;
  /** Where a page stands that nothing was found of; nowhere, unless this says so. */
  readonly movedTo?: Visit['movedTo'];
  readonly report: Visit['report'];
  /** Where the build lies; the repository's own by default. */
  readonly buildFolder?: string;
};

/** `peer` is the network address at the other end of the connection. */
export type App = { readonly fetch: (request: Request, peer?: string) => Promise<Response> };

export async function createApp(site: Site, parts: Parts): Promise<App> {
  const folder = parts.buildFolder ?? resolve(import.meta.dirname, '../../build');
  const built = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild;
  requirePolicies(built, parts.policies);
  const build = relocateBuild(built, site.basePath);
  const assets = await loadAssets(resolve(folder, 'client'), site.basePath);
  // Below a sub-path, `/awards/` is `/awards`.
  const outer = new Hono({ strict: false });
  outer.onError((error, c) => {
    parts.report(error, c.req.raw, newReference());
    return parts.refuse('general.bug', c.req.raw);
  });
  addHealth(outer, parts);
  const app = outer.basePath(site.basePath || '/');
  parts.first?.(app);
  addAssets(app, assets, site.basePath);
  addShedding(app, build, site);
  addGuards(app, site, parts);
  parts.mount?.(app);
  addPages(app, build, site, parts);
  const secure = site.url.startsWith('https:');
  return {
    fetch: async (request, peer = '') => {
      notePeer(request, peer);
      const answer = await compressed(request, await app.fetch(request));
      secureHeaders(answer.headers, secure);
      return answer;
    },
  };
}

/** Every route of the build has a policy, or the process does not start. */
function requirePolicies(build: Pick<ServerBuild, 'routes'>, policies: ReadonlyMap<string, Policy>): void {
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  const open = routes.filter((r) => (r.path || r.index) && !policies.has(`/${r.path ?? ''}`)).map((r) => `/${r.path ?? ''} (${r.id})`);
  if (open.length > 0)
    throw new Error(`No policy is declared for ${open.join(', ')}. Add it to its line in src/routes.ts and build again.`);
}

function addHealth(app: Hono, parts: Parts): void {
  app.get('/healthz/live', (c) => c.text('live\n'));
  app.get('/healthz/ready', async (c) => ((await parts.ready()) ? c.text('ready\n') : c.text('not ready\n', 503)));
}

function addAssets(app: Hono, assets: Assets, base: string): void {
  const serve = (c: Context): Response => {
    const path = c.req.path.slice(base.length);
    const accepted = c.req.header('accept-encoding') ?? '';
    const found = assets.answer(path === '/favicon.ico' ? '/favicon.svg' : path, accepted);
    return found ?? c.text('No such file\n', 404);
  };
  app.get('/assets/*', serve).get('/favicon.ico', serve).get('/favicon.svg', serve);
}

/** Health and assets are answered whatever else is under way: both cost next to nothing. */
function addShedding(app: Hono, build: ServerBuild, { basePath: base, url }: Site): void {
  const places = openPlaces();
  const busy = busyAnswers({ base, styles: build.assets.routes.root?.css ?? [], secure: url.startsWith('https:') });
  app.use('*', async (c, next) => {
    const { method, headers } = c.req.raw;
    const kind = kindOf({ method, path: c.req.path.slice(base.length), headers });
    if (!places.take(kind)) return busy(headers);
    try {
      return await next();
    } finally {
      places.leave(kind);
    }
  });
}

function foreign(c: Context, site: Site): boolean {
  const host = (site.behindProxy ? c.req.header('x-forwarded-host') : undefined) ?? c.req.header('host') ?? '';
  return isForeign(c.req.method, c.req.raw.headers, host, new URL(site.url).origin);
}

function addGuards(app: Hono, site: Site, parts: Parts): void {
  const taken = (c: Context) => c.req.method === 'POST' && (parts.takesForms?.(c.req.path.slice(site.basePath.length)) ?? false);
  app.use('*', async (c, next) => (foreign(c, site) && !taken(c) ? parts.refuse('general.foreign-origin', c.req.raw) : next()));
  // No text of ours holds NUL, and the database refuses to be asked for it: there is no such address.
  app.use('*', async (c, next) => (c.req.url.includes('%00') ? parts.refuse('general.not-found', c.req.raw) : next()));
  const tooLarge = (c: Context): Response => parts.refuse('general.too-large', c.req.raw);
  const text = bodyLimit({ maxSize: formBytes, onError: tooLarge });
  const files = bodyLimit({ maxSize: fileFormBytes, onError: tooLarge });
  app.use('*', (c, next) => {
    // These have no body, and looking for one makes a whole request of what the server has read so far.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    // Pieces of a file are written as they come and counted where they are written.
    if (c.req.method === 'PATCH' && c.req.header('content-type') === 'application/offset+octet-stream') return next();
    const [most, count] = c.req.header('content-type')?.startsWith('multipart/form-data') ? [fileFormBytes, files] : [formBytes, text];
    return isDeclaredWithin(c.req.raw.headers, most) ? next() : count(c, next);
  });
}

/** The server lets no more through than was declared, so nobody has to open such a body to count it. */
function isDeclaredWithin(headers: Headers, most: number): boolean {
  const declared = headers.get('content-length');
  return declared !== null && !headers.has('transfer-encoding') && Number(declared) <= most;
}

function addPages(app: Hono, build: ServerBuild, site: Site, parts: Parts): void {
  const handler = createRequestHandler(build, process.env.NODE_ENV);
  const secure = site.url.startsWith('https:');
  app.all('*', async (c) => {
    const reference = newReference();
    const context = new RouterContextProvider();
    // React Router joins patterns without the leading slash.
    const named = (pattern: string) => `/${pattern.replace(/^\//, '')}`;
    const policyOf = (pattern: string): Policy | undefined => parts.policies.get(named(pattern));
    const standsIn = (pattern: string): StandInPage | undefined => parts.standInPages?.get(named(pattern));
    const peer = peerOf(c.req.raw, site.behindProxy);
    const { prepare, report } = parts;
    const movedTo: Visit['movedTo'] = async (ctx, pattern, params) => parts.movedTo?.(ctx, named(pattern), params);
    context.set(visitContext, {
      reference,
      base: site.basePath,
      site: site.url,
      secure,
      policyOf,
      standsIn,
      peer,
      prepare,
      movedTo,
      report,
    });
    // Only what the guards let through comes here: a form of another site, for a page that takes one.
    return handler(foreign(c, site) ? await lookedAt(c.req.raw) : c.req.raw, context);
  });
}
