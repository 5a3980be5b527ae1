/** Demands with names, as the command line reads them. */
import { type Demand, type DemandEntry, type DemandJudge, type Numbered, numberDemand, PairPrices } from '#core/assignment/demand.ts';

const place = { file: 'test.csv', row: 2 };

export function entry(name: string, more: Partial<DemandEntry> = {}): DemandEntry {
  return { ...place, entry: name, category: '', employers: [], topics: [], language: '', ...more };
}

export function judge(name: string, more: Partial<DemandJudge> = {}): DemandJudge {
  const nothing = { employers: [], categories: [], optedOut: [], topics: [], languages: [], lead: false, firstYear: false, maxLoad: null };
  return { ...place, judge: name, ...nothing, ...more };
}

type Given = Partial<Demand> & { readonly pairs?: readonly (readonly [string, string, number | 'conflict'])[] };

export function numbered({ pairs = [], ...demand }: Given): Numbered {
  const result = numberDemand({
    entries: [],
    judges: [],
    perEntry: 1,
    minLoad: 0,
    maxLoad: 1_000,
    firstYearShare: 40,
    loadPrice: 0,
    seed: '1',
    ...demand,
  });
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
  const prices = new PairPrices(result.value);
  for (const [e, j, affinity] of pairs) {
    const refusal = prices.add(place, e, j, affinity);
    if (refusal) throw new Error(refusal.code);
  }
  return result.value;
}

/** Seats by name, in the order of names. */
export function named({ entries, judges }: Numbered, seats: Int32Array): string[] {
  return Array.from(seats, (pair) => `${entries[Math.floor(pair / judges.length)]?.entry}–${judges[pair % judges.length]?.judge}`);
}
