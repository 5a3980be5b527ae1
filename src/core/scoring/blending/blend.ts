import { add, compare, type Fraction, fraction, multiply, toText } from '../../numeric/fraction.ts';
import { competitionPlaces } from '../places.ts';
import type { DerivationLine } from '../standing.ts';

/**
 * One source of a blend. `share`: scores of a round, a jury, a metric, on their scale, with a weight in any ratio. `bonus`: so much
 * for each unit counted (.001 a vote), added after the shares, up to `atMost`. A source that says nothing of an entry leaves it without a
 * score; an entry nobody voted for has to be given as 0.
 */
export type BlendPart =
  | {
      readonly id: string;
      readonly kind: 'share';
      readonly weight: number;
      readonly scale: { readonly min: number; readonly max: number };
      readonly scores: ReadonlyMap<string, Fraction>;
    }
  | {
      readonly id: string;
      readonly kind: 'bonus';
      readonly each: Fraction;
      readonly atMost: Fraction | null;
      readonly counts: ReadonlyMap<string, number>;
    };

/** `insufficient`: a source says nothing of the entry, which is never a zero. Places are standard competition ranks. */
export type Blended = {
  readonly entry: string;
  readonly status: 'ranked' | 'insufficient';
  readonly score: Fraction | null;
  readonly place: number | null;
  readonly tied: boolean;
  readonly derivation: readonly DerivationLine[];
};

type Scale = { readonly min: number; readonly max: number };

/** The scale all have, else 0–100. */
export function commonScale(scales: readonly Scale[]): Scale {
  const [first] = scales;
  return first && scales.every(({ min, max }) => min === first.min && max === first.max) ? first : { min: 0, max: 100 };
}

/** The scale all shares have, else 0–100. */
export const blendScale = (parts: readonly BlendPart[]): Scale =>
  commonScale(parts.flatMap((part) => (part.kind === 'share' ? [part.scale] : [])));

const mapped = (score: Fraction, from: Scale, to: Scale): Fraction =>
  add(fraction(to.min), multiply(add(score, fraction(-from.min)), fraction(to.max - to.min, from.max - from.min)));

function blendOne(entry: string, parts: readonly BlendPart[], scale: Scale): { score: Fraction | null; derivation: DerivationLine[] } {
  const weights = parts.reduce((sum, part) => (part.kind === 'share' ? sum + BigInt(part.weight) : sum), 0n);
  const derivation: DerivationLine[] = [];
  let score: Fraction | null = fraction(0);
  for (const part of parts) {
    const line = part.kind === 'share' ? shareOf(part, entry, weights, scale) : bonusOf(part, entry);
    if (!line) {
      derivation.push({ key: 'missing', facts: { source: part.id } });
      score = null;
      continue;
    }
    derivation.push(line.says);
    score = score && add(score, line.value);
  }
  return { score, derivation };
}

type Share = Extract<BlendPart, { kind: 'share' }>;
type Bonus = Extract<BlendPart, { kind: 'bonus' }>;

function shareOf({ id, weight, scale: own, scores }: Share, entry: string, weights: bigint, scale: Scale) {
  const given = scores.get(entry);
  if (given === undefined) return undefined;
  const value = multiply(mapped(given, own, scale), fraction(BigInt(weight), weights));
  const facts = { source: id, score: toText(given), weight, weights: weights.toString(), value: toText(value) };
  return { value, says: { key: 'share', facts } as const };
}

function bonusOf({ id, each, atMost, counts }: Bonus, entry: string) {
  const count = counts.get(entry);
  if (count === undefined) return undefined;
  const all = multiply(each, fraction(count));
  const value = atMost && compare(all, atMost) > 0 ? atMost : all;
  return { value, says: { key: 'bonus', facts: { source: id, count, each: toText(each), value: toText(value) } } as const };
}

/**
 * One score from several sources (75 % judges and 25 % members; written 50, live 50; a jury and .001 a vote): Σ weight·score / Σ weights
 * with each score mapped onto the common scale (that of the shares, unless another is given), plus bonuses. Exact; equal scores share a place.
 */
export function blend(entries: readonly string[], parts: readonly BlendPart[], scale: Scale = blendScale(parts)): readonly Blended[] {
  const all = entries.map((entry) => ({ entry, ...blendOne(entry, parts, scale) }));
  const scored = all.flatMap(({ entry, score }) => (score ? [{ entry, score }] : []));
  const places = new Map([...competitionPlaces(scored, (a, b) => compare(b.score, a.score))].map(([{ entry }, place]) => [entry, place]));
  return all.map(({ entry, score, derivation }): Blended => {
    if (score === null) return { entry, status: 'insufficient', score, place: null, tied: false, derivation };
    return { entry, status: 'ranked', score, place: null, tied: false, derivation, ...places.get(entry) };
  });
}
