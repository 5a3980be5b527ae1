/**
 * `./plaudit test` and `npm test`: the whole suite with all its set-up. The last line is `N passed, N failed`.
 *   ./plaudit test                 everything
 *   ./plaudit test tests journeys  only these stages
 * Exit code 0 when nothing failed, 1 otherwise, 2 for a stage it does not know. With CI=true a skip is a failure.
 */
import { lastLine, nothing, sum } from './test/count.ts';
import { ensurePackages } from './test/packages.ts';
import { type Stage, stages } from './test/stages.ts';

function chosen(names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No stage called ${unknown.join(', ')}. The stages: ${stages.map((stage) => stage.name).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
}

const started = performance.now();
const clock = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;

const wanted = chosen(process.argv.slice(2));
const missing = wanted.some((stage) => stage.needs) ? ensurePackages(console.log) : [];
const counts = [];
for (const [i, stage] of wanted.entries()) {
  console.log(`\n── ${i + 1} of ${wanted.length} · ${stage.name}: ${stage.about} · ${clock()}`);
  const absent = stage.needs && missing.includes(stage.needs);
  const count = absent ? { ...nothing, skipped: (await stage.list?.()) || 1 } : await stage.run();
  console.log(`   ${lastLine(count)}${absent ? ` (needs ${stage.needs?.name})` : ''}`);
  counts.push(count);
}

const total = sum(counts);
if (total.failures.length > 0) console.log(['\nWhat failed:', ...total.failures.map((failure) => `  ✗ ${failure}`)].join('\n'));
const ci = process.env.CI === 'true' || process.env.CI === '1';
console.log(`\nDone in ${clock()}.${ci && total.skipped > 0 ? ' In CI a skipped test is a failure.' : ''}`);
process.exitCode = total.failed > 0 || (ci && total.skipped > 0) ? 1 : 0;
console.log(lastLine(total));
