import type { Fit, Uncertainty } from '../calibration/fit.ts';
import { type Fraction, fraction, fromDecimal, toDecimal, toText } from '../numeric/fraction.ts';
import { entryMarks } from '../ranking/criterion-means.ts';
import type { Ladder, TieStep } from '../ranking/ladder.ts';
import { type LevelAward, levelsOf } from '../ranking/levels.ts';
import { type BallotTable, notScored } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores, EntryScore } from '../scoring/entry-score.ts';
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
};

const exact = (value: Fraction): Exact => ({ fraction: toText(value), decimal: toDecimal(value, 4) });
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Places of the corrected score among ranked entries of the same pool, at declared rounding: equal there is equal. */
export function correctedRanks({
  fit,
  scores,
}: Pick<Known, 'fit' | 'scores'>): ReadonlyMap<number, { readonly rank: number; readonly tied: boolean }> {
  const ranks = new Map<number, { rank: number; tied: boolean }>();
  const placed = scores.entries.filter(({ status, entry }) => status === 'ranked' && (fit.pool[entry] ?? -1) >= 0);
  const value = (entry: number): number => six(fit.corrected[entry]) ?? Number.NEGATIVE_INFINITY;
  const pools = new Map<number, number[]>();
  for (const { entry } of placed) {
    const pool = fit.pool[entry] ?? -1;
    const known = pools.get(pool);
    if (known) known.push(entry);
    else pools.set(pool, [entry]);
  }
  for (const pool of pools.values()) {
    pool.sort((a, b) => value(b) - value(a) || a - b);
    let rank = 1;
    pool.forEach((entry, i) => {
      const [before, after] = [pool[i - 1], pool[i + 1]];
      const equal = (other: number | undefined) => other !== undefined && value(other) === value(entry);
      if (!equal(before)) rank = i + 1;
      ranks.set(entry, { rank, tied: equal(before) || equal(after) });
    });
  }
  return ranks;
}

function meanOf({ composites }: Known, { ballots }: EntryScore): number | null {
  if (ballots.length === 0) return null;
  return six(ballots.reduce((sum, ballot) => sum + (composites.y[ballot] ?? 0), 0) / ballots.length);
}

/** What may be said of an entry's place: nothing without a posterior, or for one that has no place. */
function doubtOf({ doubt, fit, scores }: Known, { entry, status }: EntryScore) {
  const claims = status === 'ranked' && (fit.categories[scores.category]?.posterior ?? null) !== null;
  const [low, high] = [doubt.rankLow[entry] ?? 0, doubt.rankHigh[entry] ?? 0];
  return {
    rankInterval: claims && low > 0 ? { low, high } : null,
    pFirst: claims ? six(doubt.pFirst[entry]) : null,
    pTop: claims ? six(doubt.pTop[entry]) : null,
    inWinnerSet: claims && doubt.winnerSet[entry] === 1,
  };
}

type Ranks = ReturnType<typeof correctedRanks>;

/** The official place of an entry: of the corrected score, or of the exact one with its ties broken as declared. */
function officialOf(
  { ladder, byCorrected }: Known,
  corrected: Ranks,
  entry: number,
): { readonly place: number; readonly tied: boolean } | undefined {
  if (!byCorrected) return ladder.places.get(entry);
  const own = corrected.get(entry);
  return own && { place: own.rank, tied: own.tied };
}

/** By entry: the last step that parted it from others with the same score. */
function lastSteps({ steps }: Ladder): ReadonlyMap<number, TieStep> {
  return new Map(steps.flatMap((step) => step.groups.flatMap(({ entries }) => entries.map((entry) => [entry, step] as const))));
}

/** What parted an entry from those with the same score: the last rung that did, and from whom. */
function brokenFor({ table }: Known, entry: number, step: TieStep | undefined): VerdictEntry['tieBroken'] {
  if (!step) return null;
  const from = step.groups.flatMap(({ entries }) => (entries.includes(entry) ? [] : entries));
  return { by: step.by, criteria: step.criteria, from: from.map((other) => table.entries[other]?.name ?? '').sort() };
}

/** Levels by the official score: exact, or the corrected one at its declared six decimals. */
function awardsOf(known: Known, corrected: Ranks): readonly LevelAward[] {
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
  const standings = scores.entries.map(({ entry, score }) => {
    const official = officialOf(known, corrected, entry);
    const value = byCorrected ? (fromDecimal((six(fit.corrected[entry]) ?? 0).toFixed(6)) ?? null) : score;
    return { entry, place: official?.place ?? null, score: official ? value : null, means: meansOf(entry) };
  });
  return levelsOf(standings, rules.levels);
}

function missingOn({ table, scores }: Known, ballot: number): readonly string[] {
  return weighedIn(table, scores.category).flatMap((column) =>
    table.marks[ballot * table.criteria.length + column] === notScored.missing ? [table.criteria[column]?.id ?? ''] : [],
  );
}

/** The standings of one category: by official place, then by name; entries without a place last. */
export function standingsOf(known: Known): readonly VerdictEntry[] {
  const { table, composites, fit, scores, ladder, byCorrected, rules } = known;
  const corrected = correctedRanks(known);
  const awards = new Map(awardsOf(known, corrected).map((award) => [award.entry, award]));
  const parted = lastSteps(ladder);
  const denominator = composites.denominator[scores.category] ?? 1n;
  const judgeOf = (ballot: number): string => table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
  const entries = scores.entries.map((score): VerdictEntry => {
    const { entry, status, ballots, setAside } = score;
    const { name = '', group = null } = table.entries[entry] ?? {};
    const own = corrected.get(entry);
    const official = officialOf(known, corrected, entry);
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
      correctedRank: own?.rank ?? null,
      standardError: status === 'ranked' ? six(fit.standardError[entry]) : null,
      ...doubtOf(known, score),
      goesThrough: official !== undefined && official.place <= rules.seats,
      pool: (fit.pool[entry] ?? -1) < 0 ? null : (fit.pool[entry] ?? null),
      derivation: score.derivation,
      ballots: ballots.map((ballot) => ({
        judge: judgeOf(ballot),
        composite: toText(fraction(composites.numerator[ballot] ?? 0n, denominator)),
      })),
      setAside: setAside.map(({ ballot, reason }) => ({
        judge: judgeOf(ballot),
        reason,
        missing: reason === 'incomplete' ? missingOn(known, ballot) : [],
      })),
    };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return entries.sort((a, b) => (a.pool ?? last) - (b.pool ?? last) || (a.rank ?? last) - (b.rank ?? last) || byText(a.entry, b.entry));
}
