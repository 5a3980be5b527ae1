/** What a winner owes its place to and how sure its score is, read off the count it rests on. Pure. */

import { compare, type Fraction, fraction, multiply, subtract, toDecimal } from '#core/numeric/fraction.ts';
import { shownScale } from '#core/scoring/composing/units.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { isOnScale } from '#core/verdict/rules-refusals.ts';
import { type CountedCriterion, type CountedEntry, criteriaIn, rulesIn } from '../counting/counted.ts';
import { half } from './told.ts';
import { type Counted, verdictOfTally } from './verdict.ts';

/** Means under one criterion, two decimals; `others` null where they are so few that theirs would tell of single entries. */
type Strength = { readonly criterion: string; readonly mean: string; readonly others: string | null };

export type Apart = {
  readonly scale: { readonly min: number; readonly max: number } | null;
  /** 90 % range of the score, and the score it belongs to where that was corrected for how its judges mark; null where there is none. */
  readonly range: { readonly corrected: string | null; readonly low: string; readonly high: string } | null;
  readonly strengths: readonly Strength[];
};

/** Fewer than these are no field to stand out from. */
const fewest = 3;
const told = 2;

function meanMark(entries: readonly CountedEntry[], { id: criterion, steps = 1 }: CountedCriterion): Fraction | undefined {
  const marks = entries.flatMap(({ ballots }) => ballots.flatMap(({ marks: own }) => own[criterion] ?? []));
  return marks.length === 0 ? undefined : fraction(BigInt(marks.reduce((sum, mark) => sum + mark, 0)), BigInt(marks.length * steps));
}

/** The criteria that lifted an entry most above the others, by weight; among so few others, those it was marked highest in. */
function strengthsOf({ result }: Counted, entry: CountedEntry): readonly Strength[] {
  const others = result.entries.filter(
    ({ category, division, entry: id, rank }) =>
      category === entry.category && division === entry.division && id !== entry.entry && rank !== null,
  );
  const isField = others.length >= fewest;
  const all = criteriaIn(result, entry.category).flatMap((criterion) => {
    const { name, weight, min, max, gate } = criterion;
    const mean = meanMark([entry], criterion);
    const theirs = isField ? meanMark(others, criterion) : undefined;
    // A yes-or-no question lifts nobody.
    if (!mean || gate) return [];
    // Marks on scales of different lengths are compared as parts of them.
    const lift = multiply(subtract(mean, theirs ?? fraction(min)), fraction(theirs ? weight : 1, max - min));
    return [{ criterion: name, mean: toDecimal(mean, 2), others: theirs ? toDecimal(theirs, 2) : null, lift }];
  });
  return all
    .filter(({ lift, others: theirs }) => theirs === null || lift.n > 0n)
    .sort((a, b) => compare(b.lift, a.lift))
    .slice(0, told)
    .map(({ lift: _by, ...strength }) => strength);
}

/** What scores of a category are told on; null where they are none on a scale. */
function scaleIn(result: Counted['result'], category: string): Apart['scale'] {
  const rules = rulesIn(result, category);
  if (rules && !isOnScale(rules.aggregation)) return null;
  const criteria = (rules?.criteria ??
    result.criteria.map(({ min, max, ...each }) => ({ ...each, scale: { min, max } }))) as readonly Criterion[];
  return criteria.length === 0 ? null : shownScale(criteria).scale;
}

function rangeOf(counted: Counted, { entry, category, division }: CountedEntry): Apart['range'] {
  const own = verdictOfTally(counted)?.categories.find((each) => each.category === category && each.division === (division ?? undefined));
  const doubted = own?.entries.find(({ entry: id }) => id === entry);
  const point = doubted?.corrected ?? doubted?.mean;
  const scale = scaleIn(counted.result, category);
  if (!doubted?.standardError || point === null || point === undefined || !scale) return null;
  const reach = half * doubted.standardError;
  return {
    corrected: doubted.corrected === null ? null : doubted.corrected.toFixed(2),
    low: Math.max(scale.min, point - reach).toFixed(2),
    high: Math.min(scale.max, point + reach).toFixed(2),
  };
}

export function apartOf(counted: Counted | undefined, id: string): Apart {
  const entry = counted?.result.entries.find((each) => each.entry === id);
  if (!counted || !entry) return { scale: null, range: null, strengths: [] };
  return {
    scale: scaleIn(counted.result, entry.category),
    range: rangeOf(counted, entry),
    strengths: strengthsOf(counted, entry),
  };
}
