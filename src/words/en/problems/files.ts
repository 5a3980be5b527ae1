import type { filesProblems } from '#core/problems/files.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const files: Record<keyof typeof filesProblems, ProblemWords> = {
  'files.no-room': {
    title: 'There is no room for files at the moment',
    detail: () =>
      'The disk of this installation is nearly full, so the file was not taken. Everything else is saved as always: texts, marks, and entries that are submitted. Whoever runs the installation has been told; try the file again later.',
  },
  'files.store-away': {
    title: 'The store of files does not answer',
    detail: () =>
      'What you sent has arrived and waits. Try again in a few minutes; nothing has to be sent a second time. Everything else works as always.',
  },
  'files.store-wrong': {
    title: 'The store of files gave back something else',
    detail: () =>
      'After a file is stored it is read back, and this time what came back was not what you sent. It was not kept. Try again; if it happens twice, tell whoever runs the installation.',
  },
};
