import type { Fit, Uncertainty } from '../calibration/fit.ts';
import { type Fraction, fraction, fromDecimal, toDecimal, toText } from '../numeric/fraction.ts';
import { entryMarks } from '../ranking/criterion-means.ts';
import type { Ladder, TieStep } from '../ranking/ladder.ts';
import { type LevelAward, levelsOf } from '../ranking/levels.ts';
import { type BallotTable, notScored } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores, EntryScore } from '../scoring/entry-score.ts';
import { isTooFew } from './among-ranked.ts';
import { chancesOf } from './finding.ts';
import { correctedPlaces, hasParts, officialPlaces, type Places } from './official-places.ts';
import { six } from './rounding.ts';
import type { TallyRules } from './rules.ts';
import type { Exact, VerdictEntry } from './verdict.ts';

/** All that is known when the standings of a category are written. */
export type Known = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly fit: Fit;
  readonly doubt: Uncertainty;
  readonly scores: CategoryScores;
  readonly ladder: Ladder;
  readonly rules: TallyRules;
  /** True where the corrected score decides. */
  readonly byCorrected: boolean;
  /** Ballots of nothing but zeros that were emptied as empty seats. */
  readonly seats?: ReadonlySet<number>;
};

const exact = (value: Fraction): Exact => ({ fraction: toText(value), decimal: toDecimal(value, 4) });
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function meanOf({ composites }: Known, { ballots }: EntryScore): number | null {
  if (ballots.length === 0) return null;
  return six(ballots.reduce((sum, ballot) => sum + (composites.y[ballot] ?? 0), 0) / ballots.length);
}

/** What may be said of an entry's place: nothing without chances, or for one that has no place. */
function doubtOf({ doubt, fit, scores, rules }: Known, { entry, status }: EntryScore) {
  const claims = status === 'ranked' && chancesOf(fit.categories[scores.category] ?? { posterior: null }, rules.aggregation) === 'given';
  const [low, high] = [doubt.rankLow[entry] ?? 0, doubt.rankHigh[entry] ?? 0];
  return {
    rankInterval: claims && low > 0 ? { low, high } : null,
    pFirst: claims ? six(doubt.pFirst[entry]) : null,
    pTop: claims ? six(doubt.pTop[entry]) : null,
    inWinnerSet: claims && doubt.winnerSet[entry] === 1,
  };
}

/** By entry: the last step that parted it from others with the same score. */
function lastSteps({ steps }: Ladder): ReadonlyMap<number, TieStep> {
  return new Map(steps.flatMap((step) => step.groups.flatMap(({ entries }) => entries.map((entry) => [entry, step] as const))));
}

/** What parted an entry from those with the same score: the last rung that did, and from whom. */
function brokenFor({ table, fit, scores }: Known, entry: number, step: TieStep | undefined): VerdictEntry['tieBroken'] {
  if (!step) return null;
  const others = step.groups.flatMap(({ entries }) => (entries.includes(entry) ? [] : entries));
  // An entry of another part was never to be parted from.
  const from = hasParts(fit, scores) ? others.filter((other) => fit.pool[other] === fit.pool[entry]) : others;
  if (from.length === 0) return null;
  return { by: step.by, criteria: step.criteria, from: from.map((other) => table.entries[other]?.name ?? '').sort() };
}

/**
 * Levels by the official score: exact, or the corrected one at its declared six decimals. Conditions on places are met by nobody where
 * there is no ranking of the whole category.
 */
function awardsOf(known: Known, official: Places): readonly LevelAward[] {
  const { table, composites, fit, scores, byCorrected, rules } = known;
  if (rules.levels.length === 0) return [];
  const ballotsOf = new Map(scores.entries.map(({ entry, ballots }) => [entry, ballots]));
  const marks = entryMarks(table, composites, (entry) => ballotsOf.get(entry) ?? []);
  const floors = new Set(rules.levels.flatMap((level) => level.floors?.map(({ criterion }) => criterion) ?? []));
  const meansOf = (entry: number) =>
    new Map(
      table.criteria.flatMap(({ id }, column) => {
        const mean = floors.has(id) ? marks.mean(entry, column) : undefined;
        return mean ? [[id, mean] as const] : [];
      }),
    );
  const pools = new Set(scores.entries.flatMap(({ entry, status }) => (status === 'ranked' ? [fit.pool[entry] ?? -1] : [])));
  const isOneField = !hasParts(fit, scores) || pools.size === 1;
  const standings = scores.entries.map(({ entry, score, status }) => {
    const value = byCorrected ? (fromDecimal((six(fit.corrected[entry]) ?? 0).toFixed(6)) ?? null) : score;
    const place = isOneField ? (official.get(entry)?.place ?? null) : null;
    return { entry, place, score: status === 'ranked' ? value : null, means: meansOf(entry) };
  });
  return levelsOf(standings, rules.levels);
}

function missingOn({ table, scores }: Known, ballot: number): readonly string[] {
  return weighedIn(table, scores.category).flatMap((column) =>
    table.marks[ballot * table.criteria.length + column] === notScored.missing ? [table.criteria[column]?.id ?? ''] : [],
  );
}

/** Who goes through: by place; where there are no places, all, if there are seats for all. */
function goThrough({ scores, rules }: Known, { status }: EntryScore, place: number | undefined): boolean {
  if (place !== undefined) return place <= rules.seats;
  return status === 'ranked' && isTooFew(scores) && scores.entries.filter((other) => other.status === 'ranked').length <= rules.seats;
}

/** The lines of a derivation with the reason of ballots that were emptied as seats, which is not that they came empty. */
function derivationOf({ table, seats }: Known, { derivation, setAside }: EntryScore): VerdictEntry['derivation'] {
  const judges = new Set(
    setAside.flatMap(({ ballot }) => (seats?.has(ballot) ? [table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? ''] : [])),
  );
  if (judges.size === 0) return derivation;
  return derivation.map((line) =>
    line.key === 'set-aside' && judges.has(String(line.facts.judge)) ? { ...line, facts: { ...line.facts, reason: 'empty-seat' } } : line,
  );
}

/** The standings of one category: by official place, then by exact score, then by name; entries without a place last. */
export function standingsOf(known: Known): readonly VerdictEntry[] {
  const { table, composites, fit, scores, ladder, byCorrected } = known;
  const places = officialPlaces(known);
  const corrected = byCorrected ? places : correctedPlaces(known);
  const awards = new Map(awardsOf(known, places).map((award) => [award.entry, award]));
  const parted = lastSteps(ladder);
  const denominator = composites.denominator[scores.category] ?? 1n;
  const judgeOf = (ballot: number): string => table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
  const entries = scores.entries.map((score): VerdictEntry => {
    const { entry, status, ballots, setAside } = score;
    const { name = '', group = null } = table.entries[entry] ?? {};
    const official = places.get(entry);
    return {
      entry: name,
      group,
      status,
      noPlace: score.noPlace,
      rank: official?.place ?? null,
      tied: official?.tied ?? false,
      tieBroken: byCorrected ? null : brokenFor(known, entry, parted.get(entry)),
      level: awards.get(entry)?.level ?? null,
      levelChecks: awards.get(entry)?.checks ?? [],
      raw: score.score && exact(score.score),
      rawRank: ladder.places.get(entry)?.place ?? null,
      mean: meanOf(known, score),
      corrected: six(fit.corrected[entry]),
      correctedRank: corrected.get(entry)?.place ?? null,
      standardError: status === 'ranked' ? six(fit.standardError[entry]) : null,
      ...doubtOf(known, score),
      goesThrough: goThrough(known, score, official?.place),
      pool: (fit.pool[entry] ?? -1) < 0 ? null : (fit.pool[entry] ?? null),
      derivation: derivationOf(known, score),
      ballots: ballots.map((ballot) => ({
        judge: judgeOf(ballot),
        composite: toText(fraction(composites.numerator[ballot] ?? 0n, denominator)),
      })),
      setAside: setAside.map(({ ballot, reason }) => ({
        judge: judgeOf(ballot),
        reason: known.seats?.has(ballot) ? 'empty-seat' : reason,
        missing: reason === 'incomplete' ? missingOn(known, ballot) : [],
      })),
    };
  });
  const last = Number.MAX_SAFE_INTEGER;
  const by = (a: number | null, b: number | null): number => (a ?? last) - (b ?? last);
  return entries.sort((a, b) => by(a.pool, b.pool) || by(a.rank, b.rank) || by(a.rawRank, b.rawRank) || byText(a.entry, b.entry));
}
