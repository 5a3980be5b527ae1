import { compare, toNumber } from '../../numeric/fraction.ts';
import { type Random, random } from '../../numeric/random.ts';
import type { Contender, Contest } from './contest.ts';

/** By entry number: the share of weightings under which it is first, alone or level with others. Only entries that ever are. */
export type Acceptability = { readonly draws: number; readonly shares: ReadonlyMap<number, number> };

/** Weightings drawn; the standard error of a share is at most .011. */
const weightings = 2_000;

/**
 * Weights spread evenly over all there are, Σ = 1: the gaps between sorted uniform numbers (Dirichlet(1, …, 1)). 32 bits each, with
 * + and − alone, so that every machine draws the same.
 */
export function drawWeights(criteria: number, { uniform }: Random): number[] {
  const cuts = Array.from({ length: criteria - 1 }, uniform).sort((a, b) => a - b);
  return [...cuts, 1].map((cut, i) => cut - (cuts[i - 1] ?? 0));
}

type Able = { readonly entry: number; readonly by: readonly number[] };

/** How many of the best an entry is held against, and how far ahead puts beyond the rounding of a total. */
const held = 200;
const clearly = 1e-9;

/** Without those whom one of the best leads clearly under every criterion, and so under every weighting. */
function frontier(able: readonly Able[]): readonly Able[] {
  const total = ({ by }: Able) => by.reduce((sum, score) => sum + score, 0);
  const best = able.map((each) => ({ each, total: total(each) })).sort((a, b) => b.total - a.total);
  const leaders: Able[] = [];
  const left = new Set<Able>();
  for (const { each } of best) {
    if (leaders.some(({ by }) => by.every((score, c) => score - (each.by[c] ?? 0) > clearly))) continue;
    left.add(each);
    if (leaders.length < held) leaders.push(each);
  }
  return able.filter((each) => left.has(each));
}

/** Stochastic multicriteria acceptability, first rank (Lahdelma and Salminen 2001), over all weightings alike. */
export function acceptability({ criteria, entries }: Contest, winner: Contender, seed: string): Acceptability {
  const stream = random(seed);
  // Whoever is behind the winner under every criterion is never first.
  const behind = (by: Contender['by']) => by.every((score, c) => compare(score, winner.by[c] ?? score) < 0);
  const able = frontier(
    entries.filter(({ entry, by }) => entry === winner.entry || !behind(by)).map(({ entry, by }) => ({ entry, by: by.map(toNumber) })),
  );
  const firsts = new Int32Array(able.length);
  const totals = new Float64Array(able.length);
  for (let draw = 0; draw < weightings; draw += 1) {
    const weights = drawWeights(criteria.length, stream);
    let best = Number.NEGATIVE_INFINITY;
    able.forEach(({ by }, i) => {
      let total = 0;
      for (let c = 0; c < by.length; c += 1) total += (weights[c] ?? 0) * (by[c] ?? 0);
      totals[i] = total;
      if (total > best) best = total;
    });
    for (let i = 0; i < able.length; i += 1) if (totals[i] === best) firsts[i] = (firsts[i] ?? 0) + 1;
  }
  const shares = able.flatMap(({ entry }, i) => ((firsts[i] ?? 0) > 0 ? [[entry, (firsts[i] ?? 0) / weightings] as const] : []));
  return { draws: weightings, shares: new Map(shares) };
}
