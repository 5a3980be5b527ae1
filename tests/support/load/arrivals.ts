/** When people come: nobody waits for the one before to be served. */
import { random } from '#core/numeric/random.ts';

/**
 * Milliseconds from the start at which a Poisson process of this rate has its events, up to the end: the gaps are exponential and
 * independent. Fixed in advance, so that a slow answer cannot put the next question off.
 */
export function poissonArrivals(seed: string, perSecond: number, seconds: number): number[] {
  const { uniform } = random(`${seed}/arrivals`);
  const arrivals: number[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(uniform()) / perSecond) * 1_000;
    if (at >= seconds * 1_000) return arrivals;
    arrivals.push(at);
  }
}
