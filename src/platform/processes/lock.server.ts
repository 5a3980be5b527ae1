/**
 * A lock that the kernel gives back when its holder dies, however it dies: SQLite's own file lock, used for nothing else.
 * So there is no stale lock to recognise, and it holds between containers that share a folder, where process numbers do not.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

export type Lock = { readonly release: () => void };
export type Holder = { readonly pid: number; readonly since: string };

/** Written beside the lock, never into it: closing a second handle on a locked file would give the lock away. */
const noteOf = (file: string) => `${file}.holder`;

/** Takes the lock, or tells at once that somebody has it. */
export function tryLock(file: string): Lock | undefined {
  const handle = new DatabaseSync(file);
  try {
    handle.exec('begin exclusive');
  } catch (error) {
    handle.close();
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw error;
  }
  writeFileSync(noteOf(file), JSON.stringify({ pid: process.pid, since: new Date().toISOString() } satisfies Holder));
  return {
    release: () => {
      if (!handle.isOpen) return;
      rmSync(noteOf(file), { force: true });
      handle.close();
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
