import { dearestPrice, forbidden, type Seating } from './seating.ts';

/** Pairs the flow starts from, as a list of judges a entry: entry `e` has `judge[from[e]]` to `judge[from[e + 1] − 1]`, ascending. */
export type Candidates = { readonly from: Int32Array; readonly judge: Int32Array };

/** How wide the lists are: cheapest judges an entry starts with, and entries a judge starts with as a multiple of its most seats. */
export type Width = { readonly nearest: number; readonly perSeat: number };
export const usualWidth: Width = { nearest: 15, perSeat: 1 };

const prices = dearestPrice + 1;

/** The largest price an entry still takes: that of the last judge it wants. */
function entryLimit(row: Uint16Array, count: Int32Array, wanted: number): number {
  count.fill(0);
  for (const price of row) if (price < forbidden) count[price] = (count[price] as number) + 1;
  let sum = 0;
  for (let price = 0; price < prices; price += 1) {
    sum += count[price] as number;
    if (sum >= wanted) return price;
  }
  return prices;
}

/** Entries looked at to find what is cheap for a judge; the proof does not rest on it. */
const sample = 1_000;

/** By judge, the price up to which entries are taken, and how many still at that price itself. Estimated from every so-manieth entry. */
function judgeLimits({ entries, judges, price, most, least }: Seating, perSeat: number): { limit: Int32Array; left: Int32Array } {
  const count = new Int32Array(judges * prices);
  const step = Math.max(1, Math.floor(entries / sample));
  for (let e = 0; e < entries; e += step) {
    for (let j = 0; j < judges; j += 1) {
      const cell = price[e * judges + j] as number;
      if (cell < forbidden) count[j * prices + cell] = (count[j * prices + cell] as number) + 1;
    }
  }
  const limit = new Int32Array(judges).fill(prices);
  const left = new Int32Array(judges);
  for (let j = 0; j < judges; j += 1) {
    let wanted = Math.ceil((perSeat * Math.max(most[j] as number, least[j] as number)) / step);
    for (let cell = 0; cell < prices; cell += 1) {
      const here = count[j * prices + cell] as number;
      if (here >= wanted) {
        limit[j] = cell;
        left[j] = wanted * step;
        break;
      }
      wanted -= here;
    }
  }
  return { limit, left };
}

/** The cheapest judges of every entry, all ties with the last kept, and the cheapest entries of every judge. */
export function chooseCandidates(seating: Seating, { nearest, perSeat }: Width): Candidates {
  const { entries, judges, price, need } = seating;
  const { limit, left } = judgeLimits(seating, perSeat);
  const count = new Int32Array(prices);
  const from = new Int32Array(entries + 1);
  let judge = new Int32Array(entries * (nearest + 10));
  let size = 0;
  for (let e = 0; e < entries; e += 1) {
    from[e] = size;
    if ((need[e] as number) === 0) continue;
    const row = price.subarray(e * judges, (e + 1) * judges);
    const own = entryLimit(row, count, Math.max(nearest, need[e] as number));
    if (size + judges > judge.length) {
      const larger = new Int32Array(Math.ceil(1.3 * judge.length) + judges);
      larger.set(judge);
      judge = larger;
    }
    for (let j = 0; j < judges; j += 1) {
      const cell = row[j] as number;
      if (cell >= forbidden) continue;
      const edge = limit[j] as number;
      const invited = cell < edge || (cell === edge && (left[j] as number) > 0);
      if (cell === edge && invited) left[j] = (left[j] as number) - 1;
      if (invited || cell <= own) {
        judge[size] = j;
        size += 1;
      }
    }
  }
  from[entries] = size;
  return { from, judge: judge.slice(0, size) };
}
