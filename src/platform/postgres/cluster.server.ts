/** The cluster on disk. It is made beside its place and moved there when whole: a folder called `cluster` is never half-finished. */
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import { keptSecret, makeFolder, needSpace } from '../data-folder.server.ts';
import { type Say, sentences } from '../say.server.ts';
import { type Binaries, bareEnvironment, databaseUser } from './binaries.server.ts';

/** What lies where below `<data>/postgres`. */
export function pathsOf(dataFolder: string) {
  const folder = resolve(dataFolder, 'postgres');
  const at = (name: string) => resolve(folder, name);
  return {
    folder,
    cluster: at('cluster'),
    unfinished: at('cluster.unfinished'),
    lock: at('lock'),
    log: at('server.log'),
    port: at('port'),
    superPassword: at('superuser.password'),
    ownerPassword: at('owner.password'),
  } as const;
}
export type Paths = ReturnType<typeof pathsOf>;

export const superuser = 'postgres';

function run(command: string, args: readonly string[], cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...databaseUser(), cwd, env: bareEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

function explain(output: string, folder: string): never {
  if (/No space left on device/.test(output)) throw problem('installation.no-space', { folder, needed: 256, free: 0 });
  if (/could not look up effective user ID/.test(output)) throw problem('installation.user-without-name', { uid: process.getuid?.() ?? 0 });
  throw problem('installation.database-failed', { doing: 'initdb', output: output.trim() });
}

/** Makes the folder PostgreSQL wants: its own, empty, closed. */
function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = databaseUser();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/**
 * Makes the cluster unless it is there. UTF-8 with PostgreSQL's own locale provider: text sorts the same whatever the
 * machine's C library is, so an index survives a move to another machine. No socket file, no trust, loopback only.
 */
export async function ensureCluster(paths: Paths, binaries: Binaries, say: Say, options: { readonly sync: boolean }): Promise<void> {
  if (existsSync(paths.cluster)) return;
  makeFolder(paths.folder);
  needSpace(paths.folder, 256);
  if (existsSync(paths.unfinished)) {
    say(sentences.databaseUnfinished);
    rmSync(paths.unfinished, { recursive: true, force: true });
  }
  say(sentences.databaseCreating);
  makeOwnFolder(paths.unfinished);
  const passwordFile = resolve(paths.unfinished, 'password');
  const cluster = resolve(paths.unfinished, 'cluster');
  writeFileSync(passwordFile, keptSecret(paths.superPassword), { mode: 0o600 });
  const { uid, gid } = databaseUser();
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const args = ['-D', cluster, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!options.sync) args.push('--no-sync');
  const { code, output } = await run(binaries.initdb, args, paths.unfinished);
  if (code !== 0) explain(output, paths.folder);
  renameSync(cluster, paths.cluster);
  rmSync(paths.unfinished, { recursive: true, force: true });
}
