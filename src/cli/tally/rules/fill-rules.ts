import { emptySeats } from '#core/checks/data/seats.ts';
import { viewOf } from '#core/checks/view.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { type BallotTable, isMark } from '#core/scoring/ballot-table.ts';
import type { MarkCollector, SeenCriterion } from '#core/scoring/collect-marks.ts';
import { type Criterion, criteriaRefusals } from '#core/scoring/criteria.ts';
import { guessScale } from '#core/scoring/scale.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { WrittenRules } from '#core/verdict/rules-shape.ts';
import { narrowed, widened, withoutMarks } from '#core/verdict/seats.ts';

/** What was guessed rather than given; it is said beside the result. */
export type Guessed = { readonly weights: boolean; readonly scale: boolean };

type WrittenCriteria = NonNullable<WrittenRules['criteria']>;

/** Criteria the rules name and nobody marked, and the other way round. */
export function misnamed(written: WrittenCriteria, seen: readonly SeenCriterion[]): Refusal[] {
  const found = seen.map(({ id }) => id).join(', ');
  const extra = written.filter(({ id }) => !seen.some((other) => other.id === id));
  const missing = seen.filter(({ id }) => !written.some((other) => other.id === id));
  return [
    ...extra.map(({ id }): Refusal => ({ code: 'tally.weight-without-marks', facts: { criterion: id, found } })),
    ...missing.map(({ id }): Refusal => ({ code: 'tally.criterion-without-weight', facts: { criterion: id } })),
  ];
}

/** Marks up to 10 on one criterion and far beyond on another were hardly given on one scale, and a guess would let the longer one decide. */
function mixed(seen: readonly SeenCriterion[], given: ReadonlySet<string>): Refusal[] {
  const guessing = seen.filter(({ id, highest }) => !given.has(id) && highest !== null);
  const long = guessing.find(({ highest }) => (highest ?? 0) > 10);
  const short = guessing.find(({ highest }) => (highest ?? 0) <= 10);
  if (!long || !short) return [];
  const facts = { criterion: long.id, highest: long.highest, other: short.id, otherHighest: short.highest };
  return [{ code: 'tally.mixed-scales', facts }];
}

const scaleOver = (seen: readonly SeenCriterion[]) =>
  guessScale(seen.flatMap(({ lowest, highest }) => (lowest === null || highest === null ? [] : [lowest, highest])));

/** Criteria as the marks and the rules have them: in the order of the rules, else by name; a criterion applies where it has a row. */
function criteriaOf(
  written: WrittenRules,
  seen: readonly SeenCriterion[],
): { readonly criteria: readonly Criterion[]; readonly guessed: ReadonlySet<string> } {
  const named: WrittenCriteria = written.criteria ?? seen.map(({ id }) => ({ id }));
  const own = new Map(named.map((criterion) => [criterion.id, criterion.scale ?? (criterion.gate ? undefined : written.scale)]));
  const guessing = named.filter(({ id }) => own.get(id) === undefined);
  const shared = scaleOver(seen.filter(({ id }) => guessing.some((other) => other.id === id && !other.gate)));
  const criteria = named.map(({ id, weight = 1, categories, gate }): Criterion => {
    const met = seen.find((other) => other.id === id);
    const scale = own.get(id) ?? (gate ? scaleOver(met ? [met] : []) : shared);
    return { id, weight, scale, categories: categories ?? [...(met?.categories ?? [])], ...(gate && { gate }) };
  });
  return { criteria, guessed: new Set(guessing.filter(({ gate }) => !gate).map(({ id }) => id)) };
}

/** The guessed scale without the zeros of empty seats: nobody's zeros say nothing of the scale. */
function guessedAgain(table: BallotTable, guessed: ReadonlySet<string>): readonly Criterion[] {
  const width = table.criteria.length;
  const left = withoutMarks(table, emptySeats(viewOf(table)));
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  left.marks.forEach((mark, cell) => {
    if (!isMark(mark) || !guessed.has(table.criteria[cell % width]?.id ?? '')) return;
    lowest = Math.min(lowest, mark);
    highest = Math.max(highest, mark);
  });
  if (lowest > highest) return table.criteria;
  const scale = guessScale([lowest, highest]);
  return table.criteria.map((criterion) => (guessed.has(criterion.id) ? { ...criterion, scale } : criterion));
}

/** One table for each round, in the order of the rules. */
export type Filled = { readonly tables: readonly [BallotTable, ...BallotTable[]]; readonly rules: TallyRules; readonly guessed: Guessed };

/** The table and the complete rules: what the rules leave open is taken from the marks, and told. */
export function fillRules(written: WrittenRules, collector: MarkCollector): Result<Filled> {
  const seen = collector.seen();
  const given = new Set(
    written.scale ? seen.map(({ id }) => id) : written.criteria?.flatMap(({ id, scale, gate }) => (scale || gate ? [id] : [])),
  );
  const refusals = [...(written.criteria ? misnamed(written.criteria, seen) : []), ...mixed(seen, given)];
  if (refusals.length > 0) return { ok: false, refusals };
  const { criteria, guessed } = criteriaOf(written, seen);
  const unfit = criteriaRefusals(criteria);
  if (unfit.length > 0) return { ok: false, refusals: unfit };
  const setAside = written.emptySeats !== 'count';
  const built = collector.table(setAside ? widened(criteria) : criteria);
  if (!built.ok) return built;
  const declared = setAside && guessed.size > 0 ? guessedAgain({ ...built.value, criteria }, guessed) : criteria;
  const table = setAside ? narrowed(built.value, declared) : built;
  if (!table.ok) return table;
  const { version, aggregation, official, minimumPanel, ties, levels, seats, seed, draws, priors, seatsAtRandom } = written;
  const { notApplicable, skipped, emptySeats: seatsRule } = written;
  const rules: TallyRules = {
    version,
    criteria: declared,
    aggregation: defined(aggregation),
    ...(notApplicable && { notApplicable }),
    ...(skipped && { skipped }),
    ...(seatsRule && { emptySeats: seatsRule }),
    official,
    minimumPanel,
    ties,
    levels: levels.map(defined),
    seats,
    seed,
    draws,
    priors,
    seatsAtRandom,
  };
  const weights = written.criteria?.some(({ weight }) => weight !== undefined) === true;
  return { ok: true, value: { tables: [table.value], rules, guessed: { weights: !weights, scale: guessed.size > 0 } } };
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same value without keys that hold nothing. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
