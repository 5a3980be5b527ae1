/** The mixed model beside lme4, penalty off, on the same ballots in the same run; and what a fit with its draws costs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, designOf, largerSide } from '#core/calibration/design.ts';
import { equationsOf } from '#core/calibration/equations.ts';
import type { FitInput, Variances } from '#core/calibration/fit.ts';
import { fitReml, remlCriterion } from '#core/calibration/reml.ts';
import { ridgesNear, twoWay } from '#core/calibration/two-way.ts';
import { random } from '#core/numeric/random.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import type { Bench, Figure } from '../figure.ts';
import { seed } from '../seed.ts';
import { base, programmeOf } from './programme.ts';

const danceFile = join(import.meta.dirname, '../../../shared/data/judging-strictly/results.csv');
const designs = 50;

type Peer = Variances & { readonly name: string; readonly criterion: number; readonly cpu: number; readonly version: string };

function write(folder: string, name: string, { entry, judge, category, y }: FitInput): void {
  const rows = [...y].map((value, b) => `${entry[b]},${judge[b]},${category[entry[b] ?? 0]},${value}`);
  writeFileSync(join(folder, `${name}.csv`), `entry,judge,category,y\n${rows.join('\n')}\n`);
}

function read(folder: string, name: string): FitInput {
  const rows = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').map(Number));
  const column = (at: number) => Int32Array.from(rows, (row) => row[at] ?? 0);
  const [entry, judge] = [column(0), column(1)];
  const category = new Int32Array(1 + entry.reduce((a, b) => Math.max(a, b), 0));
  for (const [e = 0, , c = 0] of rows) category[e] = c;
  const judges = 1 + judge.reduce((a, b) => Math.max(a, b), 0);
  const categories = 1 + category.reduce((a, b) => Math.max(a, b), 0);
  return { y: Float64Array.from(rows, (row) => row[3] ?? 0), entry, judge, entries: category.length, judges, category, categories };
}

/** 0 where a judge was not on the panel; one row a dance. */
function writeDances(folder: string): void {
  const [head = '', ...rows] = readFileSync(danceFile, 'utf8').trim().split('\n');
  const columns = [...head.split(',').entries()].filter(([, name]) => name.startsWith('score_')).map(([at]) => at);
  const marks = rows.flatMap((row, entry) => {
    const cells = row.split(',').slice(-columns.length - 1);
    return columns.flatMap((_, judge) => (Number(cells[judge]) > 0 ? [`${entry},${judge},0,${cells[judge]}`] : []));
  });
  writeFileSync(join(folder, 'Dances.csv'), `entry,judge,category,y\n${marks.join('\n')}\n`);
}

/** Designs of all kinds: few and many judges, two to six seats, one to four categories, severities from none (lme4: singular) to twice the entries'. */
function writeDesigns(folder: string): void {
  const draw = random(`${seed}/designs`);
  for (let i = 0; i < designs; i += 1) {
    const judges = 4 + draw.below(28);
    const setting = {
      ...base,
      entries: 20 + draw.below(200),
      judges,
      seats: 2 + draw.below(Math.min(5, judges - 2)),
      severity: draw.below(5) / 2,
    };
    const { input } = programmeOf(setting, draw);
    const categories = 1 + draw.below(4);
    write(folder, `design-${i}`, { ...input, category: input.category.map((_, entry) => entry % categories), categories });
  }
}

type Ours = Variances & { readonly criterion: number; readonly cpu: number };

/** From ballots in memory to the estimates, all steps of the tally's own fit, penalty off. */
function fitted(input: FitInput): Ours | null {
  const before = process.cpuUsage();
  const two = twoWay(input, componentsOf(input));
  const design = designOf(input, largerSide(input), input.category);
  const point = two === null ? null : fitReml(equationsOf(design, null), { penalty: false, start: ridgesNear(two) });
  if (point === null) return null;
  const { user, system } = process.cpuUsage(before);
  const { outerRidge, innerRidge } = point.solved;
  const [entry, judge] = design.eliminated === 'entries' ? [outerRidge, innerRidge] : [innerRidge, outerRidge];
  const residual = point.residualVariance;
  return { criterion: remlCriterion(point), entry: residual / entry, judge: residual / judge, residual, cpu: (user + system) / 1000 };
}

/** Relative, or absolute in millionths counted as ten-thousandths where lme4 has next to nothing. */
function apart(ours: number, theirs: number): number {
  return Math.min(Math.abs(ours - theirs) / Math.abs(theirs), Math.abs(ours - theirs) * 100);
}

function compare(name: string, pairs: readonly { ours: Ours | null; peer: Peer }[]): Figure[] {
  const n = pairs.length;
  const worst = (of: (ours: Ours, peer: Peer) => number) =>
    pairs.reduce((most, { ours, peer }) => Math.max(most, ours === null ? Infinity : of(ours, peer)), 0);
  // Where lme4 ends at a variance of nought ours may be below; it may nowhere be above.
  const criterion = worst((ours, peer) =>
    Math.min(peer.entry, peer.judge) < 1e-9 ? ours.criterion - peer.criterion : Math.abs(ours.criterion - peer.criterion),
  );
  const variance = worst((ours, peer) =>
    Math.max(apart(ours.entry, peer.entry), apart(ours.judge, peer.judge), apart(ours.residual, peer.residual)),
  );
  return [
    { name: `${name}: REML criterion off lme4's`, value: criterion, unit: 'ratio', n, promise: { most: 1e-4 } },
    { name: `${name}: variances off lme4's, relative`, value: variance, unit: 'ratio', n, promise: { most: 1e-4 } },
  ];
}

function besideLme4(folder: string, say: (line: string) => void): Figure[] {
  const script = join(import.meta.dirname, 'lme4.r');
  const run = spawnSync('Rscript', [script, folder], { encoding: 'utf8', maxBuffer: 1e8 });
  if (run.status !== 0) {
    say(`left out: lme4 beside ours needs Rscript with lme4 and jsonlite (r-cran-lme4, r-cran-jsonlite). ${run.stderr?.trim() ?? ''}`);
    return [];
  }
  const peers = JSON.parse(run.stdout) as readonly Peer[];
  say(`lme4 ${peers[0]?.version}, ours on the same ${peers.length} sets of ballots…`);
  const pairs = peers.map((peer) => ({ peer, ours: fitted(read(folder, peer.name)) }));
  const named = (name: string) => pairs.filter(({ peer }) => peer.name === name);
  const [large] = named('InstEval');
  const cpu = large?.ours?.cpu ?? Number.NaN;
  const theirs = large?.peer.cpu ?? Number.NaN;
  return [
    ...['Dances', 'Penicillin', 'InstEval'].flatMap((name) => (named(name).length === 0 ? [] : compare(name, named(name)))),
    ...compare(
      `${designs} invented designs`,
      pairs.filter(({ peer }) => peer.name.startsWith('design-')),
    ),
    { name: 'InstEval (73,421 ballots, 2,972 × 1,128): our fit', value: cpu, unit: 'CPU ms', n: 1 },
    {
      name: `InstEval: our CPU time to lme4's (${Math.round(theirs)} CPU ms)`,
      value: cpu / theirs,
      unit: 'ratio',
      n: 1,
      promise: { most: 1 },
    },
  ];
}

function scaleFigures(sizes: readonly [number, number, number, number], most: number, memory?: number): Figure[] {
  const [entries, judges, seats, draws] = sizes;
  const runs = [0, 1, 2].map(() => {
    const out = execFileSync(process.execPath, [join(import.meta.dirname, 'scale.ts'), ...sizes.map(String)], { encoding: 'utf8' });
    return JSON.parse(out) as { cpu: number; peak: number };
  });
  const middle = runs.sort((a, b) => a.cpu - b.cpu)[1];
  const name = `${entries.toLocaleString('en')} entries × ${judges.toLocaleString('en')} judges × ${seats}: fit and ${draws.toLocaleString('en')} draws`;
  return [
    { name, value: middle?.cpu ?? Number.NaN, unit: 'CPU ms', n: runs.length, promise: { most } },
    ...(memory === undefined
      ? []
      : [
          {
            name: `${name}, most memory`,
            value: Math.max(...runs.map(({ peak }) => peak)),
            unit: 'MB',
            n: runs.length,
            promise: { most: memory },
          } as const,
        ]),
  ];
}

export const reml: Bench = {
  name: 'reml',
  about: 'The mixed model beside lme4 with the penalty off, and what fits with their draws cost',
  run: async (say) => {
    say(`designs drawn from ${seed}`);
    const folder = temporaryFolder('reml');
    if (existsSync(danceFile)) writeDances(folder);
    else say(`left out: ${danceFile} is not here`);
    try {
      writeDesigns(folder);
      return [...besideLme4(folder, say), ...scaleFigures([200, 30, 5, 20_000], 1000), ...scaleFigures([10_000, 1000, 5, 1000], 8000, 300)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
