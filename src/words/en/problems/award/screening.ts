import type { screeningProblems } from '#core/problems/award/screening.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const screening: Record<keyof typeof screeningProblems, ProblemWords> = {
  'screening.judging-over': {
    title: 'Judging is over',
    detail: () => 'What was sent before judging ended stays: the entry was not judged, and cannot be any more.',
  },
  'screening.looked-already': {
    title: 'A second screener has looked already',
    detail: () => 'Two people have said what they think of it. Load the page again to see what; to start anew, take it back.',
  },
  'screening.no-verdict': {
    title: 'It is not ruled out',
    detail: () => 'Nobody has decided that this entry may not compete, or it was taken back. Load the page again to see how it stands.',
  },
  'screening.none-to-send': {
    title: 'None of these can be sent',
    detail: ({ chosen }) =>
      chosen === 1
        ? 'It was sent or taken back meanwhile, was withdrawn, or a second screener has not agreed to it. Nothing was changed.'
        : `All ${chosen} were sent or taken back meanwhile, were withdrawn, or a second screener has not agreed to them. Nothing was changed.`,
  },
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
  'screening.same-person': {
    title: 'Somebody else has to look',
    detail: () => 'You decided that this entry may not compete, so the second look is another person’s. Ask one who screens with you.',
  },
  'screening.verdict-sent': {
    title: 'It is sent already',
    detail: () => 'The writer knows that this entry may not compete. To change that, take it back.',
  },
  'screening.verdict-stands': {
    title: 'It is decided that this entry may not compete',
    detail: () => 'The verdict waits to be sent. Take it back first, then decide again.',
  },
};
