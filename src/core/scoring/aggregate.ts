import { compare } from '../numeric/fraction.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { allotment } from './aggregations/allotment.ts';
import { bradleyTerry } from './aggregations/bradley-terry.ts';
import { instantRunoff } from './aggregations/instant-runoff.ts';
import { approval, drop, mean, median, sum, trimmed } from './aggregations/location.ts';
import type { MethodInput, Outcome } from './aggregations/method.ts';
import { borda, meanRank } from './aggregations/rankings.ts';
import { schulze } from './aggregations/schulze.ts';
import { type BallotStatus, ballotStatus, statusName, takesPart } from './ballot-status.ts';
import { type BallotTable, isMark, notScored } from './ballot-table.ts';
import { categoryBallots } from './composing/units.ts';
import type { Composites } from './composite.ts';
import type { CategoryScores, EntryScore } from './entry-score.ts';
import { gateFailure } from './gate.ts';
import { competitionPlaces } from './places.ts';
import type { DerivationLine, Panel, SetAside, Standing } from './standing.ts';

type AggregateRules = Pick<TallyRules, 'aggregation' | 'minimumPanel'>;

function outcomeOf(input: MethodInput, { aggregation }: AggregateRules): Outcome {
  switch (aggregation.kind) {
    case 'mean':
      return mean(input);
    case 'sum':
      return sum(input);
    case 'median':
      return median(input);
    case 'trimmed':
      return trimmed(input, aggregation);
    case 'drop':
      return drop(input, aggregation);
    case 'mean-rank':
      return meanRank(input);
    case 'borda':
      return borda(input, aggregation);
    case 'schulze':
      return schulze(input);
    case 'instant-runoff':
      return instantRunoff(input);
    case 'approval':
      return approval(input, aggregation);
    case 'allotment':
      return allotment(input, aggregation);
    case 'bradley-terry':
      return bradleyTerry(input, aggregation);
  }
}

type Unplaced = Omit<EntryScore, 'place' | 'tied'> & { readonly layer: number };

/** Who calls a criterion not applicable to an entry, and how many of the others marked it. */
function notApplicableLine(key: 'left-out' | 'as-lowest', table: BallotTable, column: number, from: number, to: number): DerivationLine {
  const said: string[] = [];
  let marks = 0;
  for (let ballot = from; ballot < to; ballot++) {
    const mark = table.marks[ballot * table.criteria.length + column] ?? 0;
    if (isMark(mark)) marks += 1;
    else if (mark === notScored.notApplicable) said.push(table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '');
  }
  const { id = '', scale } = table.criteria[column] ?? {};
  return { key, facts: { criterion: id, saidBy: said.join(', '), lowest: scale?.min ?? 0, marks } };
}

/** Ballots of one entry sorted into those that take part and those set aside, with the lines that say so. */
function sortedBallots(table: BallotTable, composites: Composites, entry: number, from: number, to: number) {
  const ballots: number[] = [];
  const setAside: SetAside[] = [];
  const lines = [
    ...(composites.leftOut.get(entry) ?? []).map((column) => notApplicableLine('left-out', table, column, from, to)),
    ...(composites.asLowest.get(entry) ?? []).map((column) => notApplicableLine('as-lowest', table, column, from, to)),
  ];
  for (let ballot = from; ballot < to; ballot++) {
    const status = composites.status[ballot];
    if (!takesPart(status)) {
      setAside.push({ ballot, reason: statusName(status) as Exclude<BallotStatus, 'counts' | 'imputed'> });
      continue;
    }
    ballots.push(ballot);
    const judge = table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
    if (status === ballotStatus.imputed) lines.push({ key: 'imputed', facts: { judge } });
  }
  return { ballots, setAside, lines };
}

function placed(unplaced: readonly Unplaced[], better: Outcome['better']): readonly EntryScore[] {
  const order = (a: Unplaced, b: Unplaced): number => {
    if (better === null || a.score === null || b.score === null) return a.layer - b.layer;
    return better === 'higher' ? compare(b.score, a.score) : compare(a.score, b.score);
  };
  const places = competitionPlaces(
    unplaced.filter(({ status }) => status === 'ranked'),
    order,
  );
  return unplaced.map((entry): EntryScore => {
    const { layer: _, ...rest } = entry;
    return { ...rest, place: null, tied: false, ...places.get(entry) };
  });
}

function unplacedOf(panel: Panel & ReturnType<typeof sortedBallots>, standing: Standing, judgeOf: (ballot: number) => string): Unplaced {
  const setAside = [...panel.setAside, ...(standing.setAside ?? [])].sort((a, b) => a.ballot - b.ballot);
  const gone = new Set(standing.setAside?.map(({ ballot }) => ballot));
  const aside = setAside.map(({ ballot, reason }): DerivationLine => ({ key: 'set-aside', facts: { judge: judgeOf(ballot), reason } }));
  return {
    entry: panel.entry,
    status: standing.noPlace ? (standing.noPlace.key === 'gate-not-passed' ? 'not-eligible' : 'insufficient') : 'ranked',
    noPlace: standing.noPlace ?? null,
    score: standing.noPlace ? null : standing.score,
    layer: standing.layer ?? 0,
    derivation: [...panel.lines, ...aside, ...standing.lines],
    ballots: gone.size === 0 ? panel.ballots : panel.ballots.filter((ballot) => !gone.has(ballot)),
    setAside,
  };
}

/**
 * The scores and places of one category by the declared aggregation. An entry that fails a gate is not eligible; one with fewer counted
 * ballots than the minimum panel is insufficient; neither takes part in any comparison. Equal entries share a place: what breaks ties is
 * declared apart (`breakTies`). The order of rows, names and times change nothing.
 */
export function aggregate(table: BallotTable, composites: Composites, category: number, rules: AggregateRules): CategoryScores {
  const { minimumPanel, aggregation } = rules;
  const judgeOf = (ballot: number) => table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
  const all = categoryBallots(table, category).map(({ entry, from, to }) => {
    const sorted = sortedBallots(table, composites, entry, from, to);
    const values = sorted.ballots.map((ballot) => composites.numerator[ballot] ?? 0n);
    const small = { key: 'panel-too-small', facts: { ballots: values.length, needed: minimumPanel } } as const;
    const noPlace = gateFailure(table, entry, from, to) ?? (values.length < minimumPanel ? small : undefined);
    return { entry, ...sorted, values, ...(noPlace && { noPlace }) };
  });
  const panels = all.filter(({ noPlace }) => noPlace === undefined);
  const denominator = composites.denominator[category] ?? 1n;
  const outcome = outcomeOf({ table, panels, denominator, scale: composites.scale, minimumPanel }, rules);
  const standings = new Map(panels.map(({ entry }, i) => [entry, outcome.standings[i]]));
  const unplaced = all.map((panel): Unplaced => {
    const none: Standing = { score: null, lines: [], ...(panel.noPlace && { noPlace: panel.noPlace }) };
    return unplacedOf(panel, standings.get(panel.entry) ?? none, judgeOf);
  });
  const { unit, better, exact } = outcome;
  return { category, aggregation, unit, better, exact, entries: placed(unplaced, better) };
}
