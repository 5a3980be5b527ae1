/** Does the correction help, and are its claims true? Measured on invented programmes whose truth is known, drawn afresh each run. */
import { readFileSync } from 'node:fs';
import { calibrate } from '#core/calibration/calibrate.ts';
import type { Fit } from '#core/calibration/fit.ts';
import { uncertainty } from '#core/calibration/uncertainty.ts';
import { random } from '#core/numeric/random.ts';
import { type Bench, type Figure, meanOf } from '../figure.ts';
import { seed } from '../seed.ts';
import { codecFile, codecRatings, heldOutTaus } from './codecs.ts';
import { base, type Programme, programmeOf, rawOf, type Setting, tauB } from './programme.ts';

const programmes = 400;
const options = { seatsAtRandom: true, priors: null };

type Run = {
  readonly gain: number;
  readonly covered: number;
  readonly fired: boolean;
  readonly claim: number;
  readonly right: boolean;
};

/** Share of entries whose true distance from the field's mean lies within 1.96 standard errors of the corrected one. */
function coverage({ truth }: Programme, { corrected, standardError }: Fit): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(corrected);
  const origin = mean(truth);
  const inside = truth.filter((value, i) => {
    const off = 1.5 * (value - origin) - ((corrected[i] ?? 0) - centre);
    return Math.abs(off) <= 1.96 * (standardError[i] ?? Number.NaN);
  });
  return inside.length / truth.length;
}

function runOf(programme: Programme, draws: string): Run {
  const { input, truth } = programme;
  const fit = calibrate(input, options);
  const doubt = uncertainty(fit, input, { seed: draws, draws: 2000, seats: 6 });
  const leader = doubt.categories[0]?.pools[0]?.order[0] ?? -1;
  return {
    gain: tauB(fit.corrected, truth) - tauB(rawOf(input), truth),
    covered: coverage(programme, fit),
    fired: fit.gates.hausman?.fired === true,
    claim: doubt.pFirst[leader] ?? Number.NaN,
    right: truth.every((value) => value <= (truth[leader] ?? 0)),
  };
}

function runs(name: string, setting: Partial<Setting>, say: (line: string) => void): readonly Run[] {
  say(`${programmes} programmes, ${name}…`);
  const draw = random(`${seed}/${name}`);
  return Array.from({ length: programmes }, (_, i) => runOf(programmeOf({ ...base, ...setting }, draw), `${seed}/${name}/${i}`));
}

function gainFigure(name: string, of: readonly Run[], least: number): Figure {
  const { mean, error } = meanOf(of.map(({ gain }) => gain));
  return { name: `Corrected less raw, tau to the truth: ${name}`, value: mean, unit: 'tau', n: of.length, error, promise: { least } };
}

function shareFigure(name: string, share: number, n: number, promise?: Figure['promise']): Figure {
  const error = Math.sqrt((share * (1 - share)) / n);
  return { name, value: share, unit: 'share', n, error, ...(promise && { promise }) };
}

/** Coverage counts programmes, not entries: those of one programme share their judges. */
function coverageFigures(name: string, of: readonly Run[]): Figure[] {
  const { mean, error } = meanOf(of.map(({ covered }) => covered));
  const figure = { value: mean, unit: 'share', n: of.length, error } as const;
  return [
    { ...figure, name: `95 % intervals hold the truth, marks not clipped, ${name}`, promise: { least: 0.94 } },
    { ...figure, name: `The same, from above`, promise: { most: 0.96 } },
  ];
}

const edges = [0.4, 0.6, 0.8, 0.9];

/** Leaders by what was claimed of them; a bin below 30 is joined to the one before. */
function claimFigures(of: readonly Run[]): Figure[] {
  const bins: Run[][] = [];
  for (const [at, from] of [0, ...edges].entries()) {
    const own = of.filter(({ claim }) => claim >= from && claim < (edges[at] ?? Infinity));
    const before = bins.at(-1);
    if (own.length < 30 && before !== undefined) before.push(...own);
    else bins.push(own);
  }
  const told = bins.map((bin) => {
    const claimed = meanOf(bin.map(({ claim }) => claim)).mean;
    return { n: bin.length, claimed, right: bin.filter(({ right }) => right).length / bin.length };
  });
  const over = told.reduce((worst, bin) => (bin.claimed - bin.right > worst.claimed - worst.right ? bin : worst));
  const under = told.reduce((worst, bin) => (bin.right - bin.claimed > worst.right - worst.claimed ? bin : worst));
  const error = ({ right, n }: { right: number; n: number }) => Math.sqrt((right * (1 - right)) / n);
  return [
    ...told.map(({ n, claimed, right }) => shareFigure(`Leaders claimed first with ${claimed.toFixed(2)}: right`, right, n)),
    {
      name: 'P(first) claims too much by, worst bin',
      value: over.claimed - over.right,
      unit: 'share',
      n: over.n,
      error: error(over),
      promise: { most: 0.05 },
    },
    {
      name: 'P(first) claims too little by, worst bin',
      value: under.right - under.claimed,
      unit: 'share',
      n: under.n,
      error: error(under),
      promise: { most: 0.12 },
    },
  ];
}

function codecFigure(say: (line: string) => void): Figure[] {
  let text: string;
  try {
    text = readFileSync(codecFile, 'utf8');
  } catch {
    say(`left out: ${codecFile} is not here`);
    return [];
  }
  const taus = heldOutTaus(codecRatings(text), 40);
  const gain = meanOf(taus.map(({ corrected, raw }) => corrected - raw));
  const mean = (of: 'corrected' | 'raw') => meanOf(taus.map((tau) => tau[of])).mean.toFixed(3);
  const name = `Codec ratings, 5 judges a stimulus: corrected (${mean('corrected')}) less raw (${mean('raw')}), tau to the judges held out`;
  return [{ name, value: gain.mean, unit: 'tau', n: taus.length, error: gain.error, promise: { least: 0.03 } }];
}

export const simulation: Bench = {
  name: 'simulation',
  about: `Correction for harsh, lenient and noisy judges against a known truth, corrected and raw on the same draws`,
  run: async (say) => {
    say(`drawn from ${seed}`);
    const plain = runs('base case', {}, say);
    const equal = runs('equal severities', { severity: 0 }, say);
    const confounded = runs('harsh judges met the better entries', { severity: 1, confounded: true }, say);
    const severe = runs('severity 1.4', { severity: 1.4 }, say);
    const noisy = runs('three noisy judges', { noisy: 3 }, say);
    const few = runs('three judges an entry', { seats: 3 }, say);
    const honest = [plain, equal, severe, noisy, few].flat();
    const alarms = honest.filter(({ fired }) => fired).length / honest.length;
    const found = confounded.filter(({ fired }) => fired).length / confounded.length;
    return [
      gainFigure('base case', plain, 0.04),
      gainFigure('equal severities', equal, -0.005),
      gainFigure('harsh judges met the better entries', confounded, 0.4),
      gainFigure('three noisy judges of twelve', noisy, 0.04),
      ...coverageFigures('base case', runs('not clipped', { clipped: false }, say)),
      ...coverageFigures('severity 1.4', runs('severity 1.4, not clipped', { clipped: false, severity: 1.4 }, say)),
      ...claimFigures(honest),
      shareFigure('Hausman gate fires though nothing is wrong', alarms, honest.length, { most: 0.03 }),
      shareFigure('Hausman gate fires where harsh judges met the better entries', found, confounded.length),
      ...codecFigure(say),
    ];
  },
};
