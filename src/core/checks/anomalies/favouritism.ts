import type { BallotTable } from '../../scoring/ballot-table.ts';
import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { judgeName, toThousandth } from '../view.ts';
import { againstChance, shuffle, shufflesFor } from './chance.ts';
import { type Study, streamOf } from './study.ts';

/** What judges and entries may have in common: an employer, a country, a sector, a nominator. Null: not said. */
export type Grouping = { readonly name: string; readonly judge: readonly (string | null)[]; readonly entry: readonly (string | null)[] };

/** The groups the ballots themselves name; null where no judge and entry share one. */
export function groupingOf({ entries, judges }: BallotTable): Grouping | null {
  const groups = new Set(judges.map(({ group }) => group).filter((group) => group !== null));
  if (!entries.some(({ group }) => group !== null && groups.has(group))) return null;
  return { name: 'group', judge: judges.map(({ group }) => group), entry: entries.map(({ group }) => group) };
}

/** Fewer ballots on one's own are single cells, and no pattern. */
const leastOwn = 3;

type Bonus = {
  readonly judge: number;
  readonly grouping: number;
  readonly own: Int32Array;
  readonly bonus: number;
  readonly surprise: number;
};

/**
 * Judges who mark entries of their own group higher than the other judges and their own habit lead to expect. The bonus is the
 * coefficient of "own group" beside every entry and every judge (exact partial regression: Σ r over own cells / d'Md), its standard
 * error by the judge's own residual variance; three own ballots at least. Its distribution comes from dealing the groups of the
 * entries anew within each category; BH 5 % over all judges and groupings. Emerson, Seltzer and Lin 2009.
 */
export function checkFavouritism(study: Study, groupings: readonly Grouping[]): Check {
  if (groupings.length === 0) return notRun('favouritism', 'no-groups');
  const found = groupings.flatMap((grouping, g) => bonuses(study, grouping, g, grouping.entry));
  if (found.length === 0) return notRun('favouritism', 'too-few-ballots');
  const stream = streamOf(study, 'favouritism');
  const runs = shufflesFor(40 * study.fit.cells.y.length * groupings.length);
  const shuffled = Array.from({ length: runs }, () =>
    groupings.flatMap((grouping, g) =>
      bonuses(study, grouping, g, dealtGroups(study.table, grouping.entry, stream)).map(({ surprise }) => surprise),
    ),
  );
  const { flagged, placebo } = againstChance(
    found.map(({ surprise }) => surprise),
    shuffled,
  );
  const flags = found.filter((_, i) => flagged[i]).map((bonus) => flagOf(study, groupings, bonus));
  return { kind: 'favouritism', examined: found.length, notRun: null, placebo, flags };
}

function dealtGroups({ entries, categories }: BallotTable, groups: Grouping['entry'], stream: Parameters<typeof shuffle>[1]) {
  const members = categories.map((): number[] => []);
  entries.forEach(({ category }, i) => {
    members[category]?.push(i);
  });
  const dealt = groups.slice();
  for (const inCategory of members) {
    const order = shuffle(inCategory.slice(), stream);
    inCategory.forEach((entry, i) => {
      dealt[entry] = groups[order[i] ?? -1] ?? null;
    });
  }
  return dealt;
}

function bonuses({ fit }: Study, grouping: Grouping, g: number, groups: Grouping['entry']): Bonus[] {
  const { cells, residual, own: variances } = fit;
  const found: Bonus[] = [];
  for (let judge = 0; judge < cells.judges; judge += 1) {
    const mine = grouping.judge[judge] ?? null;
    if (mine === null) continue;
    const own = itemsOf(cells.byJudge, judge).filter((at) => groups[cells.entry[at] ?? -1] === mine);
    if (own.length < leastOwn) continue;
    const left = fit.left(judge, own, new Float64Array(own.length).fill(1));
    if (left < 1e-6) continue;
    const sum = own.reduce((total, at) => total + (residual[at] ?? 0), 0);
    const { squares = 0, weight = 1 } = variances[judge] ?? {};
    // What the bonus itself explains is no noise of the judge's.
    const variance = Math.max((squares - (sum * sum) / left) / Math.max(1, weight - 1), 1e-12 * fit.variance);
    found.push({ judge, grouping: g, own, bonus: sum / left, surprise: sum / Math.sqrt(variance * left) });
  }
  return found;
}

function flagOf({ table, fit: { cells } }: Study, groupings: readonly Grouping[], { judge, grouping, own, bonus }: Bonus): Flag {
  const { name = '', judge: groups = [] } = groupings[grouping] ?? {};
  const facts = {
    judge: judgeName(table, judge),
    grouping: name,
    group: groups[judge] ?? '',
    bonus: toThousandth(bonus),
    ballots: own.length,
  };
  return { kind: 'favouritism', ballots: Array.from(own, (at) => cells.ballot[at] ?? 0), criterion: null, facts };
}
