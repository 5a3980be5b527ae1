import type { remarksProblems } from '#core/problems/award/remarks.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const remarks: Record<keyof typeof remarksProblems, ProblemWords> = {
  'remarks.waiting-already': {
    title: 'Yours are still waiting',
    detail: ({ most }) => `${most} of what you said here wait for the organisers. Wait until they have read one, or take one back.`,
  },
  'remarks.too-many': {
    title: 'Enough for today',
    detail: ({ most }) => `You said ${most} things here within a day, which is as many as are taken. Come back tomorrow.`,
  },
};
