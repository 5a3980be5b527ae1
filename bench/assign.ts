/** Assignment beside LEMON's network simplex and HiGHS: the instances with known optima, one with every rule, and growth with size. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { references } from '#tests/support/assignment/instance.ts';
import type { Bench, Figure } from './figure.ts';

type Run = { readonly cost: number; readonly cpu: number; readonly peak: number };
type Ours = Run & { readonly bound: number | null; readonly faults: number; readonly checksum: number };
type Size = readonly [entries: number, judges: number, seed: number];

const here = import.meta.dirname;
const repeats = 5;

function json<T>(program: string, words: readonly (string | number)[]): T {
  const { status, stdout, stderr } = spawnSync(program, words.map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}.\n${stderr}`);
  return JSON.parse(stdout) as T;
}

const ours = (size: Size, ...how: string[]) => json<Ours>(process.execPath, [join(here, 'assign/ours.ts'), ...size, ...how]);

/** The run with the middle CPU time: a process next door makes some of them late. */
function middle<T extends Run>(run: () => T): T {
  const runs = Array.from({ length: repeats }, run).sort((a, b) => a.cpu - b.cpu);
  return runs[Math.floor(repeats / 2)] ?? run();
}

/** LEMON compiled for this run; undefined, with the reason said, where compiler or headers are absent. */
function compileLemon(folder: string, say: (line: string) => void): string | undefined {
  const program = join(folder, 'lemon');
  const { status, error } = spawnSync('g++', ['-O2', '-o', program, join(here, 'assign/lemon.cpp')], { encoding: 'utf8' });
  if (status === 0) return program;
  say(`LEMON is left out: ${error ? 'there is no g++' : 'its headers (liblemon-dev) are not installed'}.`);
  return undefined;
}

const sizeName = ([entries, judges, seed]: Size) => `${entries.toLocaleString('en')} × ${judges.toLocaleString('en')} × 5, seed ${seed}`;

/** HiGHS takes minutes and gigabytes beyond. */
const mostForHighs = 2_000;

function figuresOf(
  reference: (typeof references)[number],
  lemon: string | undefined,
  say: (line: string) => void,
): { exact: boolean; figures: Figure[] } {
  const { entries, judges, seed, optimum, checksum } = reference;
  const size: Size = [entries, judges, seed];
  const own = middle(() => ours(size));
  const largest = entries === 10_000;
  const name = sizeName(size);
  const figures: Figure[] = [
    {
      name: `${name}: ours, lists and proof included`,
      value: own.cpu,
      unit: 'CPU ms',
      n: repeats,
      ...(largest && { promise: { most: 1_200 } }),
    },
  ];
  if (!largest && seed === 1) {
    const warm = middle(() => ours(size, 'warm'));
    figures.push({ name: `${name}: ours, the tenth time in one process`, value: warm.cpu, unit: 'CPU ms', n: repeats });
  }
  if (largest)
    figures.push({ name: `${name}: ours, peak of the process`, value: own.peak, unit: 'MB', n: repeats, promise: { most: 200 } });
  const exact = own.cost === optimum && own.bound === optimum && own.checksum === checksum;
  say(`${name}: ${own.cost}, ${exact ? 'the known optimum, proven' : `NOT the known optimum ${optimum}`}`);
  if (lemon) {
    const peer = middle(() => json<Run & { build: number }>(lemon, [entries, judges, 5, seed]));
    if (peer.cost !== optimum) throw new Error(`LEMON found ${peer.cost}.`);
    figures.push({ name: `${name}: LEMON on all pairs, without building its graph`, value: peer.cpu, unit: 'CPU ms', n: repeats });
    if (largest) {
      figures.push({ name: `${name}: ours beside LEMON`, value: own.cpu / peer.cpu, unit: 'ratio', n: repeats, promise: { most: 1.3 } });
      figures.push({ name: `${name}: LEMON, peak of the process`, value: peer.peak, unit: 'MB', n: repeats });
    }
  }
  if (entries <= mostForHighs && seed === 1) {
    const peer = json<Run>(process.execPath, [join(here, 'assign/highs.ts'), ...size]);
    if (peer.cost !== optimum) throw new Error(`HiGHS found ${peer.cost}.`);
    figures.push({ name: `${name}: HiGHS, simplex on all pairs`, value: peer.cpu, unit: 'CPU ms', n: 1 });
  }
  return { exact, figures };
}

function constrained(say: (line: string) => void): Figure[] {
  const run = ours([2_000, 200, 1], 'rules');
  const gap = run.bound === null ? Infinity : (run.cost - run.bound) / run.bound;
  say(`2,000 × 200 × 5 with every rule: ${run.cost}, no assignment under ${run.bound}; ${run.faults} panels break a rule`);
  return [
    {
      name: 'Every rule at 2,000 × 200 × 5 (leads, first year, employers): above the bound by',
      value: gap,
      unit: 'share',
      n: 1,
      promise: { most: 0.005 },
    },
    { name: 'Every rule at 2,000 × 200 × 5', value: run.cpu, unit: 'CPU ms', n: 1 },
    {
      name: 'Every rule at 2,000 × 200 × 5: share of panels that hold them',
      value: 1 - run.faults / 2_000,
      unit: 'share',
      n: 2_000,
      promise: { least: 1 },
    },
  ];
}

function growth(): Figure[] {
  const sizes: readonly Size[] = [
    [1_250, 125, 1],
    [2_500, 250, 1],
    [5_000, 500, 1],
    [10_000, 1_000, 1],
  ]; // prettier
  const times = sizes.map((size) => middle(() => ours(size)).cpu);
  return sizes.slice(1).map((size, at) => ({
    name: `${sizeName(size)} beside half as many entries and judges`,
    value: (times[at + 1] ?? 0) / (times[at] ?? 1),
    unit: 'ratio',
    n: repeats,
  }));
}

export const assign: Bench = {
  name: 'assign',
  about:
    'Assignment proven over all pairs, on instances with known optima; each run in a process of its own, not warmed up unless it says so',
  run: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'plaudit-lemon-'));
    try {
      const lemon = compileLemon(folder, say);
      const measured = references.map((reference) => figuresOf(reference, lemon, say));
      const exact = measured.filter((one) => one.exact).length / references.length;
      return [
        {
          name: 'Instances solved to their known optimum, proven over all pairs',
          value: exact,
          unit: 'share',
          n: references.length,
          promise: { least: 1 },
        },
        ...measured.flatMap(({ figures }) => figures),
        ...constrained(say),
        ...growth(),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
