/** Orders computed a second time, from their definitions and by other means, on random panels. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scored, scored } from '#tests/support/tally/scores.ts';
import type { MarkRow } from '../ballot-table.ts';

const entries = ['A', 'B', 'C', 'D', 'E'];
const judges = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6'];

/** By judge: a mark for each entry or null, on few marks so that ties are many. */
type Marks = readonly (readonly (number | null)[])[];

const marks = (mark: fc.Arbitrary<number | null>, n: number): fc.Arbitrary<Marks> =>
  fc.array(fc.array(mark, { minLength: n, maxLength: n }), { minLength: 1, maxLength: judges.length });
const complete = fc.integer({ min: 2, max: 5 }).chain((n) => marks(fc.integer({ min: 0, max: 4 }), n));
const gappy = fc
  .integer({ min: 2, max: 5 })
  .chain((n) => marks(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }), n))
  // Judges who marked fewer than two entries speak of no pair, and are set aside; that has its own tests.
  .map((all) => all.filter((own) => own.filter((mark) => mark !== null).length > 1));

const rowsOf = (all: Marks): MarkRow[] =>
  all.flatMap((own, j) =>
    own.map((mark, e) => ({ category: 'Team', entry: entries[e] ?? '', judge: judges[j] ?? '', criterion: 'craft', mark })),
  );

const placesOf = ({ scores, table }: Scored) =>
  new Map(scores.entries.map(({ entry, place }) => [entries.indexOf(table.entries[entry]?.name ?? ''), place]));

/** Standard competition places of layers: one more than all that stand in layers before. */
const places = (layers: readonly (readonly number[])[]) =>
  new Map(layers.flatMap((layer, i) => layer.map((entry) => [entry, 1 + layers.slice(0, i).flat().length] as const)));

/** The strongest of all simple paths, each walked to its end. */
function widest(all: Marks, present: readonly number[]): (from: number, to: number) => number {
  const votes = (a: number, b: number) => all.filter((own) => own[a] != null && own[b] != null && Number(own[a]) > Number(own[b])).length;
  const link = (a: number, b: number) => (votes(a, b) > votes(b, a) ? votes(a, b) : 0);
  const walk = (from: number, to: number, seen: readonly number[]): number => {
    let best = link(from, to);
    for (const via of present) {
      if (via === to || seen.includes(via)) continue;
      best = Math.max(best, Math.min(link(from, via), walk(via, to, [...seen, via])));
    }
    return best;
  };
  return (from, to) => walk(from, to, [from]);
}

describe('a second implementation agrees', () => {
  it("on Schulze's order: every simple path walked", () => {
    fc.assert(
      fc.property(gappy, (all) => {
        const present = entries.map((_, e) => e).filter((e) => all.some((own) => own[e] != null));
        if (present.length < 2) return;
        const width = widest(all, present);
        const layers: number[][] = [];
        let left = present;
        while (left.length > 0) {
          const top = left.filter((a) => left.every((b) => a === b || width(b, a) <= width(a, b)));
          layers.push(top);
          left = left.filter((a) => !top.includes(a));
        }
        const expected = places(layers);
        const found = placesOf(scored(rowsOf(all), { kind: 'schulze' }));
        for (const e of present) expect([e, found.get(e)]).toEqual([e, expected.get(e)]);
      }),
      { numRuns: 300 },
    );
  });

  it('on the run-off: votes counted in sixtieths, every order of elimination walked to its end', () => {
    fc.assert(
      fc.property(complete, (all) => {
        const left = (all[0] ?? []).map((_, e) => e);
        const best = walked(all, left, true);
        const found = placesOf(scored(rowsOf(all), { kind: 'instant-runoff' }));
        const layers = [...new Set(best.values())].sort((a, b) => a - b).map((place) => left.filter((e) => best.get(e) === place));
        expect(found).toEqual(places(layers));
        // Taking out together where that is sure elects nobody else than taking out one by one in whatever order.
        const winners = (by: ReadonlyMap<number, number>) => left.filter((e) => by.get(e) === 1);
        expect(winners(best)).toEqual(winners(walked(all, left, false)));
      }),
      { numRuns: 500 },
    );
  });

  it("on Bradley and Terry's shares: the log-likelihood climbed by Newton's steps, to six decimals", () => {
    fc.assert(
      fc.property(complete, fc.constantFrom(0.5, 1, 3), (all, prior) => {
        const n = all[0]?.length ?? 0;
        const preferred = (a: number, b: number) =>
          all.reduce((sum, own) => sum + (Number(own[a]) > Number(own[b]) ? 1 : own[a] === own[b] ? 0.5 : 0), 0);
        const strength = newton(n, preferred, all.length, prior);
        const { scores } = scored(rowsOf(all), { kind: 'bradley-terry', prior });
        const found = scores.entries.map(({ score }) => Number(score?.n) / Number(score?.d));
        strength.forEach((theta, e) => {
          expect(Math.abs((found[e] ?? 0) - 1 / (1 + Math.exp(-theta)))).toBeLessThan(6e-7);
        });
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * By entry, the best place any order of elimination gives it. `together`: level entries go out at once where their votes together are
 * fewer than the next entry's; otherwise, and always where this is false, one by one in every order.
 */
function walked(all: Marks, left: readonly number[], together: boolean): ReadonlyMap<number, number> {
  if (left.length === 0) return new Map();
  const votes = new Map(left.map((e) => [e, 0]));
  for (const own of all) {
    const top = Math.max(...left.map((e) => Number(own[e])));
    const tops = left.filter((e) => own[e] === top);
    for (const e of tops) votes.set(e, (votes.get(e) ?? 0) + 60 / tops.length);
  }
  const fewest = Math.min(...votes.values());
  const level = left.filter((e) => votes.get(e) === fewest);
  const next = Math.min(...left.flatMap((e) => (level.includes(e) ? [] : [votes.get(e) ?? 0])));
  const steps = level.length === 1 || (together && next < Infinity && fewest * level.length < next) ? [level] : level.map((e) => [e]);
  const best = new Map<number, number>();
  for (const out of steps) {
    const rest = left.filter((e) => !out.includes(e));
    const places = [...walked(all, rest, together), ...out.map((e) => [e, rest.length + 1] as const)];
    for (const [e, place] of places) best.set(e, Math.min(place, best.get(e) ?? Number.MAX_SAFE_INTEGER));
  }
  return best;
}

/** Strengths as logarithms, by coordinate Newton steps from zero. */
function newton(n: number, preferred: (a: number, b: number) => number, judged: number, prior: number): number[] {
  const theta = Array.from({ length: n }, () => 0);
  const share = (x: number) => 1 / (1 + Math.exp(-x));
  for (let sweep = 0; sweep < 5000; sweep++) {
    let moved = 0;
    for (let a = 0; a < n; a++) {
      const own = theta[a] ?? 0;
      let slope = prior / 2 - prior * share(own);
      let curve = prior * share(own) * (1 - share(own));
      for (let b = 0; b < n; b++) {
        if (b === a) continue;
        const p = share(own - (theta[b] ?? 0));
        slope += preferred(a, b) - judged * p;
        curve += judged * p * (1 - p);
      }
      const step = Math.max(-1, Math.min(1, slope / curve));
      theta[a] = own + step;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 1e-12) break;
  }
  return theta;
}
