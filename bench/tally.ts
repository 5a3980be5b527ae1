/** A million marks by 300 judges, from a CSV file to a verdict with its result file, as `./plaudit tally` makes it. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { random } from '#core/numeric/random.ts';
import type { Bench, Figure } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const judges = 300;

/** What a million marks are of. `random`: every mark as likely, so that nothing tells entries or judges apart. */
type Shape = {
  readonly name: string;
  readonly entries: number;
  readonly panel: number;
  readonly criteria: number;
  readonly categories: number;
  readonly random?: true;
};

const shapes: readonly Shape[] = [
  { name: 'Tally of a million marks', entries: 40_000, panel: 5, criteria: 5, categories: 20 },
  { name: '10 categories of 5,000 entries', entries: 50_000, panel: 4, criteria: 5, categories: 10 },
  { name: '10 categories of 5,000 entries, marks at random', entries: 50_000, panel: 4, criteria: 5, categories: 10, random: true },
  { name: '100 categories of 100 entries', entries: 10_000, panel: 20, criteria: 5, categories: 100 },
];

/** Marks of 1 to 10: what an entry is worth, how its judge marks, what this judge sees in it, and noise; or at random. */
function writeMarks(file: string, shape: Shape): number {
  const { uniform, below } = random('bench/tally');
  const spread = (width: number) => (uniform() + uniform() + uniform() - 1.5) * width;
  const severity = Array.from({ length: judges }, () => spread(1.5));
  const descriptor = openSync(file, 'w');
  let [text, marks] = ['entry,category,judge,criterion,mark\n', 0];
  for (let entry = 0; entry < shape.entries; entry += 1) {
    const [worth, first] = [spread(3), Math.floor(uniform() * judges)];
    for (let seat = 0; seat < shape.panel; seat += 1) {
      const judge = (first + seat * 59) % judges;
      const seen = spread(1);
      for (let criterion = 0; criterion < shape.criteria; criterion += 1) {
        const felt = Math.round(5.5 + worth + (severity[judge] ?? 0) + seen + spread(1));
        const mark = shape.random ? 1 + below(10) : Math.min(10, Math.max(1, felt));
        text += `Entry ${entry},Category ${entry % shape.categories},Judge ${judge},criterion ${criterion},${mark}\n`;
        marks += 1;
      }
    }
    if (text.length > 1_000_000) {
      writeSync(descriptor, text);
      text = '';
    }
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
  return marks;
}

/** What the command used, by its own account when it ends: nobody else can know its peak. */
function spentBy(args: readonly string[], account: string): { readonly cpu: number; readonly peak: number } {
  const code = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(account)}, JSON.stringify(process.resourceUsage())));`;
  const env = { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
  const { status, stderr } = spawnSync(join(root, 'plaudit'), ['tally', ...args], { encoding: 'utf8', maxBuffer: 1e9, env });
  if (status !== 0) throw new Error(stderr);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(account, 'utf8')) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
}

function figuresOf(shape: Shape, folder: string, say: (line: string) => void): readonly Figure[] {
  const file = join(folder, 'ballots.csv');
  const n = writeMarks(file, shape);
  const { name, entries, categories } = shape;
  say(`${n} marks of ${judges} judges on ${entries} entries in ${categories} categories, ${Math.round(statSync(file).size / 1e6)} MB`);
  const { cpu, peak } = spentBy(['--ballots', file, '--out', join(folder, 'result.json')], join(folder, 'use.json'));
  return [
    { name: `${name}, with everything`, value: cpu, unit: 's', n: 1, cpu: cpu * 1000, promise: { most: 20 } },
    { name: `${name}: peak memory`, value: peak, unit: 'MB', n: 1, promise: { most: 500 } },
  ];
}

async function run(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tally-'));
  try {
    return await Promise.resolve(shapes.flatMap((shape) => figuresOf(shape, folder, say)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const tally: Bench = { name: 'tally', about: 'Spreadsheets of a million marks by 300 judges, from file to verdict', run };
