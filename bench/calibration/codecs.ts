/** 144 recordings rated by 10 or 11 listeners each (Stahl and others 2024, CC BY 4.0), split into panels of five and the listeners held out. */
import { join } from 'node:path';
import { calibrate } from '#core/calibration/calibrate.ts';
import type { FitInput } from '#core/calibration/fit.ts';
import { random } from '#core/numeric/random.ts';
import { rawOf, tauB } from './programme.ts';

export const codecFile = join(import.meta.dirname, '../../../shared/data/judging-mushra/ratings.csv');

type Rating = { readonly entry: number; readonly judge: number; readonly mark: number };

/** `signal,condition,"[marks]","[listeners]",file`. */
export function codecRatings(text: string): readonly Rating[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line, entry) => {
      const [marks = [], judges = []] = [...line.matchAll(/"\[([^\]]*)\]"/g)].map(([, list = '']) => list.split(',').map(Number));
      return marks.map((mark, i) => ({ entry, judge: judges[i] ?? 0, mark }));
    });
}

function inputOf(ratings: readonly Rating[], entries: number, judges: number): FitInput {
  return {
    y: Float64Array.from(ratings, ({ mark }) => mark),
    entry: Int32Array.from(ratings, ({ entry }) => entry),
    judge: Int32Array.from(ratings, ({ judge }) => judge),
    entries,
    judges,
    category: new Int32Array(entries),
    categories: 1,
  };
}

/** By fixed split: how well the panel's corrected and raw scores agree with the plain mean of those held out. */
export function heldOutTaus(ratings: readonly Rating[], splits: number): { corrected: number; raw: number }[] {
  const entries = 1 + Math.max(...ratings.map(({ entry }) => entry));
  const judges = 1 + Math.max(...ratings.map(({ judge }) => judge));
  return Array.from({ length: splits }, (_, split) => {
    const draw = random(`split ${split}`);
    const panel: Rating[] = [];
    const rest: Rating[] = [];
    for (let entry = 0; entry < entries; entry += 1) {
      const own = ratings.filter((rating) => rating.entry === entry);
      for (let seat = 0; seat < 5; seat += 1) panel.push(...own.splice(draw.below(own.length), 1));
      rest.push(...own);
    }
    const input = inputOf(panel, entries, judges);
    const truth = rawOf(inputOf(rest, entries, judges));
    return { corrected: tauB(calibrate(input, { seatsAtRandom: true, priors: null }).corrected, truth), raw: tauB(rawOf(input), truth) };
  });
}
