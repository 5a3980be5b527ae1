/** What the proof costs: the tree over a large log, and the recount of a bundle as `./plaudit recount` does it, from the zip to its text. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '#core/numeric/random.ts';
import { recount } from '#core/record/bundle/recount.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import { inclusionProof, leafHash, merkleTree, rootAt, verifyInclusion } from '#core/record/merkle.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { flipped, forge } from '#tests/support/tally/bundles.ts';
import { recountText } from '#words/recount-text.ts';
import { readBundle } from '../src/cli/recount/read-bundle.ts';
import { bundleOutputs } from '../src/cli/tally/bundle.ts';
import { type Bench, type Figure, meanOf } from './figure.ts';

/** CPU milliseconds of some work, and what it answers. */
function timed<T>(work: () => T): { readonly cpu: number; readonly answer: T } {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, answer };
}

const ballots = 100_000;

function treeFigures(): Figure[] {
  const commitment = Buffer.alloc(32, 7).toString('hex');
  const marks = Object.fromEntries(['craft', 'impact', 'care', 'reach', 'proof'].map((criterion) => [criterion, commitment]));
  const lines = Array.from({ length: ballots }, (_, seq) =>
    Buffer.from(
      canonicalJson({
        v: 1,
        seq,
        type: 'ballot',
        body: { entry: `Entry ${seq % 20_000}`, judge: commitment, judgeHere: commitment, marks },
      }),
    ),
  );
  const built = Array.from({ length: 5 }, () =>
    timed(() => {
      const tree = merkleTree(
        lines.map((line) => leafHash(line, nativeHash)),
        nativeHash,
      );
      return { tree, root: rootAt(tree) };
    }),
  );
  const [first] = built;
  if (!first) throw new Error('no tree');
  const { tree, root } = first.answer;
  const proved = timed(() =>
    Array.from({ length: 1000 }, (_, i) => {
      const index = i * 97;
      const leaf = leafHash(lines[index] ?? new Uint8Array(), nativeHash);
      return verifyInclusion({ leaf, index, size: ballots, root, proof: inclusionProof(tree, index) }, nativeHash);
    }),
  );
  const { mean, error } = meanOf(built.map(({ cpu }) => cpu));
  return [
    { name: 'Tree over 100,000 ballots, leaves and root', value: mean, error, unit: 'CPU ms', n: built.length, promise: { most: 1000 } },
    { name: 'Receipt of one ballot of 100,000, made and checked', value: proved.cpu / 1000, unit: 'CPU ms', n: proved.answer.length },
    { name: 'Such receipts that hold', value: meanOf(proved.answer.map(Number)).mean, unit: 'share', n: 1000, promise: { least: 1 } },
  ];
}

/** 2,000 entries in ten categories before 200 judges, five ballots each; corrected, with 20,000 draws. */
function writeBundle(file: string): void {
  const { uniform } = random('bench/record');
  const spread = (width: number) => (uniform() + uniform() + uniform() - 1.5) * width;
  const criteria = ['craft', 'impact', 'care', 'reach', 'proof'].map((id, i) => ({ id, weight: 30 - 5 * i, scale: { min: 1, max: 10 } }));
  const severity = Array.from({ length: 200 }, () => spread(1.5));
  const rows = Array.from({ length: 2000 }, (_, entry) => {
    const [worth, first] = [spread(3), Math.floor(uniform() * 200)];
    return Array.from({ length: 5 }, (_, seat) => {
      const judge = (first + seat * 37) % 200;
      const seen = 5.5 + worth + (severity[judge] ?? 0) + spread(1);
      const common = { category: `Category ${entry % 10}`, entry: `Entry ${entry}`, judge: `Judge ${judge}` };
      return criteria.map(({ id }) => ({ ...common, criterion: id, mark: Math.min(10, Math.max(1, Math.round(seen + spread(1)))) }));
    });
  }).flat(2);
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const rules: TallyRules = {
    version: 1,
    criteria,
    aggregation: { kind: 'mean' },
    official: 'corrected',
    minimumPanel: 3,
    ties: [],
    levels: [],
    seats: 3,
    seed: '',
    draws: 20_000,
    priors: null,
    seatsAtRandom: false,
  };
  const { outputs } = bundleOutputs(
    { sources: { rounds: [table.value], values: [], votes: [] }, rules },
    { bundle: file, origin: 'bench.example/record', at: new Date(), version: 'bench' },
  );
  for (const { file: name, content } of outputs) writeFileSync(name, content as Uint8Array);
}

function recountOf(file: string) {
  return timed(() => {
    const counted = recount(readBundle(file), recompute, { hash: nativeHash });
    return { text: recountText(counted), result: counted.result, findings: counted.findings, agrees: counted.agrees };
  });
}

function bundleFigures(folder: string, kind: 'auditor' | 'public'): Figure[] {
  const file = join(folder, kind === 'public' ? 'award.public.zip' : 'award.zip');
  const runs = [recountOf(file), recountOf(file), recountOf(file)];
  const [first] = runs;
  const same = runs.filter(({ answer }) => answer.agrees && answer.text === first?.answer.text && answer.result === first.answer.result);
  const forged = recountOf(forge(file, join(folder, 'forged.zip'), 'ballots.jsonl', (text) => flipped(text, 'craft')));
  const named = forged.answer.findings.filter(
    ({ key, facts }) => key === 'mark-differs' && facts.ballot === 1 && facts.criterion === 'craft',
  );
  const { mean, error } = meanOf(runs.map(({ cpu }) => cpu));
  const what = `10,000 ballots, ${kind} bundle`;
  return [
    { name: `Recount of ${what}`, value: mean, error, unit: 'CPU ms', n: runs.length, promise: { most: 5000 } },
    {
      name: `Recounts of ${what} that agree and are the same bytes`,
      value: same.length / runs.length,
      unit: 'share',
      n: runs.length,
      promise: { least: 1 },
    },
    { name: `One flipped mark among ${what}: named`, value: named.length, unit: 'share', n: 1, promise: { least: 1 } },
  ];
}

async function run(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = temporaryFolder('bench-record');
  try {
    const tree = treeFigures();
    writeBundle(join(folder, 'award.zip'));
    say('2,000 entries, 200 judges, 10,000 ballots of five marks; official score corrected, 20,000 draws');
    return await Promise.resolve([...tree, ...bundleFigures(folder, 'auditor'), ...bundleFigures(folder, 'public')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const record: Bench = {
  name: 'record',
  about: 'The tree over a log, and the recount of a bundle from its zip to the last byte of its text',
  run,
};
