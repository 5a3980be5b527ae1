/** Figures others published of real marks, where the marks are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { danceRows, hasDances } from '#tests/support/ballots/dances.ts';
import { calibrate } from './calibrate.ts';
import { designOf } from './design.ts';
import { equationsOf } from './equations.ts';
import type { FitInput } from './fit.ts';
import { posteriorOf } from './posterior.ts';
import { fitReml, remlCriterion } from './reml.ts';
import { effects } from './scores.ts';

const codecs = resolve(import.meta.dirname, '../../../../shared/data/judging-mushra/ratings.csv');
const hasCodecs = existsSync(codecs);
for (const [name, here] of [
  ['dancing contest', hasDances],
  ['codec ratings', hasCodecs],
] as const) {
  if (!here) console.log(`Published figures are left out: the file of the ${name} is not here.`);
}

function inputOf(rows: readonly { entry: string; judge: string; mark: number }[]): FitInput & { names: readonly string[] } {
  const entries = [...new Set(rows.map(({ entry }) => entry))].sort();
  const names = [...new Set(rows.map(({ judge }) => judge))].sort();
  return {
    y: Float64Array.from(rows, ({ mark }) => mark),
    entry: Int32Array.from(rows, ({ entry }) => entries.indexOf(entry)),
    judge: Int32Array.from(rows, ({ judge }) => names.indexOf(judge)),
    entries: entries.length,
    judges: names.length,
    category: new Int32Array(entries.length),
    categories: 1,
    names,
  };
}

const within = (value: number, expected: number, share: number) => {
  expect(Math.abs(value / expected - 1)).toBeLessThan(share);
};

/** Fitted when it is asked for: where the file is not at hand, nobody asks. */
function dancing() {
  const input = inputOf(
    danceRows()
      .filter(({ mark }) => Number(mark) > 0)
      .map(({ entry, judge, mark }) => ({ entry, judge, mark: Number(mark) })),
  );
  const design = designOf(input, 'entries', input.category);
  const point = fitReml(equationsOf(design, null), { penalty: false, start: { outer: 1, inner: 1 } });
  if (point === null) throw new Error('not fitted');
  return { input, design, point };
}

describe.skipIf(!hasDances)('fifteen series of a dancing contest, by lme4 1.1-31 without penalty', () => {
  it('the criterion and, as closely as its optimiser went, the variances', () => {
    const { input, point } = dancing();
    expect([input.y.length, input.entries, input.judges]).toEqual([6900, 1719, 9]);
    expect(Math.abs(remlCriterion(point) - 18801.40757)).toBeLessThan(1e-4);
    within(point.residualVariance, 0.3868625, 1e-5);
    within(point.residualVariance / point.solved.outerRidge, 2.6078066, 1e-5);
    // lme4 as it comes stops at .2211726; told to go on, at .2212287, where ours is.
    within(point.residualVariance / point.solved.innerRidge, 0.2212287, 1e-5);
  });

  it('the judges, and the mean', () => {
    const { input, design, point } = dancing();
    const published = {
      craig: -0.94486,
      arlene: -0.47433,
      darcey: -0.04486,
      bruno: 0.04665,
      len: 0.09815,
      shirley: 0.11391,
      alesha: 0.19749,
      donny: 0.44136,
      jennifer: 0.56651,
    };
    const { value } = effects(posteriorOf(point.solved, point.spread, point.residualVariance, input.entries), 'judges');
    for (const [name, effect] of Object.entries(published))
      expect(Math.abs((value[input.names.indexOf(name)] ?? Number.NaN) - effect)).toBeLessThan(1e-4);
    expect(Math.abs(design.centre + (point.solved.denseEffect[9] ?? Number.NaN) - 7.5572266)).toBeLessThan(1e-4);
  });
});

describe.skipIf(!hasCodecs)('listeners’ ratings of codecs, penalised', () => {
  it('the variances of the file’s own description: 524, 116 and 322', () => {
    const lines = readFileSync(codecs, 'utf8').trim().split('\n').slice(1);
    const rows = lines.flatMap((line, entry) => {
      const [marks = [], judges = []] = [...line.matchAll(/"\[([^\]]*)\]"/g)].map(([, list = '']) => list.split(', '));
      return marks.map((mark, i) => ({ entry: String(entry).padStart(3, '0'), judge: judges[i] ?? '', mark: Number(mark) }));
    });
    const { variances, categories } = calibrate(inputOf(rows), { seatsAtRandom: false, priors: null });
    expect([rows.length, categories[0]?.entries]).toEqual([1512, 144]);
    within(variances?.entry ?? 0, 524, 2e-3);
    within(variances?.judge ?? 0, 116, 2e-3);
    within(variances?.residual ?? 0, 322, 2e-3);
  });
});
