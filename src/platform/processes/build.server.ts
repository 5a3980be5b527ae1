/**
 * The production build of the pages: made when it is missing or not of these sources. It is made beside its place and
 * moved there whole; the files pages of the build before ask for stay, because such pages are still open in browsers.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import { type Say, sentences } from '../say.server.ts';
import { takeLock } from './lock.server.ts';

type Stamp = { readonly fingerprint: string; readonly assets: readonly string[] };

const inputs = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts'];
/** Tests and the processes' own programs are in no bundle. */
const unrelated = /\.test\.tsx?$|^src\/(cli|main)\//;

/** A hash of everything the build is made from; content, not time, so that a fresh checkout of the same sources is the same. */
function fingerprintOf(root: string): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !unrelated.test(file));
  for (const file of [...inputs, ...sources.sort()]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function readStamp(build: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(join(build, 'built.json'), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

export function isCurrent(root: string): boolean {
  return readStamp(join(root, 'build'))?.fingerprint === fingerprintOf(root);
}

function listAssets(build: string): string[] {
  const folder = join(build, 'client/assets');
  return existsSync(folder) ? readdirSync(folder) : [];
}

function run(root: string, target: string): Promise<{ ok: boolean; output: string }> {
  const program = join(root, 'node_modules/.bin/react-router');
  const env = { ...process.env, NODE_ENV: 'production', PLAUDIT_BUILD_FOLDER: relative(root, target) };
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/** Puts the new build in place of the old one, whose hashed files move over: their names never mean anything else. */
function swap(build: string, next: string, fingerprint: string): void {
  const assets = listAssets(next);
  const old = readStamp(build);
  for (const name of old?.assets ?? []) {
    const kept = join(build, 'client/assets', name);
    if (!assets.includes(name) && existsSync(kept)) cpSync(kept, join(next, 'client/assets', name));
  }
  writeFileSync(join(next, 'built.json'), JSON.stringify({ fingerprint, assets } satisfies Stamp));
  const aside = `${next}.old`;
  if (existsSync(build)) renameSync(build, aside);
  renameSync(next, build);
  rmSync(aside, { recursive: true, force: true });
}

/** Tens of milliseconds when nothing changed. */
export async function ensureBuild(root: string, say: Say): Promise<void> {
  const build = join(root, 'build');
  const fingerprint = fingerprintOf(root);
  if (readStamp(build)?.fingerprint === fingerprint) return;
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const lock = await takeLock(join(cache, 'build.lock'), (holder) => say(sentences.buildWaits(holder?.pid ?? 0)));
  try {
    if (readStamp(build)?.fingerprint === fingerprint) return;
    say(sentences.building);
    const next = join(cache, 'build');
    rmSync(next, { recursive: true, force: true });
    rmSync(`${next}.old`, { recursive: true, force: true });
    const { ok, output } = await run(root, next);
    if (!ok) throw problem('installation.build-failed', { output: output.trim().split('\n').slice(-30).join('\n') });
    swap(build, next, fingerprint);
  } finally {
    lock.release();
  }
}
