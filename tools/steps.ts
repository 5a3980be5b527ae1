/** Running named commands, two at a time (the machine the checks are promised on has two cores), one line each. */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

export type Step = { readonly name: string; readonly about: string; readonly command: readonly string[]; readonly env?: NodeJS.ProcessEnv };
export type Outcome = { readonly step: Step; readonly ok: boolean; readonly seconds: number; readonly output: string };

/**
 * The pinned Node and the project's own commands come first, whatever the caller's PATH is. Programs of ours that are started find
 * themselves compiled, as `./plaudit` has it.
 */
export function toolEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), resolve(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(':');
  return { NODE_COMPILE_CACHE: resolve(root, '.cache/node'), ...process.env, ...extra, PATH: path };
}

export function runStep(step: Step, onOutput: (text: string) => void = () => undefined): Promise<Outcome> {
  const started = performance.now();
  const [command = '', ...args] = step.command;
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: toolEnv(step.env), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      onOutput(chunk.toString());
    };
    const end = (ok: boolean) => done({ step, ok, seconds: (performance.now() - started) / 1000, output });
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs all steps whatever fails, `width` at a time and in order, and tells each outcome as it comes. */
export async function runSteps(steps: readonly Step[], width: number, tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step);
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return outcomes;
}

/** `  ok    types      2.1 s  …`; a failure is followed by what its command said. */
export function describeOutcome({ step, ok, seconds, output }: Outcome): string {
  const line = `  ${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(8)} ${seconds.toFixed(1).padStart(5)} s  ${step.about}`;
  return ok ? line : `${line}\n${output.trimEnd().replace(/^/gm, '    ')}\n    Alone: ${step.command.join(' ')}`;
}
