import type { Facts } from '../problems/problem.ts';
import type { Refusal } from '../problems/refusal.ts';
import { type Criterion, criteriaIn } from './criteria.ts';

/**
 * One mark in long form. `mark` is a whole number on the criterion's scale, or null where the judge gave none: never zero.
 * `file` and `row` say where it was read, for refusals.
 */
export type Mark = {
  readonly category: string;
  readonly entry: string;
  readonly judge: string;
  readonly criterion: string;
  readonly mark: number | null;
  readonly file?: string;
  readonly row?: number;
};

/** One judge's marks on one entry by criterion; what is missing from it or null was not marked. */
export type Ballot = ReadonlyMap<string, Mark>;

/** Ballots by category, entry and judge. Every key keeps the order in which it was met. */
export type Ballots = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Ballot>>>;

type Nested = Map<string, Map<string, Map<string, Map<string, Mark>>>>;

function within<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function factsOf(mark: Mark): Facts {
  const { category, entry, judge, criterion, file = null, row = null } = mark;
  return { category, entry, judge, criterion, file, row };
}

function refusalOf(mark: Mark, criterion: Criterion | undefined, earlier: Mark | undefined): Refusal | undefined {
  if (!criterion) return { code: 'scoring.unknown-criterion', facts: factsOf(mark) };
  if (earlier)
    return { code: 'scoring.mark-twice', facts: { ...factsOf(mark), firstRow: earlier.row ?? null, firstFile: earlier.file ?? null } };
  if (mark.mark === null) return undefined;
  const facts = { ...factsOf(mark), mark: Number.isFinite(mark.mark) ? mark.mark : String(mark.mark), ...criterion.scale };
  if (!Number.isSafeInteger(mark.mark)) return { code: 'scoring.mark-not-whole', facts };
  const { min, max } = criterion.scale;
  return mark.mark < min || mark.mark > max ? { code: 'scoring.mark-outside-scale', facts } : undefined;
}

/**
 * Gathers marks into ballots, one pass over rows in any order. Each mark must name a criterion of its category, be a whole number on
 * its scale, and stand once; each that does not is refused by name. With `entries` given, a mark for any other entry is refused.
 */
export function gatherBallots(
  criteria: readonly Criterion[],
  marks: Iterable<Mark>,
  entries?: readonly { readonly category: string; readonly entry: string }[],
): { readonly ballots: Ballots; readonly refusals: readonly Refusal[] } {
  const ballots: Nested = new Map();
  const refusals: Refusal[] = [];
  for (const { category, entry } of entries ?? []) {
    const inCategory = within(ballots, category, () => new Map());
    if (inCategory.has(entry)) refusals.push({ code: 'scoring.entry-twice', facts: { category, entry } });
    inCategory.set(entry, new Map());
  }
  const known = new Map<string, Map<string, Criterion>>();
  for (const mark of marks) {
    const { category, entry, judge, criterion } = mark;
    if (entries && !ballots.get(category)?.has(entry)) {
      refusals.push({ code: 'scoring.unknown-entry', facts: factsOf(mark) });
      continue;
    }
    const byId = within(known, category, () => new Map(criteriaIn(criteria, category).map((c) => [c.id, c])));
    const judges = within(
      within(ballots, category, () => new Map()),
      entry,
      () => new Map(),
    );
    const ballot = within(judges, judge, () => new Map());
    const refusal = refusalOf(mark, byId.get(criterion), ballot.get(criterion));
    if (refusal) refusals.push(refusal);
    else ballot.set(criterion, mark);
  }
  return { ballots, refusals };
}
