/** From nothing to the first page, and from a stop or a kill back to it, as somebody at a shell has it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '#tests/support/folders.ts';
import { freePort } from '#tests/support/free-port.ts';
import { cpuOfTree } from './cpu.ts';
import { type Bench, type Figure, meanOf } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const patience = 300_000;
const times = 3;

type Start = { readonly child: ChildProcess; readonly seconds: number; readonly cpu: number };

/** The machine's own Node and npm, as somebody has them who never saw this project. */
function plainPath(): string {
  return (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules/.bin'))
    .join(':');
}

async function serves(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function start(checkout: string, port: number, began: number): Promise<Start> {
  const { NODE_COMPILE_CACHE: _, ...environment } = process.env;
  const env = { ...environment, PATH: plainPath(), PORT: String(port), PLAUDIT_DATA: join(checkout, 'data') };
  const child = spawn('npm', ['start'], { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (const deadline = began + patience; !(await serves(`http://localhost:${port}/`)); await sleep(20)) {
    if (child.exitCode === null && performance.now() < deadline) continue;
    throw new Error(`it did not start:\n${output}`);
  }
  return { child, seconds: (performance.now() - began) / 1_000, cpu: cpuOfTree(child.pid ?? 0) };
}

async function stop({ child }: Start): Promise<void> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await gone;
}

/** Every process that works in the checkout, the database's included, at once and without a word. */
async function kill(checkout: string, { child }: Start): Promise<void> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOf(Number(name), checkout));
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  child.kill('SIGKILL');
  await gone;
}

function isOf(pid: number, checkout: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(checkout);
  } catch {
    return false;
  }
}

function figureOf(name: string, starts: readonly Start[], most: number): Figure {
  const { mean, error } = meanOf(starts.map(({ seconds }) => seconds));
  const cpu = meanOf(starts.map((one) => one.cpu)).mean;
  return { name, value: mean, unit: 's', n: starts.length, ...(starts.length > 1 && { error }), cpu, promise: { most } };
}

async function measureStarts(checkout: string, say: (line: string) => void): Promise<Figure[]> {
  const port = await freePort();
  say('a clone, and its first page…');
  const began = performance.now();
  execFileSync('git', ['clone', '--quiet', root, checkout]);
  const first = await start(checkout, port, began);
  let running = first;
  const restarts: Start[] = [];
  const recoveries: Start[] = [];
  for (let i = 0; i < times; i += 1) {
    say(`a restart, and a start after everything was killed (${i + 1} of ${times})…`);
    await stop(running);
    running = await start(checkout, port, performance.now());
    restarts.push(running);
    await kill(checkout, running);
    running = await start(checkout, port, performance.now());
    recoveries.push(running);
  }
  await stop(running);
  return [
    figureOf('From a clone to the first page, with the demo', [first], 90),
    figureOf('From a stop to the first page', restarts, 3),
    figureOf('From a kill of everything to the first page', recoveries, 6),
  ];
}

export const startUp: Bench = {
  name: 'start',
  about: '`git clone` of what is committed and `npm start`, packages from a warm registry',
  run: async (say) => {
    const folder = temporaryFolder('clone');
    try {
      return await measureStarts(join(folder, 'plaudit'), say);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
