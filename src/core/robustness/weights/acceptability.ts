import { toNumber } from '../../numeric/fraction.ts';
import { type Random, random } from '../../numeric/random.ts';
import { type Contender, type Contest, leads } from './contest.ts';

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

/** Stochastic multicriteria acceptability, first rank (Lahdelma and Salminen 2001), over all weightings alike. */
export function acceptability({ criteria, entries }: Contest, winner: Contender, seed: string): Acceptability {
  const stream = random(seed);
  // Whoever is behind the winner under every criterion is never first.
  const able = entries.filter((rival) => rival.entry === winner.entry || leads(winner, rival).some(({ n }) => n <= 0n));
  const scores = able.map(({ by }) => by.map(toNumber));
  const firsts = new Int32Array(able.length);
  const totals = new Float64Array(able.length);
  for (let draw = 0; draw < weightings; draw += 1) {
    const weights = drawWeights(criteria.length, stream);
    let best = Number.NEGATIVE_INFINITY;
    scores.forEach((by, i) => {
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
