/** How sure a claimed number can be, from its n alone, and what about it asks for a second look. Notes, never refusals. */
import type { Claim, Measured } from './claim.ts';
import { type Metric, unitOf } from './metrics.ts';

/** 97.5 % quantile of the normal distribution: intervals hold 95 %. */
const z = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number; readonly by: 'wilson' | 'adjusted-wald'; readonly assumed: boolean };

/** Wilson 1927, for a share of n; in per cent. */
export function wilson(percent: number, n: number): Interval {
  const p = percent / 100;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: Math.max(0, 100 * (centre - half)), high: Math.min(100, 100 * (centre + half)), by: 'wilson', assumed: false };
}

/**
 * Adjusted Wald for the difference of two shares of n, as an NPS is: three answers more, of them 0.75 promoters and 0.75 detractors
 * (Rocks 2016). Without the two counts, as many of both as the NPS allows are assumed: no interval is wider.
 */
export function adjustedWald(points: number, n: number, counts?: { readonly promoters: number; readonly detractors: number }): Interval {
  const promoters = counts?.promoters ?? (n * (100 + points)) / 200;
  const detractors = counts?.detractors ?? (n * (100 - points)) / 200;
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const half = z * Math.sqrt((p + d - (p - d) * (p - d)) / (n + 3));
  const low = Math.max(-100, 100 * (p - d - half));
  return { low, high: Math.min(100, 100 * (p - d + half)), by: 'adjusted-wald', assumed: counts === undefined };
}

/** The interval of one number of a claim; undefined where n says nothing about it (times, means) or parts are missing or impossible. */
export function intervalOf(metric: Metric | undefined, definition: string | undefined, one: Measured): Interval | undefined {
  const unit = metric === undefined || definition === undefined ? undefined : unitOf(metric, definition);
  if (unit === undefined || one.value === undefined || one.n === undefined || one.n < 1) return undefined;
  if (one.value < unit.least || one.value > unit.most) return undefined;
  if (unit.of === 'share') return wilson(one.value, one.n);
  if (unit.of === 'none') return undefined;
  const { promoters, detractors } = one;
  const counts =
    promoters === undefined || detractors === undefined || promoters + detractors > one.n ? undefined : { promoters, detractors };
  return adjustedWald(one.value, one.n, counts);
}

/** Whether some whole number out of n, rounded to the decimals shown, is this number of hundredths (GRIM: Brown and Heathers 2017). */
export function canComeFrom(value: number, n: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  // Ten more decimals than a person writes are no rounding but a quotient: any is near enough to a whole number.
  const unit = Number(`1e-${Math.min(decimals, 9)}`);
  const k = Math.round((value * n) / 100);
  return [k - 1, k, k + 1].some((whole) => Math.abs((100 * whole) / n - value) <= unit / 2 + 1e-9);
}

/** What a reader should know: too few to show for one (30, as our own metrics have it), a number n cannot give, before and after alike. */
export type ClaimNote = 'few' | 'not-from-n' | 'counts-differ' | 'no-clear-change';

export function claimNotes(claim: Claim): ClaimNote[] {
  const notes = new Set<ClaimNote>();
  const unit = claim.metric === undefined || claim.definition === undefined ? undefined : unitOf(claim.metric, claim.definition);
  for (const one of [claim, claim.before]) {
    if (one?.value === undefined || one.n === undefined || one.n < 1 || unit === undefined) continue;
    if (one.n < 30) notes.add('few');
    if (unit.of !== 'none' && !canComeFrom(one.value, one.n)) notes.add('not-from-n');
    if (one.promoters === undefined || one.detractors === undefined) continue;
    if (Math.abs((100 * (one.promoters - one.detractors)) / one.n - one.value) > 1) notes.add('counts-differ');
  }
  const [now, before] = [claim, claim.before].map((one) => one && intervalOf(claim.metric, claim.definition, one));
  if (now && before && now.low <= before.high && before.low <= now.high) notes.add('no-clear-change');
  return [...notes];
}
