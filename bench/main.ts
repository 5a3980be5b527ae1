/**
 * The figures the documents tell: `./plaudit bench` measures all, `./plaudit bench save page` these. Each line says what,
 * how often it was measured, CPU milliseconds or another unit, and the multiple of a fixed unit of work done in the same run.
 * Exit code 1 when a promise is not kept, 2 for a bench it does not know.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { assign } from './assign.ts';
import { reml } from './calibration/reml.ts';
import { simulation } from './calibration/simulation.ts';
import { checks } from './checks/checks.ts';
import { companiesBench } from './companies.ts';
import { components } from './components/components.ts';
import { editors } from './editors/editors.ts';
import { entryList } from './entries/list.ts';
import { type Bench, isKept } from './figure.ts';
import { deadlineLoad } from './load/deadline.ts';
import { openLoad } from './load/open-load.ts';
import { page } from './page.ts';
import { record } from './record.ts';
import { keepResult } from './results.ts';
import { save } from './save.ts';
import { isSeed } from './seed.ts';
import { startUp } from './start.ts';
import { tally } from './tally.ts';
import { told } from './told.ts';
import { about, measureUnit } from './unit.ts';

const benches: readonly Bench[] = [
  save,
  page,
  entryList,
  editors,
  openLoad,
  deadlineLoad,
  startUp,
  reml,
  simulation,
  assign,
  checks,
  tally,
  record,
  companiesBench,
  components,
];

function chosen(names: readonly string[]): readonly Bench[] {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`No bench called ${unknown.join(', ')}. The benches: ${benches.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
console.log(`One unit of work: ${about}.`);
for (const bench of chosen(process.argv.slice(2).filter((argument) => !isSeed(argument)))) {
  const [load = 0] = loadavg();
  const unit = measureUnit();
  console.log(`\n${bench.name}: ${bench.about}. The unit takes ${unit.toFixed(1)} CPU ms.`);
  const figures = await bench.run((line) => console.log(`  ${line}`));
  for (const figure of figures) console.log(`  ${isKept(figure) ? '' : 'NOT KEPT  '}${told(figure, unit)}`);
  keepResult(bench.name, { about: bench.about, machine, load, unit, figures });
  if (!figures.every(isKept)) process.exitCode = 1;
}
spawnSync(process.execPath, [fileURLToPath(new URL('../tools/docs.ts', import.meta.url))], { stdio: 'inherit' });
