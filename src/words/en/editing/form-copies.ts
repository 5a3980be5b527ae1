/** Sentences about forms that entries answer, and their working copies. */

const entries = (n: number): string => (n === 1 ? '1 entry' : `${n} entries`);
const drafts = (n: number): string => (n === 1 ? '1 draft' : `${n} drafts`);

export const formCopies = {
  answered: 'Entries answer this form.',
  answeredText:
    'What you save goes into a working copy first. Entrants and judges see nothing of it until you have seen who is affected and apply it.',
  open: 'This is a working copy.',
  openText: (by: string, since: string) => `${by} began it on ${since}. Entrants and judges see nothing of it until it is applied.`,
  toChanges: 'See who is affected',
  discard: 'Throw the copy away',
  undoMore: 'the last change of the working copy',
  resumeMore: 'throwing the working copy away',
  saved: {
    copied: 'The working copy is saved. Nobody is asked by it yet.',
    resumed: 'The working copy is as it was before.',
    discarded: 'The working copy is thrown away. The form is as entrants know it.',
    applied: 'The form asks by what was the working copy from now on.',
  },
  title: 'Who is affected',
  verdict: (touched: { readonly drafts: number; readonly submitted: number }) => {
    if (touched.drafts + touched.submitted === 0) return 'No entry is affected';
    const parts = [
      ...(touched.drafts > 0 ? [drafts(touched.drafts)] : []),
      ...(touched.submitted > 0 ? [`${entries(touched.submitted)} sent in`] : []),
    ];
    return `${parts.join(' and ')} ${touched.drafts + touched.submitted === 1 ? 'is' : 'are'} affected`;
  },
  lead: 'What was sent in stays valid and is read and judged as it was sent in. Drafts, and entries that were sent back, are written by the new form: what it asks anew is asked before they are sent in. No answer is deleted.',
  among: (of: { readonly drafts: number; readonly submitted: number }) =>
    `${drafts(of.drafts)} and ${entries(of.submitted)} sent in answer this form. Entries that were sent back count as drafts.`,
  none: {
    title: 'No working copy',
    text: 'What you change in this form goes into a working copy, and here you see what it does.',
    toForm: 'To the form',
  },
  same: { title: 'Nothing is different', text: 'The working copy asks what the form asks already.' },
  changes: 'What changes',
  change: 'Change',
  ofDrafts: 'Drafts',
  ofSubmitted: 'Sent in',
  does: 'What it does',
  count: (n: number, of: number) => `${n} of ${of}`,
  list: 'Entries that are affected',
  entry: 'Entry',
  draft: 'A draft',
  category: 'Category',
  state: 'State',
  states: { draft: 'Draft', returned: 'Sent back', submitted: 'Sent in', accepted: 'Accepted' },
  happens: 'What happens to it',
  /** Behind the name of a question. */
  outcome: (what: string) => `: ${what}.`,
  more: (n: number) => `and ${n} more`,
  savedOn: 'Last saved',
  pages: 'Pages of affected entries',
  first: 'First page',
  next: 'Next page',
  shown: (n: number, all: number) => `${n} of ${entries(all)}`,
  apply: 'Apply',
  applyText: 'From then on everybody who writes an entry is asked by this form. Whoever has a draft is told on it what is new.',
  applyAct: 'Apply the working copy',
  locked: 'The edition is locked. Unlock it with a reason to apply the copy; the reason and the change are told publicly.',
};
