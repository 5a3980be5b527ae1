import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import {
  type ActionFunctionArgs,
  type EntryContext,
  isRouteErrorResponse,
  type LoaderFunctionArgs,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { visitorContext } from '#http/context.ts';
import { newNonce, newSeed, pagePolicy } from '#http/headers.ts';
import { type Drawn, keepPages } from '#http/kept-pages.ts';
import { newPage, type Page, pageAnswer } from '#http/page.ts';
import { policyContext } from '#http/policy.ts';
import { readTheme } from '#http/theme.ts';
import { visitContext } from '#http/visit.ts';
import { keysAreOn } from '#http/visitor/keys.ts';
import { goingScript } from '#shells/keys/going.ts';
import { carriedIn } from '#shells/languages/carried.ts';
import { type Frame, FrameProvider } from '#ui/base/frame.tsx';
import interFont from '#ui/fonts/inter.woff2?url';
import serifFont from '#ui/fonts/source-serif-4.woff2?url';

/** What a page may declare of itself: `export const handle = { js: false, cache: 30 } satisfies PageHandle`. */
type PageHandle = { readonly js?: boolean; readonly cache?: number };

function handlesOf(entry: EntryContext): PageHandle[] {
  return entry.staticHandlerContext.matches.map((match) => (entry.routeModules[match.route.id]?.handle ?? {}) as PageHandle);
}

/**
 * Whole pages, never half ones: a fault while rendering becomes an error page and not a torn document.
 * With scripts the router's data follow the page once they are written out, which has to be waited for.
 */
function render(page: ReactNode, nonce: string | undefined): string | Promise<string> {
  if (nonce === undefined) return `<!DOCTYPE html>${renderToString(page)}`;
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        text(pipe(new PassThrough())).then(resolve, reject);
      },
      onError: reject,
    });
  });
}

type Parts = Pick<EntryContext, 'manifest' | 'routeModules'>;

/** By the routes a page is made of; there are as many as routes, and they change only with the build. */
const partsOf = new Map<string, Parts>();

/** What the page of these matches is made of, so that the router does not build every route of the site for each page. */
function ownParts({ manifest, routeModules, staticHandlerContext }: EntryContext): Parts {
  const routes = staticHandlerContext.matches.map(({ route }) => route.id);
  const known = partsOf.get(routes.join('\n'));
  if (known) return known;
  const own = <T,>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(routes.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));
  const parts = { manifest: { ...manifest, routes: own(manifest.routes) }, routeModules: own(routeModules) };
  partsOf.set(routes.join('\n'), parts);
  return parts;
}

/** For the router: without scripts nothing of its data follows the page. */
function contextOf(entry: EntryContext, scripts: boolean): EntryContext {
  const { serverHandoffStream, ...rest } = entry;
  return { ...rest, ...(scripts && { serverHandoffStream }), ...ownParts(entry) };
}

/** A page may be kept, here and by others, only if it asks for it, is public, and was asked for by somebody without any cookie. */
function mayBeKept(request: Request, seconds: number | undefined): boolean {
  return seconds !== undefined && request.method === 'GET' && !request.headers.has('cookie');
}

function cacheControl(request: Request, seconds: number | undefined, isPublic: boolean): string {
  if (!isPublic) return 'no-store';
  return mayBeKept(request, seconds) ? `public, max-age=${seconds}` : 'private, no-cache';
}

const keptPage = keepPages();

/** A page without scripts that may be kept is drawn once for the same data; all others are drawn for every request. */
async function drawn(frame: Frame, keep: boolean, entry: EntryContext, draw: () => Promise<Drawn>): Promise<Page> {
  const { serverHandoffStream } = entry;
  if (!keep || frame.scripts || !serverHandoffStream) return newPage((await draw()).text);
  const data = await text(serverHandoffStream);
  return keptPage([frame.path, frame.language, frame.theme, data].join('\n'), draw);
}

/** Its mark is part of its address, so that it may be kept for good. */
const going = `/going.js?${createHash('sha256').update(goingScript).digest('base64url').slice(0, 12)}`;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { base, site, secure, reference } = context.get(visitContext);
  const handles = handlesOf(entry);
  const failed = entry.staticHandlerContext.errors !== null;
  const scripts = !failed && handles.every((handle) => handle.js !== false);
  const isPublic = !failed && context.get(policyContext) === 'public';
  const works = !failed && !isPublic && context.get(visitorContext).person !== undefined;
  const nonce = scripts || works ? newNonce() : undefined;
  const { pathname, search } = new URL(request.url);
  let seed: string | undefined;
  const frame: Frame = {
    base,
    site,
    theme: readTheme(request.headers.get('cookie')),
    language: 'en',
    path: pathname.slice(base.length) + search,
    carried: carriedIn(search),
    scripts,
    posted: request.method === 'POST',
    nonce,
    keys: works ? { script: going, on: keysAreOn(request.headers.get('cookie')) } : undefined,
    reference,
    // Only a page with a form needs one.
    get seed() {
      seed ??= newSeed();
      return seed;
    },
  };
  const draw = async (): Promise<Drawn> => {
    const page = (
      <FrameProvider frame={frame}>
        <ServerRouter context={contextOf(entry, scripts)} url={request.url} {...(scripts && nonce ? { nonce } : {})} />
      </FrameProvider>
    );
    return { text: await render(page, scripts ? nonce : undefined), once: seed !== undefined };
  };
  const seconds = handles.at(-1)?.cache;
  const page = await drawn(frame, isPublic && mayBeKept(request, seconds), entry, draw);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', pagePolicy(nonce, secure));
  if (!headers.has('cache-control')) headers.set('cache-control', cacheControl(request, seconds, isPublic));
  for (const font of [serifFont, interFont])
    headers.append('link', `<${base}${font}>; rel=preload; as=font; type="font/woff2"; crossorigin`);
  headers.append('vary', 'Cookie');
  return pageAnswer(page, { status, headers });
}

/** Refusals are answers; only what nobody meant is reported, and not when the reader has gone away. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { report, reference } = context.get(visitContext);
  report(error, request, reference);
}
