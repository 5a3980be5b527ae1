/** What every nightly run found: one line a run in `tests/nightly/runs.ndjson`, which `docs/generated/nightly.md` is made from. */
import { appendFileSync, readFileSync } from 'node:fs';

export type Told = { readonly about: string; readonly figures: Readonly<Record<string, string | number>> };

export type StageRun = {
  readonly name: string;
  readonly about: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly told: readonly Told[];
};

export type NightlyRun = {
  readonly at: string;
  readonly commit: string;
  /** Something in the checkout was not committed. */
  readonly changed: boolean;
  readonly machine: string;
  readonly stages: readonly StageRun[];
};

const file = new URL('../../tests/nightly/runs.ndjson', import.meta.url);

export function linesOf<T>(from: URL | string): readonly T[] {
  try {
    const lines = readFileSync(from, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
  } catch {
    return [];
  }
}

/** The newest first. */
export const readRuns = (): readonly NightlyRun[] => linesOf<NightlyRun>(file).toReversed();

export const keepRun = (run: NightlyRun): void => appendFileSync(file, `${JSON.stringify(run)}\n`);
