import { exp, ln } from './logarithm.ts';

const halfLnTwoPi = 0.9189385332046727;

/** ln Γ(a) for a > 0: Stirling's series from a + n ≥ 15, brought back by Γ(a) = Γ(a + n)/(a(a + 1)…(a + n − 1)). */
function lnGamma(a: number): number {
  let product = 1;
  let x = a;
  for (; x < 15; x += 1) product *= x;
  const r = 1 / (x * x);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x;
  return (x - 0.5) * ln(x) - x + halfLnTwoPi + series - ln(product);
}

/** Σ x^k / (a(a + 1)…(a + k)), which gives the lower tail for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 100_000 && term > sum * 1e-17; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** The continued fraction of the upper tail for x ≥ a + 1 (Lentz's evaluation; every denominator is positive there). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100_000; k += 1) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

/** P(X > statistic) where X is chi-square with `df` degrees of freedom. 1 at and below 0; NaN unless df > 0. */
export function chiSquareUpperTail(statistic: number, df: number): number {
  if (!(df > 0) || Number.isNaN(statistic)) return Number.NaN;
  if (statistic <= 0) return 1;
  if (statistic === Infinity) return 0;
  const a = df / 2;
  const x = statistic / 2;
  const scale = exp(a * ln(x) - x - lnGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}
