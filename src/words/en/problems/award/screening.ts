import type { screeningProblems } from '#core/problems/award/screening.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { exactly } from '../../dates.ts';

const names: Readonly<Record<string, string>> = { title: 'its title', nominee: 'its nominee', body: 'its story' };

const counts = (n: number, thing: string): string => (n === 0 ? '' : n === 1 ? `one ${thing}` : `${n} ${thing}s`);

export const screening: Record<keyof typeof screeningProblems, ProblemWords> = {
  'screening.category-full': {
    title: 'The other category is full',
    detail: ({ category, most }) =>
      `“${category}” takes ${Number(most) === 1 ? 'one entry' : `${most} entries`}, and as many are in it. Nothing was moved. Raise its limit first, or choose another category.`,
  },
  'screening.in-category-already': {
    title: 'It is in this category already',
    detail: ({ category }) =>
      `It is in “${category}”, perhaps because somebody else has just moved it. Load the page again to see how it stands.`,
  },
  'screening.no-move-to-undo': {
    title: 'There is no move to take back',
    detail: ({ state }) =>
      state === 'accepted'
        ? 'It is accepted. Take the acceptance back first, then the move.'
        : state === 'returned'
          ? 'It was sent back, or its writer has begun to change it. Take the return back first, or wait until they submit it again, and move it then.'
          : 'It was not moved, the move was taken back already, or its writer has submitted it anew since. Move it to the category it belongs to.',
  },
  'screening.plan-changed': {
    title: 'The move would do something else now',
    detail: ({ category, missing, unasked }) =>
      `The form of “${category}” or of its own category has changed since you looked. Now ${counts(Number(missing), 'thing') || 'nothing'} would be missing there, and ${counts(Number(unasked), 'answer') || 'no answer'} would not be asked. Nothing was moved. Read what stands here, then move it.`,
  },
  'screening.not-movable': {
    title: 'This entry cannot be moved now',
    detail: ({ state }) =>
      state === 'accepted'
        ? 'It is accepted. Take the acceptance back first, then move it.'
        : state === 'returned'
          ? 'It was sent back to its writer. Take the return back first, or wait until they submit it again, then move it.'
          : state === 'ineligible'
            ? 'It was ruled out. Take that back first, then move it.'
            : state === 'withdrawn'
              ? 'Its writer has withdrawn it. It can be moved once they take that back.'
              : `It is ${state} now. Only an entry that waits is moved. Load the page again to see how it stands.`,
  },
  'screening.own-limit-reached': {
    title: 'Its writer has as many entries there as one may have',
    detail: ({ category, most }) =>
      `“${category}” takes ${Number(most) === 1 ? 'one entry' : `${most} entries`} of one entrant, and theirs are in. Nothing was moved. Raise its limit first, or choose another category.`,
  },
  'screening.judging-over': {
    title: 'Judging is over',
    detail: () => 'What was sent before judging ended stays: the entry was not judged, and cannot be any more.',
  },
  'screening.looked-already': {
    title: 'A second screener has looked already',
    detail: () => 'Two people have said what they think of it. Load the page again to see what; to start anew, take it back.',
  },
  'screening.mend-by-too-late': {
    title: 'This is too late',
    detail: () =>
      'It could not be looked at before judges begin, or where they have begun already, before judging closes. Choose an earlier moment.',
  },
  'screening.mended-meanwhile': {
    title: 'Its writer has begun to mend it',
    detail: () => 'What was submitted and what they have written since are not the same any more. Wait for them, or give them more time.',
  },
  'screening.no-verdict': {
    title: 'It is not ruled out',
    detail: () => 'Nobody has decided that this entry may not compete, or it was taken back. Load the page again to see how it stands.',
  },
  'screening.none-returned': {
    title: 'None of these is with its writer',
    detail: ({ chosen }) =>
      chosen === 1
        ? 'It was submitted again, taken back or withdrawn meanwhile. Nothing was changed.'
        : `All ${chosen} were submitted again, taken back or withdrawn meanwhile. Nothing was changed.`,
  },
  'screening.some-mended': {
    title: 'Somebody has begun to mend theirs',
    detail: ({ mended, chosen }) =>
      `Of ${chosen} that were sent back, ${mended === 1 ? 'one is' : `${mended} are`} being written again, so they are not taken back together. Nothing was changed: take the others back on their own pages.`,
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
  'screening.not-returned': {
    title: 'This entry is not with its writer',
    detail: ({ state }) => `It is ${state} now: it was submitted again, taken back or withdrawn. Load the page again to see how it stands.`,
  },
  'screening.nothing-to-undo': {
    title: 'There is nothing to undo',
    detail: ({ state }) => `Only an acceptance can be taken back, and this entry is ${state}.`,
  },
  'screening.read-otherwise': {
    title: 'This entry is not what you read any more',
    detail: ({ at, head, answers, files }) => {
      const named = String(head)
        .split(' ')
        .flatMap((part) => names[part] ?? []);
      const counted = [counts(Number(answers), 'answer'), counts(Number(files), 'file')].filter(Boolean);
      const what = [...named, ...counted];
      if (what.length === 0)
        return 'What it says is the same, but it was moved or decided about meanwhile. Read where it stands now, then decide.';
      return `Since you opened it these changed: ${what.join(', ')}. It was saved on ${exactly(at)}. Read it as it is now, then decide; nothing was decided.`;
    },
  },
  'screening.over': {
    title: 'Judging has begun',
    detail: () => 'Until then this could be changed. To let the writer submit another version, open the entry again.',
  },
  'screening.own-entry': {
    title: 'This entry is yours',
    detail: () =>
      'You entered it, or you are let write it, so somebody else who screens decides. Nothing was changed; go on with the next one.',
  },
  'screening.sent-by-managers': {
    title: 'Its writer knows already',
    detail: () => 'What was sent is taken back by those who run the programme. Tell one of them why; nothing was changed.',
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
