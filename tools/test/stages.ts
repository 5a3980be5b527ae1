/** The stages of the suite, in order: what is cheapest to know first. Each says what it did as counts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainSteps } from '../check-steps.ts';
import { describeOutcome, root, runSteps, toolEnv } from '../steps.ts';
import { type Counts, countPlaywright, countVitest, nothing } from './count.ts';
import { chromium, postgres15, type SystemPackage } from './packages.ts';
import { withPostgres15 } from './postgres15.ts';

export type Stage = {
  readonly name: string;
  readonly about: string;
  /** Without it the stage is listed and counted as skipped. */
  readonly needs?: SystemPackage;
  /** It may run beside the stage before it, where both wait more than they compute; what it says is then held back. */
  readonly besideTheLast?: true;
  readonly run: (say?: Say) => Promise<Counts>;
  readonly list?: () => Promise<number>;
};

/** Takes what a runner writes; without one it goes to the terminal itself. */
export type Say = (text: string) => void;

/** Runs with the terminal's own output, so that progress and failures are read as the runner writes them. */
async function show(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, say?: Say): Promise<number> {
  const child = spawn(command, args, { cwd: root, env: toolEnv(env), stdio: say ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => say?.(text));
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** Gives `work` a file for a runner's report and reads it; undefined when the runner did not get that far. */
async function withReport<T, R>(work: (file: string) => Promise<T>, read: (report: R | undefined, result: T) => Counts): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-report-'));
  const file = join(folder, 'report.json');
  try {
    const result = await work(file);
    let report: R | undefined;
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as R;
    } catch {
      report = undefined;
    }
    return read(report, result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function vitest(args: readonly string[], env: NodeJS.ProcessEnv = {}, say?: Say): Promise<Counts> {
  const reporters = (file: string) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = (file: string) => show('vitest', ['run', ...args, ...reporters(file)], env, say);
  return withReport(run, countVitest);
}

/** How many tests a runner would run: the lines of its own list. */
export async function listed(command: string, args: readonly string[], isTest: RegExp): Promise<number> {
  const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return output.split('\n').filter((line) => isTest.test(line)).length;
}

async function check(): Promise<Counts> {
  const outcomes = await runSteps(plainSteps, 2, (outcome) => console.log(describeOutcome(outcome)));
  const failures = outcomes.filter(({ ok }) => !ok).map(describeOutcome);
  return { ...nothing, passed: outcomes.length - failures.length, failed: failures.length, failures };
}

async function build(): Promise<Counts> {
  const code = await show('node', ['src/cli/main.ts', 'prepare']);
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [`the production build ended with ${code}`] };
}

export function journeys(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const run = (file: string) =>
    show('playwright', ['test', ...args, '--reporter=list,json'], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return withReport(run, countPlaywright);
}

/**
 * What asks a database for one of everything: schema, catalogue, invariants, every operation once, and how often the pages ask. Each time on
 * the oldest server that is promised; what else the tests send goes there by night.
 */
const smoke = [
  '--project',
  'db',
  ...['catalogue', 'invariants', 'matrix/operations', 'query-counts', 'schema'].map((name) => `tests/house/${name}.db.test.ts`),
];

export const stages: readonly Stage[] = [
  { name: 'check', about: 'types, lint, unused code, generated pages', run: check },
  {
    name: 'tests',
    about: 'rules of the house, core, and slices on PostgreSQL 18',
    // Some files wait for deadlines and for processes of their own: a third worker has the cores meanwhile.
    run: () => vitest(['--project', 'house', '--project', 'unit', '--project', 'db*', '--maxWorkers=3']),
  },
  { name: 'build', about: 'the production build', run: build },
  {
    name: 'journeys',
    about: 'the built application in a browser, with and without JavaScript',
    needs: chromium,
    run: () => journeys(),
    list: () => listed('playwright', ['test', '--list'], /›/),
  },
  { name: 'faults', about: 'processes and the database killed while clients write', run: () => vitest(['--project', 'faults']) },
  {
    name: 'postgres15',
    about: 'every operation, the reads of every page and the schema on PostgreSQL 15',
    needs: postgres15,
    besideTheLast: true,
    run: (say) => withPostgres15((url) => vitest(smoke, { PLAUDIT_TEST_SERVER: url }, say), say),
    list: () => listed('vitest', ['list', ...smoke], / > /),
  },
];
