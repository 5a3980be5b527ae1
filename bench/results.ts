/** What the last run of each bench found, kept in `bench/results.json`; the figures in the documents are made from it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

export type Result = {
  readonly about: string;
  readonly machine: string;
  /** Processes that wanted to run besides, when it began: one a core and more spoil a figure. */
  readonly load: number;
  /** CPU milliseconds of the fixed unit of work, in the same run. */
  readonly unit: number;
  readonly figures: readonly Figure[];
};

export type Results = Readonly<Record<string, Result>>;

const file = new URL('results.json', import.meta.url);

export function readResults(): Results {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return {};
  }
}

const rounded = (value: number) => Number(value.toPrecision(4));

function plain(figure: Figure): Figure {
  const { value, error, cpu } = figure;
  return {
    ...figure,
    value: rounded(value),
    ...(error !== undefined && { error: rounded(error) }),
    ...(cpu !== undefined && { cpu: rounded(cpu) }),
  };
}

export function keepResult(name: string, result: Result): void {
  const kept = { ...result, unit: rounded(result.unit), load: rounded(result.load), figures: result.figures.map(plain) };
  const results = Object.entries({ ...readResults(), [name]: kept }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
}
