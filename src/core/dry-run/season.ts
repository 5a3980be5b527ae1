/** One season: entries planted, seats dealt as they are dealt to judges, ballots marked, and counted as results are counted. */
import { assign } from '../assignment/round-robin.ts';
import type { MarkRow } from '../scoring/ballot-table.ts';
import { ballotTable } from '../scoring/collect-marks.ts';
import type { Criterion } from '../scoring/criteria.ts';
import { isBlend } from '../verdict/blended/blend-refusals.ts';
import { blendedVerdict } from '../verdict/blended/blended-verdict.ts';
import type { MetricValue, VoteCount } from '../verdict/blended/sources.ts';
import type { MetricRule, TallyRules } from '../verdict/rules.ts';
import type { Verdict, VerdictCategory } from '../verdict/verdict.ts';
import { verdictOf } from '../verdict/verdict-of.ts';
import type { Asked } from './asked.ts';
import { ballotOf, exactly, judgesOf, type Manner } from './panel.ts';
import { type Group, groupsOf, type Plan } from './plan.ts';
import { measured, mostVotes, type PlantedEntry, plant } from './planted.ts';

export type Season = {
  readonly categories: readonly VerdictCategory[];
  /** Seats dealt, by judge; and entries that got fewer than asked. */
  readonly loads: ReadonlyMap<string, number>;
  readonly short: number;
};

type Judging = { readonly plan: Plan; readonly asked: Asked; readonly seed: string; readonly manner: Manner };

const plantedIn = ({ plan, asked, seed }: Judging): readonly PlantedEntry[] =>
  plan.categories.flatMap(({ category }) => plant(category, asked.entries, asked, seed));

type Dealt = { readonly panels: ReadonlyMap<string, readonly string[]>; readonly short: number };

/** Seats of one round, dealt by the assignment that deals real ones. */
function dealt({ plan, asked, seed }: Judging, entries: readonly PlantedEntry[], round: string): Dealt {
  const { seats, short } = assign({
    entries: entries.map(({ entry: id, category }) => ({ id, category })),
    judges: judgesOf(asked.judges).map((id) => ({ id, excluded: [] })),
    seatsPerEntry: plan.award.judges,
    seed: `${seed}/seats/${round}`,
  });
  const panels = new Map<string, string[]>();
  for (const { entry, judge } of seats) panels.set(entry, [...(panels.get(entry) ?? []), judge]);
  return { panels, short: short.length };
}

const inCategory = ({ categories }: { readonly categories?: readonly string[] }, category: string) =>
  categories?.includes(category) ?? true;

function rowsOf(
  judging: Judging,
  entries: readonly PlantedEntry[],
  { panels }: Dealt,
  criteria: readonly Criterion[],
  round: string,
): MarkRow[] {
  const own = new Map<string, readonly Criterion[]>();
  return entries.flatMap((entry) => {
    const applying = own.get(entry.category) ?? criteria.filter((each) => inCategory(each, entry.category));
    own.set(entry.category, applying);
    return (panels.get(entry.entry) ?? []).flatMap((judge) => ballotOf(`${judging.seed}/${round}`, judging.manner, entry, judge, applying));
  });
}

function tableOf(criteria: readonly Criterion[], rows: readonly MarkRow[], entries: readonly PlantedEntry[]) {
  const table = ballotTable(
    criteria,
    rows,
    entries.map(({ category, entry }) => ({ category, entry })),
  );
  if (!table.ok) throw new RangeError(`synthetic marks were refused: ${table.refusals[0]?.code}`);
  return table.value;
}

const nowhere = { file: null, row: null };

function valuesOf({ plan }: Judging, metrics: readonly MetricRule[], entries: readonly PlantedEntry[]): MetricValue[] {
  const rules = new Map(Object.values(plan.scorecards).flatMap(({ criteria }) => criteria.map((each) => [each.key, each] as const)));
  return entries.flatMap(({ entry, category, worth }) =>
    metrics
      .filter((metric) => inCategory(metric, category))
      .flatMap(({ metric }): MetricValue[] => {
        const rule = rules.get(metric);
        return rule?.kind === 'metric' ? [{ ...nowhere, metric, category, entry, value: measured(rule, worth(metric)) }] : [];
      }),
  );
}

/** What is counted of every entry: votes, or each of several things. */
function votesOf({ votes, counts = [] }: TallyRules, entries: readonly PlantedEntry[]): VoteCount[] {
  const drawn = (worth: number): string => String(Math.round(mostVotes * worth));
  return entries.flatMap(({ entry, category, worth }): VoteCount[] => [
    ...(votes ? [{ ...nowhere, category, entry, votes: drawn(worth('votes')) }] : []),
    ...counts
      .filter((rule) => inCategory(rule, category))
      .map(({ count }) => ({ ...nowhere, category, entry, count, votes: drawn(worth(count)) })),
  ]);
}

/** The verdict on one group of categories: every stage of the tally that a real count goes through. */
function counted(judging: Judging, { tally }: Group, entries: readonly PlantedEntry[], deals: ReadonlyMap<string, Dealt>): Verdict {
  const [only] = deals.values();
  const deal = (round: string): Dealt => deals.get(round) ?? only ?? { panels: new Map(), short: 0 };
  if (!isBlend(tally)) {
    const verdict = verdictOf(tableOf(tally.criteria, rowsOf(judging, entries, deal(''), tally.criteria, ''), entries), tally);
    if (!verdict.ok) throw new RangeError(`a synthetic season was refused: ${verdict.refusals[0]?.code}`);
    return verdict.value;
  }
  const rounds = (tally.rounds ?? []).map(({ round, criteria }) =>
    tableOf(criteria, rowsOf(judging, entries, deal(round), criteria, round), entries),
  );
  const sources = { rounds, values: valuesOf(judging, tally.metrics ?? [], entries), votes: votesOf(tally, entries) };
  const verdict = blendedVerdict(sources, tally);
  if (!verdict.ok) throw new RangeError(`a synthetic season was refused: ${verdict.refusals[0]?.code}`);
  return verdict.value;
}

/**
 * A whole season of synthetic entries by the rules of a plan. The same plan, figures and seed make the same season on every machine.
 * `manner` says how judges mark, where it is not what was asked for. @throws RangeError where `dryRunRefusals` has reasons
 */
export function seasonOf(plan: Plan, asked: Asked, seed: string, manner: Manner = asked): Season {
  const judging: Judging = { plan, asked, seed, manner };
  const groups = groupsOf(plan, seed);
  if (!groups.ok) throw new RangeError(`a synthetic season was refused: ${groups.refusals[0]?.code}`);
  const planted = Map.groupBy(plantedIn(judging), ({ category }) => category);
  const entries = [...planted.values()].flat();
  const rounds = plan.award.rounds?.map(({ round }) => round) ?? [''];
  const deals = new Map(rounds.map((round) => [round, dealt(judging, entries, round)]));
  const loads = new Map<string, number>();
  for (const { panels } of deals.values()) for (const judge of [...panels.values()].flat()) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  const verdicts = groups.value.map((group) =>
    counted(
      judging,
      group,
      group.categories.flatMap((category) => planted.get(category) ?? []),
      deals,
    ),
  );
  return {
    categories: verdicts.flatMap(({ categories }) => categories),
    loads,
    short: [...deals.values()].reduce((sum, { short }) => sum + short, 0),
  };
}

/** The same season as judges without severity or noise would have marked it: what the entries truly come to by these rules. */
export const trueSeasonOf = (plan: Plan, asked: Asked, seed: string): Season => seasonOf(plan, asked, seed, exactly);
