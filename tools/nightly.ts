/**
 * `./plaudit nightly` and `npm run nightly`: what takes too long for every run. What it found is kept with its date in
 * `tests/nightly/runs.ndjson` and told in `docs/generated/nightly.md`.
 *   ./plaudit nightly                            everything
 *   ./plaudit nightly kill-storm --minutes 30    only this stage; the storm for half an hour instead of ten minutes
 * Exit codes as those of `./plaudit test`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepRun, linesOf, type StageRun, type Told } from './nightly/runs.ts';
import { nightlyStages } from './nightly/stages.ts';
import { root } from './steps.ts';
import type { Stage } from './test/stages.ts';
import { chosen, runStages } from './test/suite.ts';

const { values, positionals } = parseArgs({ options: { minutes: { type: 'string', default: '10' } }, allowPositionals: true });
const wanted = chosen(nightlyStages, positionals);
const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const at = `${new Date().toISOString().slice(0, 16)}Z`;
const checkout = { commit: git('rev-parse', '--short=10', 'HEAD'), changed: git('status', '--porcelain') !== '' };
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;

process.env.PLAUDIT_STORM_MINUTES = values.minutes;
const folder = mkdtempSync(join(tmpdir(), 'plaudit-nightly-'));
const figuresOf = (name: string) => join(folder, `${name}.ndjson`);

/** What the tests of a stage tell goes to a file of its own. */
const noted = ({ run, ...stage }: Stage): Stage => ({
  ...stage,
  run: () => {
    process.env.PLAUDIT_NIGHTLY_FIGURES = figuresOf(stage.name);
    return run();
  },
});

try {
  const ran = await runStages(wanted.map(noted));
  const stages = ran.map(({ stage: { name, about }, counts: { passed, failed, skipped }, seconds }): StageRun => {
    return { name, about, passed, failed, skipped, seconds: Math.round(seconds), told: linesOf<Told>(figuresOf(name)) };
  });
  keepRun({ at, ...checkout, machine, stages });
  spawnSync(process.execPath, [fileURLToPath(new URL('docs.ts', import.meta.url))], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
