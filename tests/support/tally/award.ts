/** Award rules and scorecards as people write them, counted by the tally itself: for tests of what they come to. */

import { awardFor } from '#core/awarding/by-category.ts';
import { type Award, awardShape } from '#core/awarding/shape.ts';
import { toTally } from '#core/awarding/to-tally.ts';
import { breakTies } from '#core/ranking/ladder.ts';
import { levelsOf } from '#core/ranking/levels.ts';
import { type Scorecards, scorecardsShape } from '#core/scorecards/shape.ts';
import { aggregate } from '#core/scoring/aggregate.ts';
import type { BallotTable, MarkRow } from '#core/scoring/ballot-table.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import { composites } from '#core/scoring/composite.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { stepsIn } from '#core/scoring/scale.ts';
import type { MetricValue, VoteCount } from '#core/verdict/blended/sources.ts';
import { exactTally } from '#core/verdict/recounted/exact-tally.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { marksOf } from './scores.ts';

/** One criterion on 1–10, to thousandths, so that any score can be given by one judge. */
const oneToTen = { card: { criteria: [{ key: 'craft', name: 'Craft', kind: 'judged', scale: { min: 1, max: 10, step: 0.001 } }] } };

export const award = (written: object): Award => awardShape.parse(written);
export const scorecards = (written: object): Scorecards => scorecardsShape.parse(written);

export function rulesOf(written: object, cards: object = oneToTen, category = 'Team'): TallyRules {
  const known = scorecards(cards);
  const [scorecard = ''] = Object.keys(known);
  const rules = toTally({
    rules: awardFor(award(written), category),
    scorecards: known,
    categories: [{ category, scorecard }],
    seed: 'seed',
  });
  if (!rules.ok) throw new Error(JSON.stringify(rules.refusals));
  return rules.value;
}

/** The table of marks as judges give them. */
function tableOf(criteria: readonly Criterion[], rows: readonly MarkRow[]): BallotTable {
  const inSteps = rows.map(({ mark, ...row }) => {
    const scale = criteria.find(({ id }) => id === row.criterion)?.scale ?? {};
    return { ...row, mark: typeof mark === 'number' ? (stepsIn(mark, scale) ?? Number.NaN) : mark };
  });
  const table = ballotTable(criteria, inSteps);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return table.value;
}

type Given = {
  readonly rounds: readonly (readonly MarkRow[])[];
  readonly votes?: Readonly<Record<string, number>>;
  readonly values?: readonly MetricValue[];
};

/** Each entry as `A =1 31/4 Gold`: place (= where shared), exact score, level; best first, those without a place by their reason. */
export function countedBy(rules: TallyRules, { rounds, votes = {}, values = [] }: Given): string[] {
  const tables = rounds.map((rows, i) => tableOf(rules.rounds?.[i]?.criteria ?? rules.criteria, rows));
  const counts = Object.entries(votes).map(
    ([entry, n]): VoteCount => ({ category: 'Team', entry, votes: String(n), file: null, row: null }),
  );
  const result = exactTally({ rounds: tables, values, votes: counts }, rules, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.categories.flatMap(({ entries }) =>
    entries.map(({ entry, rank, tied, raw, level, noPlace }) =>
      noPlace ? `${entry} ${noPlace.key}` : `${entry} ${tied ? '=' : ''}${rank ?? '–'} ${raw?.fraction} ${level ?? '–'}`,
    ),
  );
}

/** The levels of entries that got these scores from one judge each, by ladder and levels alone; in the order given, 1–10 unless said otherwise. */
export function levelsBy(written: object, scores: readonly number[], cards: object = oneToTen): (string | null)[] {
  const rules = rulesOf({ minimumPanel: 1, ...written }, cards);
  const names = scores.map((_, i) => String.fromCharCode(65 + i));
  const rows = marksOf(Object.fromEntries(scores.map((mark, i) => [names[i] ?? '', { Ann: { [rules.criteria[0]?.id ?? '']: mark } }])));
  const table = tableOf(rules.criteria, rows);
  const weighed = composites(table);
  const counted = aggregate(table, weighed, 0, rules);
  const { places } = breakTies(table, weighed, counted, rules);
  const standings = counted.entries.map(({ entry, score }) => ({ entry, score, place: places.get(entry)?.place ?? null }));
  const awards = levelsOf(standings, rules.levels);
  return names.map((name) => awards.find(({ entry }) => table.entries[entry]?.name === name)?.level ?? null);
}
