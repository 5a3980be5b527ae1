/** Programs of ours run as processes of their own, so that a test can kill them as a machine would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export type Running = {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything printed so far. */
  readonly output: () => string;
  /** The first line that matches; fails when the process ends before, or after so many seconds (twenty). */
  readonly line: (pattern: RegExp, seconds?: number) => Promise<string>;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** In a process group of its own, so that a signal can be sent to all of it as a terminal does. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd: string = root): Running {
  const surroundings = { ...process.env, NODE_OPTIONS: '', ...env };
  const child = spawn(command, args, { cwd, env: surroundings, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const take = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal }));
  });
  const line = async (pattern: RegExp, seconds = 20): Promise<string> => {
    const deadline = performance.now() + seconds * 1_000;
    let ended = false;
    void exited.then(() => {
      ended = true;
    });
    for (;;) {
      const last = ended;
      const found = output.split('\n').find((text) => pattern.test(text));
      if (found !== undefined) return found;
      if (last || performance.now() > deadline) throw new Error(`no line like ${pattern} in:\n${output}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  };
  return { child, pid: child.pid ?? -1, output: () => output, line, exited };
}

/** Runs TypeScript text as a module at the root of the checkout, on the Node that runs the tests. */
export function runModule(text: string, env: NodeJS.ProcessEnv = {}): Running {
  return run(process.execPath, ['--input-type=module-typescript', '--eval', text], env);
}

/** Waits until something holds; fails after ten seconds, or as many as it is given where a process has to begin first. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 10,
): Promise<T> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`not within ${seconds} seconds: ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
