import type { judgingProblems } from '#core/problems/award/judging.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { dates, when } from '../../dates.ts';

export const judging: Record<keyof typeof judgingProblems, ProblemWords> = {
  'judging.entries-still-open': {
    title: 'Entries are still open',
    detail: ({ closesAt }) =>
      `Entries close on ${when(closesAt)}, and what arrives until then would have no judges. Wait until they close, or say that you want to assign now; assigning again later adds what is new.`,
  },
  'judging.no-entries': {
    title: 'There is nothing to judge',
    detail: () => 'No entry of this edition has been accepted. Accept entries under Screening first.',
  },
  'judging.no-judges': {
    title: 'There are no judges',
    detail: () => 'Nobody is a judge in this programme. Invite judges under People; they appear here when they have accepted.',
  },
  'judging.plan-changed': {
    title: 'The plan has changed',
    detail: () =>
      'An entry, a judge or an interest was added while you looked, so this would do something else than what you saw. Nothing was assigned. Look at the new plan below and confirm it.',
  },
  'judging.closed': {
    title: 'Judging has closed',
    detail: ({ closedAt, arrivedAt }) =>
      `Judging closed on ${dates.exact(String(closedAt))}, and this arrived on ${dates.exact(String(arrivedAt))}. It was not saved; what you saved before is kept. If something outside your control went wrong, tell the organiser.`,
  },
  'judging.reminder-changed': {
    title: 'Other judges are late now',
    detail: ({ seen, now }) =>
      `You saw ${seen} ${Number(seen) === 1 ? 'judge' : 'judges'} to remind, and it would be ${now} now. Nobody was written to. Look again and confirm.`,
  },
  'judging.nobody-to-remind': {
    title: 'There is nobody to remind',
    detail: () =>
      'Whoever owes a ballot was reminded less than a day ago, or wants no reminders. Come again tomorrow, or write to them yourself.',
  },
  'judging.entry-is-read': {
    title: 'Judges have this entry already',
    detail: () =>
      'It was given to judges, so it is not taken out from under them. Write to the organiser: once they have excused its judges, you may withdraw it.',
  },
  'judging.seated-for-entry': {
    title: 'You judge this entry',
    detail: () => 'Nobody judges what they write or own. Declare the interest under Judging first; then accept the invitation.',
  },
  'judging.entry-has-seats': {
    title: 'Judges have this entry',
    detail: ({ judges }) =>
      `${judges === 1 ? 'One judge has' : `${judges} judges have`} been assigned to it, so its acceptance cannot be taken back. Release the seats under Judging first.`,
  },
  'judging.results-decided': {
    title: 'The results are decided',
    detail: () =>
      'The edition has an announcement, so seats and ballots stay as they are. Withdraw the announcement first, while it lies in the future.',
  },
  'judging.marks-missing': {
    title: 'Marks are missing',
    detail: ({ count, criteria }) =>
      `${count === 1 ? 'One mark is' : `${count} marks are`} missing: ${criteria}. What you wrote is below. Give every criterion a mark, then submit.`,
  },
  'judging.mark-missing': { title: 'Missing mark', detail: ({ criterion }) => `${criterion} has no mark yet.` },
  'judging.mark-between-steps': {
    title: 'Mark between two steps',
    detail: ({ criterion, step }) =>
      Number(step) === 1
        ? `${criterion} takes whole marks.`
        : `Marks for ${criterion} go in steps of ${step}. Take the one above or below.`,
  },
  'judging.must-apply': {
    title: 'This applies to every entry',
    detail: ({ criterion }) => `${criterion} applies to every entry, by the rules of this edition. Give it a mark.`,
  },
  'judging.comments-missing': {
    title: 'Words are missing',
    detail: ({ count, criteria }) =>
      `${count === 1 ? 'One criterion asks' : `${count} criteria ask`} for words beside the mark: ${criteria}. What you wrote is below. Write a sentence for each, then submit.`,
  },
  'judging.comment-missing': {
    title: 'Missing words',
    detail: ({ criterion }) => `${criterion} asks for words beside its mark, and has none yet.`,
  },
  'judging.ballot-submitted': {
    title: 'This ballot is submitted',
    detail: () => 'A submitted ballot is not changed unseen. Reopen it first; until judging closes you may.',
  },
  'judging.ballot-not-submitted': {
    title: 'This ballot is open',
    detail: () => 'There is nothing to reopen: the ballot has not been submitted. You can go on writing.',
  },
};
