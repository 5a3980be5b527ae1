import type { screeningProblems } from '#core/problems/award/screening.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const screening: Record<keyof typeof screeningProblems, ProblemWords> = {
  'screening.none-waiting': {
    title: 'None of these waits for a decision',
    detail: ({ chosen }) =>
      chosen === 1
        ? 'The entry you chose was decided about meanwhile, or it is not of this edition. Nothing was changed.'
        : `All ${chosen} you chose were decided about meanwhile, or are not of this edition. Nothing was changed.`,
  },
  'screening.not-waiting': {
    title: 'This entry is not waiting',
    detail: ({ state }) =>
      `It is ${state} now: somebody decided before you, or it was withdrawn. Load the page again to see what happened.`,
  },
  'screening.nothing-to-undo': {
    title: 'There is nothing to undo',
    detail: ({ state }) => `Only an acceptance can be taken back, and this entry is ${state}.`,
  },
};
