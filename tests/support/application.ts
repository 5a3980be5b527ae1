/** The built application as an operator starts it, on a free port and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const launcher = resolve(import.meta.dirname, '../../plaudit');
const patience = 240_000;

export type Application = {
  readonly url: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Everything it has printed so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** Starts `./plaudit start` and waits until it can take changes. `env` is added to the environment. */
export async function startApplication(env: NodeJS.ProcessEnv = {}): Promise<Application> {
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'plaudit-journeys-'));
  chmodSync(dataFolder, 0o755);
  const url = `http://localhost:${port}`;
  const settings = { PORT: String(port), PLAUDIT_DATA: dataFolder, PLAUDIT_URL: url, PLAUDIT_LOG: 'warn', ...env };
  const child = spawn(launcher, ['start'], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(20_000).then(() => child.kill('SIGKILL'))]);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  for (const deadline = performance.now() + patience; !(await answers(`${url}/healthz/ready`)); await sleep(100)) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`the application did not start:\n${output}`);
    }
  }
  return { url, dataFolder, process: child, said: () => output, stop };
}
