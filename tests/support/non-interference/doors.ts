/** The web process put together inside the test, on a database of the test: what it answers to one request, whole. */
import { resolve } from 'node:path';
import { apiRoot } from '#http/api/serve.ts';
import { openSite, type Site } from '#main/site.ts';
import { loadConfig } from '#platform/config.server.ts';
import { ensureBuild } from '#platform/processes/build.server.ts';
import type { TestDatabase } from '../database.ts';
import { type Observed, statementsDuring } from './observe.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Every site of a test is asked by the same name, since pages print it. */
export const home = 'http://localhost:3000';

export type Answer = { readonly status: number; readonly headers: readonly string[]; readonly body: string };
/** A page is asked for with a session, the API with a key. */
export type Asking = { readonly path: string; readonly session?: string | undefined; readonly key?: string | undefined };
export type Door = {
  readonly ask: (asking: Asking) => Promise<Observed<Answer>>;
  readonly site: Site;
  readonly close: () => Promise<void>;
};

let building: Promise<void> | undefined;

/** The pages are built once for a test file, however many doors it opens. */
function built(): Promise<void> {
  building ??= ensureBuild(root, () => undefined);
  return building;
}

/** Answers by the name of `home` for one organisation. The pages are drawn as in production. `more` is added to the configuration. */
export async function openDoor(
  database: TestDatabase,
  organisation: string,
  dataFolder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Door> {
  await built();
  await database.owner.pool.query('update directory.organisations set host = $1 where id = $2', [new URL(home).host, organisation]);
  const settings = {
    PLAUDIT_URL: home,
    PLAUDIT_DATA: dataFolder,
    PLAUDIT_APP_DATABASE_URL: database.urls.app,
    PLAUDIT_SECRET: 'a secret that only tests use, 32 characters or more',
    PLAUDIT_LOG: 'error',
    ...more,
  };
  const site = await openSite(loadConfig(settings));
  return { ask: (asking) => statementsDuring(() => answerOf(site, asking)), site, close: site.close };
}

/** How often one address may ask the API without a key is another test's subject: each question comes from an address of its own. */
let visits = 0;

function addressOfVisit(): string {
  visits += 1;
  return `2001:db8::${(visits >> 16).toString(16)}:${(visits & 0xffff).toString(16)}`;
}

async function answerOf(site: Site, { path, session, key }: Asking): Promise<Answer> {
  const headers = new Headers({ 'accept-encoding': 'identity', host: new URL(home).host });
  const asksApi = path.startsWith(apiRoot);
  if (asksApi && key !== undefined) headers.set('authorization', `Bearer ${key}`);
  if (!asksApi && session !== undefined) headers.set('cookie', `plaudit=${session}`);
  const leave = new AbortController();
  const request = new Request(`${home}${path}`, { headers, signal: leave.signal });
  const answer = await site.fetch(request, asksApi ? addressOfVisit() : '198.51.100.7');
  const streams = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (streams) {
    await answer.body?.cancel();
    leave.abort();
  }
  const body = streams ? '' : await answer.text();
  return { status: answer.status, headers: [...answer.headers].map((header) => header.join(': ')), body };
}

/**
 * The declared list: all that two answers to one question may differ in. Each is drawn anew for each answer and says nothing of
 * anything. Whatever is not on it counts as a leak.
 */
const incidental: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'the nonce of a page with scripts', pattern: /nonce[-=]\\?"?[\w+/]{22}==/g },
  { name: 'the stem of the keys of a page’s forms', pattern: /data-seed="[\w-]{16}"|name="_key" value="[\w-]{16}(?=[."])/g },
  { name: 'what a passkey signs', pattern: /(?<=challenge\\+":\\+")[\w-]+/g },
  { name: 'how far two clocks are apart', pattern: /(?<=skewSeconds\\*",)-?[\d.e-]+/g },
  { name: 'what the disk has free', pattern: /\bfreeBytes\\?",\d+|\b\d+ [kMGT]B free\b/g },
  { name: 'how often a key may still ask within its minute', pattern: /^ratelimit: .+$/gm },
  { name: 'the number read out over the telephone from an error page', pattern: /\b[2-9bcdfghjkmnpqrstvwxz]{8}\b(?=<\/p>)/g },
  { name: 'the same number in a refusal of the API', pattern: /(?<="instance":")[2-9bcdfghjkmnpqrstvwxz]{8}(?=")/g },
];

export function written({ status, headers, body }: Answer): string {
  const text = [status, ...headers, '', body].join('\n');
  return incidental.reduce((rest, { name, pattern }) => rest.replaceAll(pattern, `(${name})`), text);
}
