/** The whole product under its own supervisor, and its processes as the machine shows them, to be killed one by one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig, readSecret } from '#platform/config.server.ts';
import { roleUrl } from '#platform/database/roles.server.ts';
import { pathsOf } from '#platform/postgres/cluster.server.ts';
import { urlsOf } from '#platform/postgres/owner.server.ts';
import { runningServer } from '#platform/postgres/postmaster.server.ts';
import { temporaryFolder } from './folders.ts';
import { freePort } from './free-port.ts';

const root = resolve(import.meta.dirname, '../..');
const patience = 180_000;

export type Target = 'web' | 'jobs' | 'postmaster' | 'backend' | 'supervisor';

export type Product = {
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Starts the supervisor and waits until a write could be committed. */
  readonly start: () => Promise<void>;
  /** Where the database is now. */
  readonly urls: () => { readonly app: string; readonly superUrl: string };
  readonly pids: (target: Target) => number[];
  /** How often a start did not lead to a running product. */
  readonly failedStarts: () => number;
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

/** The sessions of web and jobs processes; killing one makes the server throw everybody out and recover. */
const session = /^postgres: .*plaudit_(app|jobs) /;

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

export async function makeProduct(settings: NodeJS.ProcessEnv): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = temporaryFolder('storm');
  const dataFolder = join(folder, 'data');
  const env = { PORT: String(port), PLAUDIT_DATA: dataFolder, PLAUDIT_DEMO: 'off', PLAUDIT_LOG: 'error', ...settings };
  const config = loadConfig({ ...env });
  const paths = pathsOf(dataFolder);
  let supervisor: ChildProcess | undefined;
  let output = '';
  let failed = 0;

  const start = async () => {
    const child = spawn(join(root, 'plaudit'), ['start'], {
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    supervisor = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += `[${(performance.now() / 1_000).toFixed(2)}] ${chunk.toString()}`;
      });
    }
    const gone = () => child.exitCode !== null || child.signalCode !== null;
    for (const deadline = performance.now() + patience; !(await isReady(url)); await sleep(50)) {
      if (!gone() && performance.now() < deadline) continue;
      if (child.signalCode === 'SIGKILL') return;
      failed += 1;
      throw new Error(`the product did not start:\n${output.slice(-4_000)}`);
    }
  };

  const pids = (target: Target): number[] => {
    const own = supervisor?.pid;
    if (own === undefined || supervisor?.exitCode !== null || supervisor.signalCode !== null) return [];
    const server = runningServer(paths)?.pid;
    switch (target) {
      case 'supervisor':
        return [own];
      case 'web':
      case 'jobs':
        return childrenOf(own).filter((pid) => commandOf(pid).includes(`main/${target}.ts`));
      case 'postmaster':
        return server === undefined ? [] : [server];
      case 'backend':
        return server === undefined ? [] : childrenOf(server).filter((pid) => session.test(commandOf(pid)));
    }
  };

  const stop = async () => {
    const child = supervisor;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      await Promise.race([exited, sleep(30_000).then(() => child.kill('SIGKILL'))]);
      await exited;
    }
    const left = runningServer(paths)?.pid;
    if (left !== undefined) process.kill(left, 'SIGQUIT');
    await sleep(left === undefined ? 0 : 1_000);
    rmSync(folder, { recursive: true, force: true });
  };

  const urls = () => {
    const server = runningServer(paths);
    const secret = readSecret(config);
    if (server === undefined || secret === undefined) throw new Error('the database is down');
    const { ownerUrl, superUrl } = urlsOf(paths, server.port);
    return { app: roleUrl(ownerUrl, secret, 'app'), superUrl: superUrl.replace(/\/postgres$/, '/plaudit') };
  };
  return { url, port, dataFolder, start, urls, pids, failedStarts: () => failed, said: () => output, stop };
}
