/** A million marks by 300 judges, from a CSV file to a verdict with its result file, as `./plaudit tally` makes it. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { random } from '#core/numeric/random.ts';
import type { Bench, Figure } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const [entries, panel, judges, criteria, categories] = [40_000, 5, 300, 5, 20];

/** Marks of 1 to 10: what an entry is worth, how its judge marks, what this judge sees in it, and noise. */
function writeMarks(file: string): number {
  const { uniform } = random('bench/tally');
  const spread = (width: number) => (uniform() + uniform() + uniform() - 1.5) * width;
  const severity = Array.from({ length: judges }, () => spread(1.5));
  const descriptor = openSync(file, 'w');
  let [text, marks] = ['entry,category,judge,criterion,mark\n', 0];
  for (let entry = 0; entry < entries; entry += 1) {
    const [worth, first] = [spread(3), Math.floor(uniform() * judges)];
    for (let seat = 0; seat < panel; seat += 1) {
      const judge = (first + seat * 59) % judges;
      const seen = spread(1);
      for (let criterion = 0; criterion < criteria; criterion += 1) {
        const mark = Math.min(10, Math.max(1, Math.round(5.5 + worth + (severity[judge] ?? 0) + seen + spread(1))));
        text += `Entry ${entry},Category ${entry % categories},Judge ${judge},criterion ${criterion},${mark}\n`;
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

async function run(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tally-'));
  try {
    const file = join(folder, 'ballots.csv');
    const n = writeMarks(file);
    say(`${n} marks of ${judges} judges on ${entries} entries, ${Math.round(statSync(file).size / 1e6)} MB`);
    const { cpu, peak } = spentBy(['--ballots', file, '--out', join(folder, 'result.json')], join(folder, 'use.json'));
    return [
      { name: 'Tally of a million marks, with everything', value: cpu, unit: 's', n: 1, cpu: cpu * 1000, promise: { most: 20 } },
      { name: 'Tally of a million marks: peak memory', value: peak, unit: 'MB', n: 1, promise: { most: 500 } },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const tally: Bench = { name: 'tally', about: 'a spreadsheet of a million marks, from file to verdict', run };
