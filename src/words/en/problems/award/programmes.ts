import type { programmesProblems } from '#core/problems/award/programmes.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { when } from '../../dates.ts';

export const programmes: Record<keyof typeof programmesProblems, ProblemWords> = {
  'programmes.not-a-time-zone': {
    title: 'Not a time zone',
    detail: ({ zone }) => `“${zone}” is not in the list of time zones. Write it like Europe/Paris: the continent and the city.`,
  },
  'programmes.no-category': { title: 'No category yet', detail: () => 'People enter in a category. Add at least one.' },
  'programmes.no-criterion': { title: 'No criterion yet', detail: () => 'Judges mark by criteria. Add at least one, with its weight.' },
  'programmes.not-ready': {
    title: 'This edition is not ready',
    detail: ({ count }) => `Nothing was published. ${count === 1 ? 'One thing is' : `${count} things are`} missing; they are listed below.`,
  },
  'programmes.already-published': {
    title: 'This edition is published',
    detail: () => 'The criteria people read in the call stay as they are. Change them in the next edition.',
  },
  'programmes.publish-at-impossible': {
    title: 'The edition cannot be published then',
    detail: ({ now, years }) => `It is ${when(now)}. Choose an instant after that, and within ${years} years.`,
  },
  'programmes.not-scheduled': {
    title: 'Nothing is planned',
    detail: () => 'No instant was set at which the edition becomes public, or it was cancelled meanwhile. Load the page again to see.',
  },
  'programmes.address-taken': {
    title: 'This address is taken',
    detail: ({ address }) => `“${address}” belongs to something else. Choose another one.`,
  },
  'programmes.address-was': {
    title: 'This address leads to something else',
    detail: ({ address }) =>
      `“${address}” was the address of something else, and whoever kept it is still led there. Choose another one, or take it over: then nobody is led there any more.`,
  },
  'programmes.address-unchanged': {
    title: 'This is the address already',
    detail: ({ address }) => `“${address}” is what it is called now. Nothing was changed.`,
  },
  'programmes.category-code-taken': {
    title: 'This code is taken',
    detail: ({ code }) => `Another category of this edition has the code ${code}. Choose a different one.`,
  },
  'programmes.categories-settled': {
    title: 'The categories are settled',
    detail: ({ closedAt }) => `Entries closed on ${when(closedAt)}, so nobody could enter in a new category. Add it to the next edition.`,
  },
  'programmes.category-names-settled': {
    title: 'The names of the categories are settled',
    detail: ({ announcedAt }) =>
      `The winners are announced on ${when(announcedAt)}, and what they win keeps its name. Give the category its new name in the next edition.`,
  },
  'programmes.panel-settled': {
    title: 'The panel is settled',
    detail: ({ openedAt }) =>
      `Judging opened on ${when(openedAt)}, and every entry is judged by the panel it had then. Choose another one for the next edition.`,
  },
  'programmes.entry-dates-settled': {
    title: 'Entries have closed',
    detail: ({ closedAt }) =>
      `Judging began when entries closed on ${when(closedAt)}, so only the end of judging can still be moved. Leave the other dates as they were.`,
  },
  'programmes.dates-settled': {
    title: 'The dates are settled',
    detail: ({ announcedAt }) => `The winners are announced on ${when(announcedAt)}. After that decision no date of the edition moves.`,
  },
  'programmes.judging-would-be-over': {
    title: 'Judging would be over already',
    detail: ({ closesAt }) =>
      `Judging is under way and would have closed on ${when(closesAt)}, in the past. Choose an instant still to come.`,
  },
  'programmes.entries-not-open': {
    title: 'Entries are not open',
    detail: () => 'Only entries that are open can be closed. Load the page again to see where the edition stands.',
  },
  'programmes.judging-not-open': {
    title: 'Judging is not under way',
    detail: () =>
      'Judging can be ended once entries have closed and until it has ended. Load the page again to see where the edition stands.',
  },
  'programmes.panel-larger-than-seats': {
    title: 'The panel is larger than its seats',
    detail: ({ minimum, seats }) =>
      `At least ${minimum} ballots are wanted for each entry, but only ${seats} judges would read it. Lower one or raise the other.`,
  },
  'programmes.no-such-chapter': {
    title: 'There is no such chapter',
    detail: ({ chapter }) => `The edition has no chapter with the key ${chapter}. Load the page again to see which it has.`,
  },
  'programmes.chapter-held': {
    title: 'This person manages the chapter already',
    detail: ({ email, chapter }) => `${email} already manages ${chapter}, so no invitation was sent.`,
  },
  'programmes.role-held': {
    title: 'This person has the role already',
    detail: ({ email }) => `${email} already does this in the programme, so no invitation was sent.`,
  },
  'programmes.role-not-held': {
    title: 'This role was already taken away',
    detail: () => 'The person no longer has this role in the programme. Load the page again to see who has which.',
  },
  'programmes.dry-run-no-categories': {
    title: 'No category takes entries',
    detail: () => 'A season is made up category by category. Add one that takes entries, then try again.',
  },
  'programmes.dry-run-too-large': {
    title: 'This is more than a dry run makes up',
    detail: ({ entries, most, marks, mostMarks, seasons }) =>
      `One season would have ${entries} entries and ${marks} marks, ${seasons} times over. At most ${most} entries and ${mostMarks} marks are made up in a season. Choose fewer entries for each category, fewer judges or fewer seasons.`,
  },
  'programmes.dry-run-too-few-judges': {
    title: 'There would be too few judges',
    detail: ({ judges, needed }) => `Every entry is read by ${needed} judges, and there would be ${judges}. Choose at least ${needed}.`,
  },
  'programmes.dry-run-uncountable': {
    title: 'Nothing could be counted by these rules',
    detail: ({ count }) =>
      `${count === 1 ? 'One thing has' : `${count} things have`} to be mended in criteria or award rules before entries can be counted. A real count would be refused for the same.`,
  },
  'programmes.dry-run-going-on': {
    title: 'A dry run is going on',
    detail: () => 'One season is made up at a time. Wait until it is done, or stop it.',
  },
  'programmes.dry-run-ended': {
    title: 'This dry run has ended',
    detail: () => 'It was done or stopped meanwhile. Load the page again to see what came out.',
  },
  'programmes.invitation-not-open': {
    title: 'This invitation is not open any more',
    detail: () => 'It was accepted, withdrawn or replaced by a newer one meanwhile. Load the page again to see who was invited.',
  },
};
