import type { systemProblems } from '#core/problems/system.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const system: Record<keyof typeof systemProblems, ProblemWords> = {
  'system.job-not-waiting': {
    title: 'This job is not waiting for another try',
    detail: () => 'It is running, or it has succeeded since you loaded the page. Load the page again to see.',
  },
};
