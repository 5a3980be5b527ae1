import { describe, expect, it } from 'vitest';
import { calibrate } from '#core/calibration/calibrate.ts';
import type { FitInput } from '#core/calibration/fit.ts';
import { random } from '#core/numeric/random.ts';
import { refitter } from './refit.ts';
import { withoutBallots } from './without-ballots.ts';

type Plan = {
  readonly entries: number;
  readonly judges: number;
  readonly panel: number;
  readonly categories: number;
  readonly noisy?: number;
};

/** Composites of entries seen by some of the judges each; every third judge scatters by `noisy` times as much. */
function invented(seed: string, { entries, judges, panel, categories, noisy = 1 }: Plan): FitInput {
  const { uniform, below } = random(seed);
  const spread = (width: number) => (uniform() + uniform() + uniform() - 1.5) * width;
  const severity = Array.from({ length: judges }, () => spread(1.5));
  const cells = Array.from({ length: entries }, (_, entry) => {
    const worth = spread(3);
    const seated = new Set<number>();
    while (seated.size < panel) seated.add(below(judges));
    return [...seated].map((judge) => ({ entry, judge, y: 6 + worth + (severity[judge] ?? 0) + spread(judge % 3 === 0 ? noisy : 1) }));
  }).flat();
  return {
    y: Float64Array.from(cells, ({ y }) => y),
    entry: Int32Array.from(cells, ({ entry }) => entry),
    judge: Int32Array.from(cells, ({ judge }) => judge),
    entries,
    judges,
    category: Int32Array.from({ length: entries }, (_, entry) => entry % categories),
    categories,
  };
}

function less(input: FitInput, gone: ReadonlySet<number>): FitInput {
  const kept = [...input.y.keys()].filter((ballot) => !gone.has(ballot));
  const pick = (values: Int32Array) => Int32Array.from(kept, (ballot) => values[ballot] ?? 0);
  return { ...input, y: Float64Array.from(kept, (ballot) => input.y[ballot] ?? 0), entry: pick(input.entry), judge: pick(input.judge) };
}

const usual = { seatsAtRandom: false, priors: null };

describe('scores without some ballots, from the solution that has them', () => {
  it.each<[string, string, Plan]>([
    ['entries eliminated', 'mixed', { entries: 90, judges: 20, panel: 4, categories: 3 }],
    ['judges eliminated', 'mixed', { entries: 12, judges: 40, panel: 9, categories: 2 }],
    ['each judge with a variance of the own', 'mixed-judge-noise', { entries: 120, judges: 12, panel: 4, categories: 2, noisy: 6 }],
  ])('are those of solving anew: %s', (_, method, plan) => {
    const input = invented(`without ${method}`, plan);
    const fit = calibrate(input, usual);
    expect(fit.categories[0]?.method).toBe(method);
    const [posterior] = fit.posteriors;
    const refit = refitter(fit, 0);
    if (!posterior || !refit) throw new Error('not fitted');
    const without = withoutBallots(posterior, input.entry);
    const { below } = random('gone');
    const some = Array.from({ length: 10 }, () => below(input.y.length));
    const whole = Array.from({ length: plan.judges }, (_judge, judge) =>
      [...input.y.keys()].filter((ballot) => input.judge[ballot] === judge),
    );
    for (const gone of [...whole, some].map((list) => new Set(list))) {
      const anew = refit(less(input, gone));
      const scores = without([...gone]) ?? new Float64Array();
      expect([...scores].map(Number.isNaN)).toEqual([...anew].map(Number.isNaN));
      const there = [...scores.keys()].filter((entry) => !Number.isNaN(scores[entry]));
      for (const entry of there) expect(scores[entry]).toBeCloseTo(anew[entry] ?? Number.NaN, 9);
    }
  });

  it('an entry that loses its only ballot has no score, and a category that loses its last is solved anew', () => {
    const input = invented('last', { entries: 40, judges: 9, panel: 3, categories: 2 });
    const lonely = { ...input, category: input.category.map((category, entry) => (entry === 0 ? 2 : category)), categories: 3 };
    const fit = calibrate(lonely, usual);
    const [posterior] = fit.posteriors;
    if (!posterior) throw new Error('not fitted');
    const of = (entry: number) => [...lonely.y.keys()].filter((ballot) => lonely.entry[ballot] === entry);
    expect(withoutBallots(posterior, lonely.entry)(of(1))?.findIndex(Number.isNaN)).toBe(1);
    expect(withoutBallots(posterior, lonely.entry)(of(0))).toBeNull();
  });
});
