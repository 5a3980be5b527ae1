import { compare, type Fraction, fraction, fromDecimal, toText } from '../../numeric/fraction.ts';
import type { Aggregation } from '../../verdict/rules.ts';
import type { DerivationLine, Panel, Standing } from '../standing.ts';
import { byValue, type MethodInput, type Outcome, total } from './method.ts';

type Rule<K extends Aggregation['kind']> = Extract<Aggregation, { kind: K }>;

const onScale = (standings: readonly Standing[]): Outcome => ({ unit: 'scale', better: 'higher', exact: true, standings });

function meanOf({ values }: Panel, denominator: bigint): Standing & { readonly score: Fraction } {
  const sum = total(values);
  const score = fraction(sum, denominator * BigInt(values.length));
  const facts = { sum: toText(fraction(sum, denominator)), ballots: values.length, score: toText(score) };
  return { score, lines: [{ key: 'mean', facts }] };
}

/** Σ composites / ballots. */
export const mean = ({ panels, denominator }: MethodInput): Outcome => onScale(panels.map((panel) => meanOf(panel, denominator)));

function medianOf({ values }: Panel, denominator: bigint): Standing {
  const sorted = [...values].sort(byValue);
  const middle = sorted.length / 2;
  const [low = 0n, high = 0n] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  const score = fraction(low + high, 2n * denominator);
  const facts = {
    ballots: values.length,
    low: toText(fraction(low, denominator)),
    high: toText(fraction(high, denominator)),
    score: toText(score),
  };
  return { score, lines: [{ key: 'median', facts }] };
}

/** The middle composite; between two, their mean. */
export const median = ({ panels, denominator }: MethodInput): Outcome => onScale(panels.map((panel) => medianOf(panel, denominator)));

/**
 * Σ composites. Where panels differ in size a sum would count an absent judge as a zero: there each entry's sum is taken for the
 * largest panel of the category at the entry's own mean, and its derivation says so.
 */
export function sum({ panels, denominator }: MethodInput): Outcome {
  const full = Math.max(0, ...panels.map(({ values }) => values.length));
  return { unit: 'points', better: 'higher', exact: true, standings: panels.map((panel) => fullSum(panel, denominator, full)) };
}

/** The sum of a panel for `full` ballots. */
export function fullSum({ values }: Pick<Panel, 'values'>, denominator: bigint, full: number): Standing {
  const own = total(values);
  const score = fraction(own * BigInt(full), denominator * BigInt(values.length));
  const facts = { sum: toText(fraction(own, denominator)), ballots: values.length, full, score: toText(score) };
  return { score, lines: [{ key: values.length === full ? 'sum' : 'sum-of-full-panel', facts }] };
}

/** Fewest ballots from which any may be left out: below five, what is left is no panel. */
const fewestToTrim = 5;

/** The mean without the `low` lowest and `high` highest, or the declared fallback where too few ballots are there or left. */
function without(
  panel: Panel,
  low: number,
  high: number,
  { fallback, key }: { fallback?: 'mean' | 'median' | undefined; key: 'trimmed' | 'dropped' },
  denominator: bigint,
): Standing {
  const ballots = panel.values.length;
  const needed = Math.max(fewestToTrim, low + high + 1);
  if (ballots < needed) {
    const facts = { ballots, needed };
    if (fallback === undefined) return { score: null, lines: [], noPlace: { key: 'too-few-to-trim', facts } };
    const instead = fallback === 'mean' ? meanOf(panel, denominator) : medianOf(panel, denominator);
    return { ...instead, lines: [{ key: 'fallback', facts: { ...facts, fallback } }, ...instead.lines] };
  }
  const sorted = [...panel.values].sort(byValue);
  const left = sorted.slice(low, ballots - high);
  const text = (values: readonly bigint[]) => values.map((value) => toText(fraction(value, denominator))).join(', ');
  const lowest = text(sorted.slice(0, low));
  const highest = text(sorted.slice(ballots - high));
  const rest = meanOf({ ...panel, values: left }, denominator);
  const line: DerivationLine = { key, facts: { ballots, low, high, lowest, highest, kept: left.length } };
  return { ...rest, lines: [line, ...rest.lines] };
}

/** The mean without ⌊ballots · percent / 100⌋ of the lowest and as many of the highest composites; `percent` is above 0 and below 50. */
export function trimmed({ panels, denominator }: MethodInput, { percent, fallback }: Rule<'trimmed'>): Outcome {
  // As written, not as a double: 7 · 28.6 must not fall below what it says.
  const share = fromDecimal(percent.toFixed(6)) ?? fraction(0);
  const cut = (ballots: number) => Number((share.n * BigInt(ballots)) / (share.d * 100n));
  return onScale(
    panels.map((panel) => without(panel, cut(panel.values.length), cut(panel.values.length), { fallback, key: 'trimmed' }, denominator)),
  );
}

/** The mean without the `high` highest and `low` lowest composites. */
export function drop({ panels, denominator }: MethodInput, { high, low, fallback }: Rule<'drop'>): Outcome {
  return onScale(panels.map((panel) => without(panel, low, high, { fallback, key: 'dropped' }, denominator)));
}

/** The share of its ballots that approve: those whose composite is `from` or more. An absent judge is no refusal. */
export function approval({ panels, denominator }: MethodInput, { from }: Rule<'approval'>): Outcome {
  const standings = panels.map(({ values }): Standing => {
    const yes = values.filter((value) => compare(fraction(value, denominator), fraction(from)) >= 0).length;
    const score = fraction(yes, values.length);
    return { score, lines: [{ key: 'approval', facts: { yes, ballots: values.length, from, score: toText(score) } }] };
  });
  return { unit: 'share', better: 'higher', exact: true, standings };
}
