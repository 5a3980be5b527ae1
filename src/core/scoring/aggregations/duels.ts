import type { BallotTable } from '../ballot-table.ts';
import type { Panel, Standing } from '../standing.ts';
import { rankings } from './rankings.ts';

/** More entries than this are not compared pair by pair: the table of all pairs and the paths over it would not be worth their time. */
export const mostToCompare = 1000;

/** Every standing of a category with more entries than that. */
export function tooMany(panels: readonly Panel[]): readonly Standing[] {
  const noPlace = { key: 'too-many-to-compare', facts: { entries: panels.length, most: mostToCompare } } as const;
  return panels.map(() => ({ score: null, lines: [], noPlace }));
}

/**
 * How many judges prefer each entry to each other: `over[a · n + b]` judges who marked both put a above b. `equal` counts those who put
 * them level. A judge who marked only one of two says nothing of the pair.
 */
export function duels(table: BallotTable, panels: readonly Panel[]): { readonly over: Int32Array; readonly equal: Int32Array } {
  const n = panels.length;
  const [over, equal] = [new Int32Array(n * n), new Int32Array(n * n)];
  const count = (into: Int32Array, a: number, b: number) => {
    into[a * n + b] = (into[a * n + b] ?? 0) + 1;
  };
  for (const { groups } of rankings({ table, panels })) {
    const below = groups.flat();
    for (const group of groups) {
      below.splice(0, group.length);
      for (const a of group) {
        for (const b of below) count(over, a, b);
        for (const b of group) if (a !== b) count(equal, a, b);
      }
    }
  }
  return { over, equal };
}
