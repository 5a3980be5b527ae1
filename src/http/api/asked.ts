/** What a request of the API has to bring, read and checked before anything is looked up. */
import type { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { invalidInput } from '#platform/invalid-input.ts';
import { plainText } from '#platform/plain-text.ts';
import { type Endpoint, isUnsafe } from './endpoint.ts';

/** The secret of the key a request brings; undefined without one, '' for a header nobody could mean. */
export function keyIn(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  if (header === null) return undefined;
  return /^Bearer (plaudit_[A-Za-z0-9]{6}_[A-Za-z0-9_-]{43})$/i.exec(header)?.[1] ?? '';
}

/** We answer JSON, and say so of what we cannot answer in. */
export function requireAcceptable(headers: Headers): void {
  const accept = headers.get('accept');
  if (accept === null || accept.trim() === '') return;
  const takes = accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false;
    return ['*/*', 'application/*', 'application/json', 'application/problem+json'].includes(type);
  });
  if (!takes) throw problem('api.not-acceptable');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(plainText(value), { reportInput: true });
  if (!read.success) throw invalidInput(read.error);
  return read.data;
}

/** An address that cannot be one of ours is no address. */
export function paramsOf({ params }: Endpoint, given: Readonly<Record<string, string>>): Record<string, unknown> {
  const read = params.safeParse(plainText(given));
  if (!read.success) throw problem('general.not-found');
  return read.data;
}

/** Of a name that is asked twice the last counts; names nobody knows are left out. */
export function queryOf({ query }: Endpoint, search: URLSearchParams): Record<string, unknown> {
  return parsed(query, Object.fromEntries(search));
}

/** What names an unsafe call, so that a retry acts once. */
export function callKeyOf(endpoint: Endpoint, headers: Headers): string | undefined {
  if (!isUnsafe(endpoint)) return undefined;
  const key = headers.get('idempotency-key') ?? '';
  if (!/^[\w.:-]{8,128}$/.test(key)) throw problem('api.idempotency-key-missing');
  return key;
}

/** The version of the row the sender saw: our entity tags begin with it. */
export function versionOf({ current }: Endpoint, headers: Headers): number {
  if (current === undefined) return 0;
  const given = headers.get('if-match');
  if (given === null) throw problem('api.if-match-missing');
  const version = Number(/^\s*"(\d{1,9})\.[\w-]+"\s*$/.exec(given)?.[1] ?? 0);
  if (version < 1) throw problem('api.if-match-wrong');
  return version;
}

function isJson(headers: Headers): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(headers.get('content-type') ?? '');
}

export async function bodyOf({ body }: Endpoint, request: Request): Promise<unknown> {
  if (body === undefined) return undefined;
  if (!isJson(request.headers)) throw problem('api.not-json-type');
  let sent: unknown;
  try {
    sent = JSON.parse(await request.text());
  } catch {
    throw problem('api.not-json');
  }
  return parsed(body, sent);
}
