/** What the API answers: the representation its description promises and nothing beside it, with its entity tag. */
import { createHash } from 'node:crypto';
import { type Endpoint, isUnsafe, type Told } from './endpoint.ts';

/** Only what the description names leaves: a view that has learnt more shows no more. */
export function representation({ answer }: Endpoint, body: unknown): unknown {
  return answer?.parse(JSON.parse(JSON.stringify(body)));
}

/** Strong: of the very bytes. That of an editable row begins with its version. */
export function entityTag(text: string, version: number | undefined): string {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return version === undefined ? `"${digest}"` : `"${version}.${digest}"`;
}

/** Whether the asker has it already; a tag may say how the bytes were packed. */
function isKnown(headers: Headers, tag: string): boolean {
  const known = headers.get('if-none-match');
  if (known === null) return false;
  const plain = (one: string) =>
    one
      .trim()
      .replace(/^W\//, '')
      .replace(/-(?:br|gzip)"$/, '"');
  return known.split(',').some((one) => one.trim() === '*' || plain(one) === tag);
}

/** The address asked for, with where the next page begins. */
function nextPage(request: Request, next: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('after', next);
  return `<${pathname}?${searchParams}>; rel="next"`;
}

type Telling = { readonly request: Request; readonly root: string; readonly replayed: boolean };

export function answerTo(endpoint: Endpoint, told: Told, { request, root, replayed }: Telling): Response {
  const headers = new Headers({ vary: 'Authorization', 'cache-control': endpoint.scope === 'public' ? 'no-cache' : 'private, no-cache' });
  if (told.next !== undefined) headers.set('link', nextPage(request, told.next));
  if (told.location !== undefined) headers.set('location', `${root}${told.location}`);
  if (replayed) headers.set('idempotency-replayed', 'true');
  if (endpoint.status === 204) return new Response(null, { status: 204, headers });
  const text = JSON.stringify(representation(endpoint, told.body));
  const tag = entityTag(text, told.version);
  if (!isUnsafe(endpoint) || told.version !== undefined) headers.set('etag', tag);
  if (isUnsafe(endpoint)) headers.set('cache-control', 'no-store');
  else if (isKnown(request.headers, tag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/json');
  return new Response(text, { status: endpoint.status, headers });
}
