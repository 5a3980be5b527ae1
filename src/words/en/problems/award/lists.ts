import type { listsProblems } from '#core/problems/award/lists.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const lists: Record<keyof typeof listsProblems, ProblemWords> = {
  'lists.too-many-rows': {
    title: 'So many cannot be chosen at once',
    detail: ({ most }) =>
      `At most ${Number(most).toLocaleString('en-GB')} rows can be chosen for one act, so that its preview can be read. Nothing was added: narrow the list by a filter, or do it in parts.`,
  },
  'lists.may-not-share': {
    title: 'You may not share views of this list',
    detail: () =>
      'You read this list and others work with it, so views of yours stay your own. Save it without sharing, or ask an organiser.',
  },
};
