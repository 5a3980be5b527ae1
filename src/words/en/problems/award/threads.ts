import type { threadsProblems } from '#core/problems/award/threads.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const threads: Record<keyof typeof threadsProblems, ProblemWords> = {
  'entries.too-many-messages': {
    title: 'That is many messages in an hour',
    detail: ({ most }) =>
      `${most} messages of yours were taken within the last hour, and this one was not. Put it together into one and send it later.`,
  },
  'entries.thread-went-on': {
    title: 'Something was said meanwhile',
    detail: () => 'A message came in that you have not seen. Read the page again, then decide.',
  },
  'entries.nothing-to-settle': {
    title: 'Nobody waits here',
    detail: () => 'Everything the entrant asked is answered already, or somebody said that no answer is needed. Nothing was changed.',
  },
  'entries.nothing-to-read': {
    title: 'There is nothing new here',
    detail: () => 'You have read this already, perhaps in another window. Nothing was changed.',
  },
};
