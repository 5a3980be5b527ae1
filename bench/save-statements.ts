/** What one saving sends to the database, taken from a web application opened inside the bench. */
import { openSite, type Site } from '#main/site.ts';
import { loadConfig } from '#platform/config.server.ts';
import type { Person } from '#tests/faults/storm/client.ts';
import type { Product } from '#tests/support/product.ts';
import { pgbenchScript, recorded } from './statements.ts';

/** A version no row has by itself, so that what follows from it can be found in a statement. */
export const seenVersion = 1_000_003;

export type Saving = {
  readonly person: Person;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** A field whose words differ each time: the same words again are no change. */
  readonly changing: string;
};

type Fields = Readonly<Record<string, string>>;

export function openWebInside(product: Product): Promise<Site> {
  const settings = { PLAUDIT_APP_DATABASE_URL: product.urls().app, PLAUDIT_DATA: product.dataFolder, PLAUDIT_URL: product.url };
  return openSite(loadConfig({ ...settings, PLAUDIT_LOG: 'error' }));
}

async function submit(site: Site, url: string, path: string, fields: Fields, cookie: string): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: url, cookie };
  const answer = await site.fetch(new Request(`${url}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }));
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

let turns = 0;
const nextKey = () => {
  turns += 1;
  return `bench-key-${process.pid}-${Date.now()}-${turns}`;
};

async function signIn(site: Site, url: string, { email, password }: Person): Promise<string> {
  const answer = await submit(site, url, '/sign-in', { _act: 'password', _key: nextKey(), email, password }, '');
  return (
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('plaudit='))
      ?.split(';')[0] ?? ''
  );
}

/** The row must have the version before the seen one. It is saved twice: the second finds prepared what a running process has prepared. */
export async function scriptOf(site: Site, url: string, { person, path, fields, changing }: Saving): Promise<string> {
  const cookie = await signIn(site, url, person);
  const save = (key: string, version: number) =>
    submit(site, url, path, { ...fields, [changing]: key, _act: 'save', _key: key, version: String(version) }, cookie);
  await save(nextKey(), seenVersion - 1);
  const key = nextKey();
  const sent = await recorded(async () => {
    await save(key, seenVersion);
  });
  // The version stands in the kept answer as well, where it may stay as it is.
  return pgbenchScript(sent, [
    { found: `'${key}'`, put: "('bench ' || :fresh)" },
    { found: `, ${seenVersion + 1},`, put: ', :fresh,' },
  ]);
}
