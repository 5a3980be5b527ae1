import type { entriesProblems } from '#core/problems/award/entries.ts';
import { isolated } from '../../../isolated.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { exactly, when } from '../../dates.ts';
import { fileSize } from '../../numbers.ts';

/** As the page of the category says it. */
const counting =
  'An entry counts once it is sent in: drafts do not count, nor does what is withdrawn, and one that is sent back keeps its place.';

export const entries: Record<keyof typeof entriesProblems, ProblemWords> = {
  'entries.not-open-yet': {
    title: 'Entries are not open yet',
    detail: ({ opensAt }) => `They open on ${when(opensAt)}. Come back then; nothing is lost.`,
  },
  'entries.closed': {
    title: 'Entries have closed',
    detail: ({ closedAt, arrivedAt }) =>
      `Entries closed on ${exactly(closedAt)}, and this arrived on ${exactly(arrivedAt)}. What counts is when it was sent in, not when an upload began. What you wrote and uploaded is kept. If something outside your control went wrong, write to the organiser.`,
  },
  'entries.late-code-held': {
    title: 'You have used this code',
    detail: () => 'You have used this code already, and it holds for you. There is nothing more to do with it.',
  },
  'entries.category-retired': {
    title: 'This category takes no more entries',
    detail: ({ category }) => `“${category}” was retired. What was entered in it before stays. Choose another category.`,
  },
  'entries.category-full': {
    title: 'This category is full',
    detail: ({ category, most }) =>
      `“${category}” takes ${Number(most) === 1 ? 'one entry' : `${most} entries`} from everybody together, and as many were sent in. ${counting} Nothing of yours is lost. Choose another category, or ask the organiser: if the limit is raised, it opens again.`,
  },
  'entries.own-limit-reached': {
    title: 'You have as many entries here as one may have',
    detail: ({ category, most }) =>
      `“${category}” takes ${Number(most) === 1 ? 'one entry' : `${most} entries`} of one entrant, and you have sent in as many. ${counting} Nothing of yours is lost. Choose another category for the next.`,
  },
  'entries.no-such-chapter': {
    title: 'There is no such chapter',
    detail: ({ chapter }) => `The edition has no chapter with the key ${chapter}. Choose one of those it has.`,
  },
  'entries.chapter-missing': {
    title: 'The chapter is missing',
    detail: () => 'Nobody knows from the nominee alone which chapter it is entered in. Choose the chapter.',
  },
  'entries.in-chapter-already': {
    title: 'The entry is in this chapter already',
    detail: ({ number }) => `${number} belongs to this chapter, so nothing was changed.`,
  },
  'entries.already-submitted': {
    title: 'This entry is already submitted',
    detail: ({ number }) => `It was received as ${number}. What was submitted stands; the receipt is in your mail.`,
  },
  'entries.not-editable': {
    title: 'This entry is with the organiser',
    detail: ({ number }) =>
      `${number} was submitted, so it can no longer be changed. If it is sent back to you, you may change it and submit again.`,
  },
  'entries.written-by-two': {
    title: 'Two texts for one field',
    detail: ({ count }) =>
      `Something else was saved meanwhile in ${Number(count) === 1 ? 'a field' : `${count} fields`} you wrote in too. Nothing of it is lost: both texts stand in the form. Choose, and save.`,
  },
  'entries.saved-here-too': {
    title: 'Saved here too',
    detail: ({ by, at }) =>
      by === '' ? `Saved from another window or device of yours on ${when(at)}.` : `Saved by ${isolated(String(by))} on ${when(at)}.`,
  },
  'entries.right-missing': {
    title: 'This is not yours to do',
    detail: ({ needed }) =>
      needed === 'submit'
        ? 'The entry is shared with you to write in it, not to send it in or take it back. Ask its owner to do it, or to let you.'
        : 'The entry is shared with you to read it, not to write in it. Ask its owner to let you.',
  },
  'entries.writer-is-owner': {
    title: 'This is the owner of the entry',
    detail: ({ email }) => `${isolated(String(email))} belongs to whoever the entry is of. Invite somebody else.`,
  },
  'entries.writer-held': {
    title: 'The entry is shared with them already',
    detail: ({ email }) => `${isolated(String(email))} can open it. To let them do more or less, change what they may do.`,
  },
  'entries.too-many-writers-invited': {
    title: 'Many have been invited today',
    detail: ({ limit }) => `For one entry ${limit} invitations leave in a day. Invite the others tomorrow.`,
  },
  'entries.writer-invitation-not-open': {
    title: 'This invitation is open no more',
    detail: () => 'It was accepted or withdrawn meanwhile. Read the page again to see who writes the entry.',
  },
  'entries.no-such-writer': {
    title: 'The entry is not shared with them',
    detail: () => 'They left, or were removed already. Read the page again to see who writes the entry.',
  },
  'entries.nothing-to-withdraw': {
    title: 'There is nothing to withdraw',
    detail: ({ state }) =>
      state === 'withdrawn'
        ? 'This entry is withdrawn already. Nobody reads it.'
        : 'This entry was not sent in, so nobody reads it. It stays your draft.',
  },
  'entries.withdrawn-too-late': {
    title: 'The results are announced',
    detail: () => 'What was announced stays as it was announced. If something in it must not stay public, write to the organiser.',
  },
  'entries.not-withdrawn': {
    title: 'This entry is not withdrawn',
    detail: () => 'It came back already, or was never withdrawn. Read the page again to see how it stands.',
  },
  'entries.mend-by-passed': {
    title: 'The time to mend it has ended',
    detail: ({ until, arrivedAt }) =>
      `It could be submitted again until ${exactly(until)}, and this arrived on ${exactly(arrivedAt)}. What you wrote can still be saved. If you need more time, write to the organiser.`,
  },
  'entries.nothing-to-reopen': {
    title: 'There is nothing to open again',
    detail: ({ state }) =>
      state === 'withdrawn'
        ? 'This entry is withdrawn. Nobody reads it, so it has no next version.'
        : state === 'ineligible'
          ? 'This entry may not compete. Nobody judges it, so it has no next version.'
          : 'This entry is with its writer already. It was sent back, and they change it there.',
  },
  'entries.open-anyway': {
    title: 'Entries are still open',
    detail: () => 'Until entries close an entry is sent back to be changed. Send it back, or come again when they have closed.',
  },
  'entries.reopened-too-late': {
    title: 'Judging is over',
    detail: () => 'Nobody would read a next version any more. What was submitted stands.',
  },
  'entries.until-has-passed': {
    title: 'This moment has passed',
    detail: () => 'Choose one that is still to come.',
  },
  'entries.until-after-judging': {
    title: 'This is after judging',
    detail: () => 'Judges could not read what comes in then. Choose a moment before judging closes.',
  },
  'entries.until-no-later': {
    title: 'Everybody has until then',
    detail: () => 'Entries are open to everybody until then. Choose a moment after the close.',
  },
  'entries.no-such-entrant': {
    title: 'Nobody here has this address',
    detail: () =>
      'Nobody with this address has begun an entry in this edition. Ask them to begin one, or to say by which address they signed in.',
  },
  'entries.no-more-time-left': {
    title: 'There is nothing to take back',
    detail: () => 'This time is over, or somebody has taken it back. Nothing was changed.',
  },
  'entries.no-outage': {
    title: 'This was no outage yet',
    detail: () => 'An outage ends after it began, and is over. Say when it began and when it ended.',
  },
  'entries.grace-changed': {
    title: 'It would be other people now',
    detail: ({ seen, now }) =>
      `You saw ${seen} ${Number(seen) === 1 ? 'person' : 'people'} whom the outage kept back, and it is ${now} now. Nobody was given anything. Look again and confirm.`,
  },
  'entries.nobody-kept-back': {
    title: 'The outage kept nobody back',
    detail: () => 'Nobody has anything begun that was open then. If you know of somebody, give them more time by their address.',
  },
  'entries.reminder-changed': {
    title: 'Other people have something open now',
    detail: ({ seen, now }) =>
      `You saw ${seen} ${Number(seen) === 1 ? 'person' : 'people'} to remind, and it would be ${now} now. Nobody was written to. Look again and confirm.`,
  },
  'entries.nobody-to-remind': {
    title: 'There is nobody to remind',
    detail: () => 'Whoever has something open was reminded by hand less than a day ago, or wants no reminders. Come again tomorrow.',
  },
  'entries.open-again-already': {
    title: 'It is open again already',
    detail: ({ until }) => `Its writer has until ${exactly(until)}. Close it first if it is to be another moment.`,
  },
  'entries.not-open-again': {
    title: 'It is not open again',
    detail: ({ number }) => `${number} was submitted anew, or its time has run out. Read the page again to see how it stands.`,
  },
  'entries.reopening-over': {
    title: 'This version is not written any more',
    detail: () =>
      'It was submitted, or the organiser closed the entry again, sent it back or ruled it out, or it was withdrawn. Open the entry to see what stands.',
  },
  'entries.not-eligible': {
    title: 'The rules say no',
    detail: ({ category, count }) =>
      `As it stands this cannot be entered in “${category}”: ${Number(count) === 1 ? 'a rule is not met' : `${count} rules are not met`}. What you wrote is kept. Change what the rules name, choose another category, or write to the organiser if something in them is wrong about you.`,
  },
  'entries.rule-refuses': {
    title: 'A rule is not met',
    detail: ({ because }) => String(because),
  },
  'entries.file-too-large': {
    title: 'This file is too large',
    detail: ({ name, bytes, limit }) =>
      `“${name}” is ${fileSize(Number(bytes))} and the limit is ${fileSize(Number(limit))}. Make it smaller, or send the part that matters.`,
  },
  'entries.file-empty': {
    title: 'This file is empty',
    detail: ({ name }) => (name ? `“${name}” has no content. Choose another.` : 'No file was chosen.'),
  },
  'entries.file-type-refused': {
    title: 'This kind of file is not taken',
    detail: ({ name }) =>
      `What is inside “${name}” is none of PDF, PNG, JPEG, WebP, DOCX, plain text, MP4, MOV, WebM or MKV, whatever its name says. Save it as one of these.`,
  },
  'entries.too-many-files': {
    title: 'No more files',
    detail: ({ limit }) => `An entry may have ${limit} files. Remove one that is there, then add the other.`,
  },
  'entries.files-too-large': {
    title: 'The files are too large together',
    detail: ({ limit }) => `The files of an entry may have ${fileSize(Number(limit))} together. Remove one, or send a smaller one.`,
  },
};
