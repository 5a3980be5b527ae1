/** Seasons that were made up, for the page of an edition's dry runs. */
import { startDryRun, stopDryRun } from '#slices/programmes/index.ts';
import { dates } from '#tests/support/season.ts';
import { someFigures } from '#tests/support/tally/dry-run.ts';
import type { Stage } from '../matrix/stage.ts';

/** So many dry runs of the edition, each stopped before anybody took it up; the last. */
export async function dryRuns(stage: Stage, size: number): Promise<string> {
  const manager = () => stage.as(stage.manager, { clock: dates.before });
  let last = '';
  for (let i = 0; i < size; i += 1) {
    const { run } = await startDryRun(manager(), { edition: stage.edition, ...someFigures });
    await stopDryRun(manager(), { run });
    last = run;
  }
  return last;
}
