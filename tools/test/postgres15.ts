/** A throw-away cluster of Debian's PostgreSQL 15 for the smoke run: the floor the SQL is written for. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { bareEnvironment, databaseUser } from '#platform/postgres/binaries.server.ts';
import { postgres15 } from './packages.ts';

const bin = dirname(postgres15.program);
const password = 'only-in-tests';
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function initdb(folder: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const { uid, gid } = databaseUser();
  for (const path of [folder, passwordFile]) if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  const args = ['-D', join(folder, 'cluster'), '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const child = spawn(join(bin, 'initdb'), [...args, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...databaseUser(),
    cwd: folder,
    env: bareEnvironment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb of PostgreSQL 15 ended with ${code}`);
}

/** Answers the version once the server takes connections. */
async function untilReady(url: string): Promise<string> {
  for (const deadline = performance.now() + 30_000; ; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
      await client.end();
      return rows[0]?.version ?? '';
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

/** Runs `work` with the superuser's connection string. */
export async function withPostgres15<T>(
  work: (superUrl: string) => Promise<T>,
  say = (text: string) => console.log(text.trimEnd()),
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-postgres-15-'));
  chmodSync(folder, 0o755);
  await initdb(folder);
  const port = await freePort();
  const options = [...settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const server = spawn(postgres15.program, ['-D', join(folder, 'cluster'), ...options], {
    ...databaseUser(),
    cwd: folder,
    env: bareEnvironment,
    stdio: 'ignore',
  });
  const gone = once(server, 'exit');
  try {
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const version = await untilReady(url);
    if (!version.startsWith('15.')) throw new Error(`expected PostgreSQL 15, this is ${version}`);
    say(`   PostgreSQL ${version}\n`);
    return await work(url);
  } finally {
    server.kill('SIGQUIT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}
