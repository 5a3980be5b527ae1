import type { tallyProblems } from '#core/problems/tally.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const tally: Record<keyof typeof tallyProblems, ProblemWords> = {
  'tally.weights-not-readable': {
    title: 'Weights that cannot be read',
    detail: ({ value }) =>
      `--weights holds “${value}”. Write each criterion with its weight, parted by commas: --weights "craft=60,impact=40".`,
  },
  'tally.weight-without-marks': {
    title: 'Weight for a criterion nobody marked',
    detail: ({ criterion, found }) =>
      `--weights names “${criterion}”, but the ballots hold marks for: ${found}. Correct the name, or leave it out.`,
  },
  'tally.criterion-without-weight': {
    title: 'Criterion without a weight',
    detail: ({ criterion }) =>
      `The ballots hold marks for “${criterion}”, but --weights does not name it. Add its weight, or leave --weights out for equal weights.`,
  },
  'tally.scale-not-readable': {
    title: 'Scale that cannot be read',
    detail: ({ value }) => `--scale holds “${value}”. Write the lowest and the highest mark: --scale 1-10.`,
  },
  'tally.min-judges-not-readable': {
    title: 'Number of judges that cannot be read',
    detail: ({ value }) => `--min-judges holds “${value}”. Write a whole number of 1 or more.`,
  },
  'tally.no-marks': {
    title: 'No marks',
    detail: ({ file }) => `${file} holds rows, but not one mark: every cell under “mark” is empty. Fill in the marks that were given.`,
  },
};
