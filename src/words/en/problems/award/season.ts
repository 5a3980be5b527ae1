import type { seasonProblems } from '#core/problems/award/season.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { when } from '../../dates.ts';

export const season: Record<keyof typeof seasonProblems, ProblemWords> = {
  'season.not-an-instant': { title: 'Not a date', detail: () => 'This is not a date and time. Write both.' },
  'season.entries-close-before-open': {
    title: 'Entries would close before they open',
    detail: ({ opensAt, closesAt }) => `Entries open on ${when(opensAt)} and would close on ${when(closesAt)}. Choose a later close.`,
  },
  'season.judging-opens-before-entries-close': {
    title: 'Judging would open while entries can change',
    detail: ({ opensAt, entriesCloseAt }) =>
      `Judging would open on ${when(opensAt)}, but entries can be changed until ${when(entriesCloseAt)}. Open judging then or later.`,
  },
  'season.judging-closes-before-open': {
    title: 'Judging would close before it opens',
    detail: ({ opensAt, closesAt }) => `Judging opens on ${when(opensAt)} and would close on ${when(closesAt)}. Choose a later close.`,
  },
  'season.announced-before-judging-closes': {
    title: 'Winners would be announced during judging',
    detail: ({ announcedAt, judgingCloseAt }) =>
      `The announcement is set for ${when(announcedAt)}, but judging goes on until ${when(judgingCloseAt)}. Announce then or later.`,
  },
};
