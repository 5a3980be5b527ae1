/**
 * A lock that the kernel gives back when its holder dies, however it dies: SQLite's own file lock, used for nothing else.
 * So there is no stale lock to recognise, and it holds between containers that share a folder, where process numbers do not.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { userName } from '../data-folder.server.ts';

export type Lock = { readonly release: () => void };
export type Holder = { readonly pid: number; readonly since: string };

/** Written beside the lock, never into it: closing a second handle on a locked file would give the lock away. */
const noteOf = (file: string) => `${file}.holder`;

const busy = 5;
/** Not ours to write: read-only, or not to be opened at all. */
const closed = new Set([8, 14]);

/** Takes the lock, or tells at once that somebody has it. */
export function tryLock(file: string): Lock | undefined {
  let handle: DatabaseSync | undefined;
  try {
    handle = new DatabaseSync(file);
    handle.exec('begin exclusive');
  } catch (error) {
    handle?.close();
    const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
    if (code === busy) return undefined;
    if (closed.has(code)) throw problem('installation.folder-not-writable', { folder: dirname(file), user: userName(), reason: 'lock' });
    throw error;
  }
  const held = handle;
  writeFileSync(noteOf(file), JSON.stringify({ pid: process.pid, since: new Date().toISOString() } satisfies Holder));
  return {
    release: () => {
      if (!held.isOpen) return;
      rmSync(noteOf(file), { force: true });
      held.close();
    },
  };
}

/** Waits its turn. `onWait` is called once when there is somebody to wait for. */
export async function takeLock(file: string, onWait: (holder: Holder | undefined) => void): Promise<Lock> {
  for (let waited = false; ; waited = true) {
    const lock = tryLock(file);
    if (lock !== undefined) return lock;
    if (!waited) onWait(holderOf(file));
    await sleep(100);
  }
}

/** Who holds the lock, as it said itself; only meaningful after `tryLock` was refused. */
export function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(file), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
