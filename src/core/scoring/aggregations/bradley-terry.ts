import { fraction, toText } from '../../numeric/fraction.ts';
import type { Aggregation } from '../../verdict/rules.ts';
import type { Standing } from '../standing.ts';
import { duels, mostToCompare, tooMany } from './duels.ts';
import type { MethodInput, Outcome } from './method.ts';
import { amongRanked } from './rankings.ts';

/** Scores are rounded to this many decimals. The fit is run far finer, so the last of them is the same on every machine. */
const decimals = 6;
const unit = 1_000_000;
const sweepsAtMost = 20_000;
const settled = 1e-13;

type Pairing = { readonly wins: Float64Array; readonly met: readonly { readonly others: Int32Array; readonly counts: Float64Array }[] };

/** Wins of each entry, half for each level pair, and how often it met each other. */
function pairingsOf({ table, panels }: MethodInput): Pairing {
  const n = panels.length;
  const { over, equal } = duels(table, panels);
  const wins = new Float64Array(n);
  const met = panels.map((_, a) => {
    const [others, counts]: [number[], number[]] = [[], []];
    for (let b = 0; b < n; b++) {
      const [won, lost, level] = [over[a * n + b] ?? 0, over[b * n + a] ?? 0, equal[a * n + b] ?? 0];
      wins[a] = (wins[a] ?? 0) + won + level / 2;
      if (won + lost + level === 0) continue;
      others.push(b);
      counts.push(won + lost + level);
    }
    return { others: Int32Array.from(others), counts: Float64Array.from(counts) };
  });
  return { wins, met };
}

/** Sweeps until no strength moves by more than one part in 10¹³; each entry takes the others' newest strengths. */
function strengthsOf({ wins, met }: Pairing, prior: number): { readonly strengths: Float64Array; readonly sweeps: number } | undefined {
  const strengths = new Float64Array(wins.length).fill(1);
  for (let sweeps = 1; sweeps <= sweepsAtMost; sweeps++) {
    let moved = 0;
    met.forEach(({ others, counts }, a) => {
      const own = strengths[a] ?? 1;
      let sum = prior / (own + 1);
      for (let i = 0; i < others.length; i++) sum += (counts[i] ?? 0) / (own + (strengths[others[i] ?? 0] ?? 1));
      const next = sum === 0 ? own : ((wins[a] ?? 0) + prior / 2) / sum;
      const change = Math.abs(next - own) / own;
      if (change > moved) moved = change;
      strengths[a] = next;
    });
    if (moved <= settled) return { strengths, sweeps };
  }
  return undefined;
}

/**
 * Bradley and Terry's model of pairs: a judge who marked two entries compared them, level marks counting half a win each; a is preferred
 * to b with probability p_a / (p_a + p_b). Every entry also met a middling one of strength 1 `prior` times and won half of them: without
 * that, an entry that won all its pairs would be infinitely strong. Fitted by the minorising sweeps of Hunter (MM algorithms for
 * generalized Bradley–Terry models, Annals of Statistics 32, 2004) with + × ÷ alone, in a fixed order. The score p / (p + 1) is the
 * probability of being preferred to that middling entry, rounded to six decimals; entries equal after rounding are tied. Not exact.
 */
export function bradleyTerry(all: MethodInput, { prior }: Extract<Aggregation, { kind: 'bradley-terry' }>): Outcome {
  return { unit: 'share', better: 'higher', exact: false, standings: amongRanked(all, (input) => standingsBy(input, prior)) };
}

function standingsBy(input: MethodInput, prior: number): readonly Standing[] {
  const { panels } = input;
  if (panels.length > mostToCompare) return tooMany(panels);
  const pairing = pairingsOf(input);
  const fitted = strengthsOf(pairing, prior);
  return panels.map((_, a): Standing => {
    if (!fitted) return { score: null, lines: [], noPlace: { key: 'not-converged', facts: { sweeps: sweepsAtMost } } };
    const strength = fitted.strengths[a] ?? 1;
    const score = fraction(Math.floor((strength / (strength + 1)) * unit + 0.5), unit);
    const pairs = (pairing.met[a]?.counts ?? new Float64Array()).reduce((sum, count) => sum + count, 0);
    const facts = { wins: pairing.wins[a] ?? 0, pairs, prior, sweeps: fitted.sweeps, decimals, score: toText(score) };
    return { score, lines: [{ key: 'bradley-terry', facts }] };
  });
}
