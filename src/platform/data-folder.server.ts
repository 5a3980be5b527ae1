/** The data folder: made on first start, closed to other users, and the installation secret in it. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import type { Config } from './config.server.ts';

const mebibyte = 1024 * 1024;

export const isRoot = (): boolean => process.getuid?.() === 0;

export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Refuses before work is begun that would stop half-way. */
export function needSpace(folder: string, mebibytes: number): void {
  const free = freeSpace(folder);
  if (free < mebibytes * mebibyte) throw problem('installation.no-space', { folder, needed: mebibytes, free: Math.floor(free / mebibyte) });
}

/** Who we are in messages: a name where there is one. */
export function userName(): string {
  return isRoot() ? 'root' : (process.env.USER ?? `user ${process.getuid?.() ?? '?'}`);
}

/**
 * Makes a folder and those above it, each by a step of its own: asked to make all at once where the kernel makes none
 * (/proc), Node tries for ever. Undefined when it was there.
 */
function makeAll(folder: string): string | undefined {
  if (existsSync(folder)) return statSync(folder).isDirectory() ? undefined : refuseFile();
  if (dirname(folder) !== folder) makeAll(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

function refuseFile(): never {
  throw Object.assign(new Error('a file is in the way'), { code: 'ENOTDIR' });
}

/**
 * Makes a folder. As root others may pass through it but not list it: the database runs as another user inside it.
 * An ordinary user keeps it closed.
 */
export function makeFolder(folder: string): void {
  try {
    const made = makeAll(folder);
    if (made !== undefined && isRoot()) chmodSync(folder, 0o711);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') throw problem('installation.no-space', { folder, needed: 256, free: 0 });
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
      throw problem('installation.folder-not-writable', { folder, user: userName(), reason: code });
    throw error;
  }
}

/** Writes a small file whole or not at all, readable by its owner alone, safe against loss of power. */
export function writeSecretFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** A secret that is made when it is first asked for: 32 random bytes in hex. */
export function keptSecret(file: string): string {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES') throw problem('installation.folder-not-writable', { folder: file, user: userName(), reason: code });
    if (code !== 'ENOENT') throw error;
  }
  const text = randomBytes(32).toString('hex');
  writeSecretFile(file, `${text}\n`);
  return text;
}

/** The installation secret of a process that may make it: the supervisor and `migrate`. Others use `readSecret`. */
export function ensureSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret;
  makeFolder(config.dataFolder);
  return keptSecret(resolve(config.dataFolder, 'secret'));
}
