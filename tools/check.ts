/**
 * `./plaudit check`: everything about the tree that needs no database and no browser, in under three minutes.
 *   ./plaudit check              all steps
 *   ./plaudit check types house  only these
 *   ./plaudit check --fix        format and apply safe fixes first
 * Exit code 0 when all is well, 1 when a step failed, 2 for a step it does not know.
 */
import { houseStep, plainSteps } from './check-steps.ts';
import { describeOutcome, runStep, runSteps, type Step } from './steps.ts';

const fixSteps: readonly Step[] = [
  { name: 'format', about: 'format and safe fixes (Biome)', command: ['biome', 'check', '--write', '.'] },
  { name: 'fix', about: 'safe fixes (oxlint)', command: ['oxlint', '--fix', '.'] },
];

function chosen(names: readonly string[]): readonly Step[] {
  const all = [...plainSteps.slice(0, 1), houseStep, ...plainSteps.slice(1)];
  if (names.length === 0) return all;
  const unknown = names.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step called ${unknown.join(', ')}. The steps: ${all.map((step) => step.name).join(', ')}.`);
    process.exit(2);
  }
  return all.filter((step) => names.includes(step.name));
}

const words = process.argv.slice(2);
const steps = chosen(words.filter((word) => !word.startsWith('--')));
const started = performance.now();
const say = (outcome: Parameters<typeof describeOutcome>[0]) => console.log(describeOutcome(outcome));

if (words.includes('--fix')) for (const step of fixSteps) say(await runStep(step));
const outcomes = await runSteps(steps, 2, say);
const failed = outcomes.filter((outcome) => !outcome.ok);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(failed.length === 0 ? `Checked in ${seconds} s.` : `${failed.length} of ${steps.length} failed in ${seconds} s.`);
process.exitCode = failed.length === 0 ? 0 : 1;
