/** Sentences of the page that helps somebody to choose a category. */
import type { FinderQuestion } from '#core/categories/finder.ts';
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { inWords } from '../numbers.ts';

const nominee: Record<NomineeKind, string> = {
  person: 'A person',
  team: 'A team',
  organisation: 'An organisation',
  technology: 'A technology or site',
};
const nominator: Record<NominatorKind, string> = {
  self: 'The nominees themselves',
  peer: 'A colleague or peer',
  customer: 'A customer',
};
const asked: Record<FinderQuestion, string> = {
  nominee: 'Who or what is it about?',
  nominator: 'Who sends it in?',
  family: 'Which award is nearest?',
  branch: 'In which field?',
};
const meets: Record<FinderQuestion, string> = {
  nominee: 'honours what you named',
  nominator: 'may be sent in by whom you named',
  family: 'is part of the award you chose',
  branch: 'is of the field you chose',
};
const leavesOpen: Record<FinderQuestion, string> = {
  nominee: 'leaves open who or what it honours',
  nominator: 'leaves open who sends it in',
  family: 'is part of every award',
  branch: 'is not parted by field',
};
const short: Record<FinderQuestion, string> = {
  nominee: 'who or what it is about',
  nominator: 'who sends it in',
  family: 'the award',
  branch: 'the field',
};

const categories = (n: number): string => `${inWords(n)} ${n === 1 ? 'category' : 'categories'}`;
const joined = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;

export const finder = {
  title: 'Find the category that fits',
  lead: 'Answer what you can and leave the rest open. Nothing is kept.',
  questions: 'Questions',
  asked,
  nominee,
  nominator,
  notSure: 'Not sure yet',
  go: 'Show what fits',
  again: 'Start again',
  fits: (n: number): string => `${categories(n)} ${n === 1 ? 'fits' : 'fit'}`,
  more: (n: number): string => `${categories(n)} more of this award ${n === 1 ? 'fits' : 'fit'}`,
  rest: (n: number): string => `${categories(n)} more ${n === 1 ? 'fits' : 'fit'}. Answer a question to see fewer of them.`,
  nothingToAsk: 'There is nothing to ask that would tell the categories apart.',
  because: (reasons: readonly { readonly question: FinderQuestion; readonly open: boolean }[]): string =>
    `It ${joined(reasons.map(({ question, open }) => (open ? leavesOpen : meets)[question]))}.`,
  none: 'No category fits all of these answers',
  noneText: 'Each answer is right for some category; none has all of them.',
  leaveOpen: (question: FinderQuestion, n: number): string => `Leave open ${short[question]}: ${categories(n).toLowerCase()}`,
};
