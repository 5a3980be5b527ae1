import { emptySeats } from '#core/checks/data/seats.ts';
import { viewOf } from '#core/checks/view.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { type BallotTable, isMark } from '#core/scoring/ballot-table.ts';
import type { MarkCollector, SeenCriterion } from '#core/scoring/collect-marks.ts';
import { type Criterion, criteriaRefusals } from '#core/scoring/criteria.ts';
import { type Scale, shownMark, usualScale } from '#core/scoring/scale.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { WrittenRules } from '#core/verdict/rules-shape.ts';
import { seatedTable, withoutMarks } from '#core/verdict/seats.ts';

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

type WrittenCriterion = WrittenCriteria[number];

/** The scale a criterion was given, in its own rule or for all; undefined where it has to be guessed. */
function givenScale({ scale, gate }: Pick<WrittenCriterion, 'scale' | 'gate'>, written: WrittenRules): Scale | undefined {
  const given = scale ?? (gate ? undefined : written.scale);
  return given && withStep(given, given.step ?? written.step);
}

const withStep = ({ min, max }: Scale, step: number | undefined): Scale => ({
  min,
  max,
  ...(step !== undefined && step !== 1 && { step }),
});

/** A gate is a question of its own, so its scale is taken from its own marks. */
function gateScale({ lowest, highest }: Pick<SeenCriterion, 'lowest' | 'highest'>): Scale {
  const [min, max] = [lowest ?? 0, highest ?? 1];
  return usualScale(min, max) ?? { min, max: Math.max(max, min + 1) };
}

/** Where every mark is missing no scale can be seen; any will do. */
const unseen: Scale = { min: 1, max: 10 };

/** Criteria as the marks and the rules have them: in the order of the rules, else by name; a criterion applies where it has a row. */
function criteriaOf(written: WrittenRules, collector: MarkCollector): Result<{ criteria: Criterion[]; guessed: ReadonlySet<string> }> {
  const seen = collector.seen();
  const named: WrittenCriteria = written.criteria ?? seen.map(({ id }) => ({ id }));
  const guessed = new Set(named.flatMap((criterion) => (criterion.gate || givenScale(criterion, written) ? [] : [criterion.id])));
  const { scale: shared, refusals } = guessed.size > 0 ? collector.guess(guessed, written.step) : { scale: undefined, refusals: [] };
  if (refusals.length > 0) return { ok: false, refusals };
  const criteria = named.map((criterion): Criterion => {
    const { id, weight = 1, categories, gate, notApplicable } = criterion;
    const met = seen.find((other) => other.id === id);
    const scale = givenScale(criterion, written) ?? (gate && met ? gateScale(met) : withStep(shared ?? unseen, written.step));
    return {
      id,
      weight,
      scale,
      categories: categories ?? [...(met?.categories ?? [])],
      ...(gate && { gate }),
      ...(notApplicable && { notApplicable }),
    };
  });
  return { ok: true, value: { criteria, guessed } };
}

/** The guessed scale without the zeros of empty seats: nobody's zeros say nothing of the scale. */
function guessedAgain(table: BallotTable, guessed: ReadonlySet<string>): readonly Criterion[] {
  const width = table.criteria.length;
  const left = withoutMarks(table, emptySeats(viewOf(table)));
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  left.marks.forEach((mark, cell) => {
    const { id = '', scale = unseen } = table.criteria[cell % width] ?? {};
    if (!isMark(mark) || !guessed.has(id)) return;
    lowest = Math.min(lowest, shownMark(mark, scale));
    highest = Math.max(highest, shownMark(mark, scale));
  });
  const found = lowest > highest ? undefined : usualScale(lowest, highest);
  return table.criteria.map((criterion) =>
    found && guessed.has(criterion.id) ? { ...criterion, scale: withStep(found, criterion.scale.step) } : criterion,
  );
}

/** One table for each round, in the order of the rules. */
export type Filled = { readonly tables: readonly [BallotTable, ...BallotTable[]]; readonly rules: TallyRules; readonly guessed: Guessed };

/** The table and the complete rules: what the rules leave open is taken from the marks, and told. */
export function fillRules(written: WrittenRules, collector: MarkCollector): Result<Filled> {
  const refusals = [...(written.criteria ? misnamed(written.criteria, collector.seen()) : []), ...collector.alike()];
  if (refusals.length > 0) return { ok: false, refusals };
  const found = criteriaOf(written, collector);
  if (!found.ok) return found;
  const { criteria, guessed } = found.value;
  const unfit = criteriaRefusals(criteria);
  if (unfit.length > 0) return { ok: false, refusals: unfit };
  const setAside = written.emptySeats !== 'count';
  const table = setAside ? seatedTable(collector, criteria) : collector.table(criteria);
  if (!table.ok) return table;
  const declared = setAside && guessed.size > 0 ? guessedAgain(table.value, guessed) : criteria;
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
  return {
    ok: true,
    value: { tables: [{ ...table.value, criteria: declared }], rules, guessed: { weights: !weights, scale: guessed.size > 0 } },
  };
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same value without keys that hold nothing. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
