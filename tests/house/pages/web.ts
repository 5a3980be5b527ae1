/** The web process as it is built and run, on a database of a test, and what it answers. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuild } from '#platform/processes/build.server.ts';
import { run } from '#tests/support/child.ts';
import { freePort } from '#tests/support/free-port.ts';
import type { World } from '#tests/support/season.ts';

const root = resolve(import.meta.dirname, '../../..');
/** A machine may be busy with the other half of the suite. */
const patience = 60_000;

export type Web = {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** As a machine kills: nothing is ended, nothing is said. */
  readonly kill: () => void;
};

/** The organisation is found by the host, because there are others. `env` is added to the environment. */
export async function startWeb({ database, organisation }: World, dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<Web> {
  await ensureBuild(root, () => undefined);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  await database.owner.pool.query('update directory.organisations set host = $1 where id = $2', [`localhost:${port}`, organisation]);
  const { child, exited, output } = run(process.execPath, ['src/cli/main.ts', 'web'], {
    NODE_ENV: 'production',
    PORT: String(port),
    PLAUDIT_URL: url,
    PLAUDIT_DATA: dataFolder,
    PLAUDIT_APP_DATABASE_URL: database.urls.app,
    PLAUDIT_SECRET: 'a secret that only tests use, 32 characters or more',
    PLAUDIT_LOG: 'warn',
    PLAUDIT_PROVIDERS: resolve(root, 'docs/examples/providers.yaml'),
    ...env,
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  for (const deadline = performance.now() + patience; !(await isReady(url)); await sleep(50)) {
    if (child.exitCode === null && performance.now() < deadline) continue;
    await stop();
    throw new Error(`the web process does not serve:\n${output()}`);
  }
  return { url, pid: child.pid ?? 0, stop, kill: () => child.kill('SIGKILL') };
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/healthz/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export type Answer = { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string };

export type Asking = { readonly session?: string | undefined } & RequestInit;

/** One request as a browser would send it, without following where it is sent on. Of a stream only the head is taken. */
export async function ask(web: Web, path: string, { session, headers: given, ...init }: Asking = {}): Promise<Answer> {
  const headers = new Headers(given);
  headers.set('accept-encoding', 'identity');
  if (session !== undefined) headers.set('cookie', `plaudit=${session}`);
  const response = await fetch(`${web.url}${path}`, { redirect: 'manual', ...init, headers });
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (streams) await response.body?.cancel();
  return { status: response.status, headers: [...response.headers], body: streams ? '' : await response.text() };
}

const incidentalHeaders = ['date', 'content-length', 'connection', 'keep-alive', 'transfer-encoding'];

/** What is different in two answers to the same request, each by its name; the rest has to be the same to the byte. */
const incidental: readonly (readonly [string, RegExp])[] = [
  ['nonce', /nonce[-=]"?[\w+/]{22}==/g],
  ['seed', /data-seed="[\w-]{16}"/g],
  ['reference', /\b[2-9bcdfghjkmnpqrstvwxz]{8}\b(?=<\/p>)/g],
];

/** An answer in which the address that was asked for is only called that. Headers without the clock's. */
export function normal({ status, headers, body }: Answer, address: string): string {
  const named = headers.filter(([name]) => !incidentalHeaders.includes(name));
  const text = [status, ...named.map((header) => header.join(': ')), body].join('\n');
  // Whoever asks for the data of a page, or comes to an end point by hand, is sent to the page.
  const page = address.replace(/\.data$/, '');
  const names = [address, page, page.replace(/\/draft$/, '')].flatMap((name) => [encodeURIComponent(name), name]);
  const anonymous = names.reduce((rest, name) => rest.replaceAll(name, 'ADDRESS'), text);
  return incidental.reduce((rest, [name, pattern]) => rest.replaceAll(pattern, name), anonymous);
}

/** What changes with the build or the moment, so that a reviewed page can keep the rest. */
const passing: readonly (readonly [string, RegExp])[] = [
  ['nonce-…', /nonce-[\w+/]{22}==/g],
  ['/assets/…', /\/assets\/[\w.-]+?(?=\.\w+>)/g],
];

/** Status and headers, in the order of the alphabet, without the moment they were sent at and how long the body was. */
export function headersOf({ status, headers }: Answer): string {
  const named = headers.filter(([name]) => !incidentalHeaders.includes(name));
  const text = [String(status), ...named.map((header) => header.join(': '))].join('\n');
  return passing.reduce((rest, [name, pattern]) => rest.replaceAll(pattern, name), text);
}
