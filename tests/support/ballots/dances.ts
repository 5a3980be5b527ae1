/** Fifteen series of a dancing contest, where they are at hand: real marks of real panels. 0 says that a judge was not on the panel. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MarkRow } from '#core/scoring/ballot-table.ts';

const file = resolve(import.meta.dirname, '../../../../shared/data/judging-strictly/results.csv');

export const hasDances = existsSync(file);

/** A mark each of nine judges for each dance, zeros included. Category: the series and its week; one dance one entry. */
export function danceRows(): MarkRow[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split(',').filter((name) => name.startsWith('score_'));
  return lines.flatMap((line, i) => {
    // Songs hold commas: what is needed stands before and after them.
    const cells = line.split(',');
    const marks = cells.slice(-1 - names.length, -1);
    const [series = '', week = ''] = cells.slice(-4 - names.length, -1 - names.length);
    return names.map((name, j) => ({
      category: `series ${series.padStart(2, '0')} week ${week.padStart(2, '0')}`,
      entry: `dance ${String(i + 1).padStart(4, '0')}`,
      judge: name.slice('score_'.length),
      criterion: 'dance',
      mark: Number(marks[j]),
      file: 'results.csv',
      row: i + 2,
    }));
  });
}

export const danceCriteria = [{ id: 'dance', weight: 1, scale: { min: 0, max: 10 } }] as const;
