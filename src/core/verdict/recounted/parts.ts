import { calibrate } from '../../calibration/calibrate.ts';
import type { Fit } from '../../calibration/fit.ts';
import { partKey } from '../../record/bundle/tally-record.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import { amongRanked } from '../among-ranked.ts';
import { isBlend } from '../blended/blend-refusals.ts';
import type { Sources } from '../blended/sources.ts';
import { fitInputOf } from '../fit-input.ts';
import type { TallyRules } from '../rules.ts';
import { countBallots } from '../verdict-of.ts';

/** By category and entry: the part of the design an entry may be ranked in; null for one that is alone in its own. */
export type Parts = ReadonlyMap<string, number | null>;

/**
 * Where no judge joins the parts of a category, places hold within a part. Who shares a judge is not public; which part an entry lies in is
 * told, so that the public comes to the very places.
 */
export function partsOf({ rounds: [named] }: Sources, rules: TallyRules): Parts {
  if (!named || isBlend(rules)) return new Map();
  const { table, weighed, scores } = countBallots(named, rules);
  const { input } = fitInputOf(table, weighed);
  const fit = amongRanked(calibrate(input, rules), scores, weighed.y);
  const all = table.entries.flatMap(({ name, category }, entry) => {
    const pool = fit.pool[entry] ?? -1;
    const key = partKey(table.categories[category] ?? '', name);
    return fit.categories[category]?.state === 'components' ? [[key, pool < 0 ? null : pool] as const] : [];
  });
  return new Map(all);
}

/** A fit that knows of nothing but these parts. */
export function fitInParts(fit: Fit, table: BallotTable, parts: Parts): Fit {
  const pool = fit.pool.slice();
  const categories = [...fit.categories];
  for (const [entry, { name, category }] of table.entries.entries()) {
    const part = parts.get(partKey(table.categories[category] ?? '', name));
    const own = categories[category];
    if (part === undefined || !own) continue;
    pool[entry] = part ?? -1;
    categories[category] = { ...own, state: 'components' };
  }
  return { ...fit, pool, categories };
}
