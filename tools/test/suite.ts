/** Runs stages one after another or beside each other, each under its heading, and says at the very end what failed. */
import { type Counts, lastLine, nothing, sum } from './count.ts';
import { ensurePackages } from './packages.ts';
import type { Say, Stage } from './stages.ts';

export type Ran = { readonly stage: Stage; readonly counts: Counts; readonly seconds: number };

/** The stages of these names, all when none is named. Ends the process with 2 for one that is not there. */
export function chosen(stages: readonly Stage[], names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No stage called ${unknown.join(', ')}. The stages: ${stages.map((stage) => stage.name).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
}

type Begun = { readonly done: Promise<Ran>; readonly said: readonly string[] };

/** Begins a stage whose turn to speak comes later. */
function beginBehind(stage: Stage, run: (stage: Stage, say: Say) => Promise<Ran>): Begun {
  const said: string[] = [];
  const done = run(stage, (text) => said.push(text));
  // Should it break off, it is told when it is waited for.
  done.catch(() => undefined);
  return { done, said };
}

const secondsSince = (began: number) => (performance.now() - began) / 1_000;

/** Exit code 0 when nothing failed, 1 otherwise. With CI=true a skip is a failure. The last line is `N passed, N failed`. */
export async function runStages(wanted: readonly Stage[]): Promise<readonly Ran[]> {
  const started = performance.now();
  const clock = () => `${secondsSince(started).toFixed(0)} s`;
  const needed = wanted.flatMap(({ needs }) => needs ?? []);
  const missing = needed.length > 0 ? ensurePackages(needed, console.log) : [];
  const runOne = async (stage: Stage, say?: Say): Promise<Ran> => {
    const began = performance.now();
    const absent = stage.needs && missing.includes(stage.needs);
    const counts = absent ? { ...nothing, skipped: (await stage.list?.()) || 1 } : await stage.run(say);
    return { stage, counts, seconds: secondsSince(began) };
  };
  const ran: Ran[] = [];
  let ahead: Begun | undefined;
  for (const [i, stage] of wanted.entries()) {
    const beside = ahead ? ' · beside the last' : '';
    console.log(`\n── ${i + 1} of ${wanted.length} · ${stage.name}: ${stage.about}${beside} · ${clock()}`);
    const { done, said } = ahead ?? { done: runOne(stage), said: [] };
    const next = wanted[i + 1];
    ahead = next?.besideTheLast && beginBehind(next, runOne);
    const one = await done;
    const needs = stage.needs && missing.includes(stage.needs) ? ` (needs ${stage.needs.name})` : '';
    console.log(`${said.join('')}   ${lastLine(one.counts)}${needs}`);
    ran.push(one);
  }
  const total = sum(ran.map(({ counts }) => counts));
  if (total.failures.length > 0) console.log(['\nWhat failed:', ...total.failures.map((failure) => `  ✗ ${failure}`)].join('\n'));
  const ci = process.env.CI === 'true' || process.env.CI === '1';
  console.log(`\nDone in ${clock()}.${ci && total.skipped > 0 ? ' In CI a skipped test is a failure.' : ''}`);
  process.exitCode = total.failed > 0 || (ci && total.skipped > 0) ? 1 : 0;
  console.log(lastLine(total));
  return ran;
}
