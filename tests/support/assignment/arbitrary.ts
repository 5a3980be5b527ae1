/** Small seatings of every kind, impossible ones included. */
import fc from 'fast-check';
import { drawLots } from '#core/assignment/flow/lots.ts';
import { priceOf, type Seating } from '#core/assignment/flow/seating.ts';

const bits = (length: number) => fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length });

type Shape = {
  readonly entries: number;
  readonly judges: number;
  readonly k: number;
  readonly kind: 'plain' | 'employers' | 'leads' | 'all';
};

function seatingOf({ entries, judges, k, kind }: Shape): fc.Arbitrary<Seating> {
  // Few different prices make many ties.
  const price = fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 1, 2, 10, 500, 1000) }, { weight: 1, arbitrary: fc.constant(priceOf('conflict')) }),
    {
      minLength: entries * judges,
      maxLength: entries * judges,
    },
  );
  const limits = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
    minLength: judges,
    maxLength: judges,
  });
  const employer = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: judges, maxLength: judges });
  return fc
    .record({
      price,
      limits,
      employer,
      lead: bits(judges),
      firstYear: bits(judges),
      loadPrice: fc.constantFrom(0, 0, 1, 20),
      seed: fc.string(),
    })
    .map((drawn) => ({
      entries,
      judges,
      need: new Int32Array(entries).fill(k),
      price: Uint16Array.from(drawn.price),
      dearest: 1000,
      least: Int32Array.from(drawn.limits, ([least]) => least),
      most: Int32Array.from(drawn.limits, ([least, more]) => least + more),
      employer: kind === 'plain' || kind === 'leads' ? null : Int32Array.from(drawn.employer),
      lead: kind === 'all' || kind === 'leads' ? Uint8Array.from(drawn.lead) : null,
      plainMost: new Int32Array(entries).fill(k - 1),
      firstYear: kind === 'all' ? Uint8Array.from(drawn.firstYear) : null,
      firstYearMost: new Int32Array(entries).fill(Math.floor((2 * k) / 5)),
      loadPrice: drawn.loadPrice,
      above: null,
      factor: null,
      lots: drawLots(drawn.seed, ['a', 'b', 'c', 'd'].slice(0, entries), ['p', 'q', 'r', 's', 't'].slice(0, judges)),
    }));
}

export function smallSeating(kind: Shape['kind']): fc.Arbitrary<Seating> {
  return fc
    .record({
      entries: fc.integer({ min: 1, max: 4 }),
      judges: fc.integer({ min: 1, max: 5 }),
      k: fc.integer({ min: 1, max: 3 }),
      kind: fc.constant(kind),
    })
    .chain(seatingOf);
}
