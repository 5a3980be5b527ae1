import { dearestPrice, type Seating } from '#core/assignment/flow/seating.ts';

/** How well entries are served: by entry its mean affinity over the seats given here; the mean of all, the worst, the sum. */
export type Served = {
  readonly of: Float64Array;
  readonly mean: number;
  readonly worst: number;
  readonly worstEntry: number;
  readonly total: number;
};

/** `price` are the prices of the demand before any seat was held. An entry without a seat here is passed over. */
export function shareOf({ entries, judges, price }: Pick<Seating, 'entries' | 'judges' | 'price'>, seats: Int32Array): Served {
  const sum = new Float64Array(entries);
  const count = new Int32Array(entries);
  let total = 0;
  for (const pair of seats) {
    const e = Math.floor(pair / judges);
    const affinity = dearestPrice - (price[pair] as number);
    sum[e] = (sum[e] as number) + affinity;
    count[e] = (count[e] as number) + 1;
    total += affinity;
  }
  let [worst, worstEntry] = [Infinity, -1];
  for (let e = 0; e < entries; e += 1) {
    if (count[e] === 0) continue;
    sum[e] = (sum[e] as number) / (count[e] as number);
    if ((sum[e] as number) < worst) [worst, worstEntry] = [sum[e] as number, e];
  }
  return { of: sum, mean: seats.length === 0 ? 0 : total / seats.length, worst, worstEntry, total };
}
