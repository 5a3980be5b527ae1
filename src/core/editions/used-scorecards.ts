import { openCategories, placed } from '../categories/tree.ts';
import type { Scorecards } from '../scorecards/shape.ts';
import { mainScorecard } from './key.ts';
import type { Parts } from './parts.ts';

/** The scorecards that categories which take entries are judged by; all of them as long as there is no such category. */
export function usedScorecards({ categories, scorecards }: Pick<Parts, 'categories' | 'scorecards'>): Scorecards {
  const open = openCategories(categories);
  if (open.length === 0) return scorecards;
  const used = new Set(open.map(({ inherited }) => inherited.scorecard ?? mainScorecard));
  return Object.fromEntries(Object.entries(scorecards).filter(([name]) => used.has(name)));
}

/** The scorecards anybody was or may be judged by: those of retired categories too, whose entries are still read. */
export function keptScorecards({ categories, scorecards }: Pick<Parts, 'categories' | 'scorecards'>): Scorecards {
  const leaves = placed(categories).filter(({ leaf }) => leaf);
  if (leaves.length === 0) return scorecards;
  const kept = new Set(leaves.map(({ inherited }) => inherited.scorecard ?? mainScorecard));
  return Object.fromEntries(Object.entries(scorecards).filter(([name]) => kept.has(name)));
}
