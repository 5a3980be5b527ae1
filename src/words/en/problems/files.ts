import type { filesProblems } from '#core/problems/files.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const files: Record<keyof typeof filesProblems, ProblemWords> = {
  'files.no-room': {
    title: 'There is no room for files at the moment',
    detail: () =>
      'The disk of this installation is nearly full, so the file was not taken. Everything else is saved as always: texts, marks, and entries that are submitted. Whoever runs the installation has been told; try the file again later.',
  },
};
