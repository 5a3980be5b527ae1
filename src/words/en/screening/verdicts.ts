/** Sentences about entries that may not compete. */
import { isolated } from '../../isolated.ts';

type Told = { readonly greeting: string; readonly number: string; readonly title: string; readonly address: string };

const entriesOf = (n: number) => (n === 1 ? 'one entry' : `${n.toLocaleString('en-GB')} entries`);

export const verdicts = {
  /** What an entry is ruled out for, until an edition says otherwise. */
  reasons: ['It does not meet the rules of its category', 'It was sent in twice', 'What it needs is missing', 'It is not from the period'],
  mails: {
    notEligible: {
      subject: (number: string, programme: string) => `${programme}: ${number} does not compete`,
      text: ({ greeting, number, title, reason, address }: Told & { readonly reason: string }) =>
        `${greeting}\n\nwe read “${title}” (${number}), and it cannot compete:\n\n${reason}\n\nThe entry keeps its number and what you wrote. If you think we are mistaken, write to the organiser; the entry is here:\n\n${address}\n`,
      example: 'It does not meet the rules of its category.\n\nThe category asks for work of the last year.',
    },
    again: {
      subject: (number: string, programme: string) => `${programme}: we look at ${number} again`,
      text: ({ greeting, number, title, address }: Told) =>
        `${greeting}\n\nwe wrote to you that “${title}” (${number}) cannot compete. That is taken back: the entry waits to be looked at again. You need not do anything; it is here:\n\n${address}\n`,
    },
  },
  title: 'It may not compete',
  will: 'Nobody but those who screen learns of it until you send it. You can take it back.',
  why: 'Reason',
  choose: 'Choose a reason',
  words: 'What the writer is told besides',
  wordsHint: 'These words go to the writer as they are, below the reason',
  duplicateOf: 'Duplicate of',
  duplicateHint: 'The number of the entry that competes in its place',
  optional: 'optional',
  go: 'Rule it out',
  held: 'It may not compete',
  heldText: 'Its writer does not know yet.',
  states: { held: 'Ready to send', unconfirmed: 'A second screener has to agree', disputed: 'Two screeners disagree', sent: 'Sent' },
  by: (who: string, when: string) => `${isolated(who)} decided it on ${when}.`,
  agreed: (who: string, when: string) => `${isolated(who)} agreed on ${when}.`,
  disputed: (who: string, when: string) => `${isolated(who)} disagreed on ${when}. Take it back, and decide together.`,
  sentBy: (who: string, when: string) => `${isolated(who)} sent it on ${when}.`,
  duplicate: 'Competes in its place',
  send: 'Send it',
  sendWill: (who: string) => `One mail goes to ${isolated(who)} with the reason and the words, and the entry shows them.`,
  sentByManagers: 'Those who run the programme send it.',
  back: 'Take it back',
  backWill: 'The entry waits again. Nobody is told, because nobody was.',
  backSent: 'The entry waits again, and its writer gets a mail that says so.',
  look: 'Second look',
  lookText: 'Do you see it so too? Whoever decided it cannot say.',
  yours: 'You decided it, so somebody else has to look.',
  agree: 'I agree',
  disagree: 'I disagree',
  remark: 'Why not',
  remarkHint: 'For those who screen; needed if you disagree',
  history: {
    ruledOut: (by: string) => `${isolated(by)} ruled it out`,
    agreed: (by: string) => `${isolated(by)} agreed`,
    disagreed: (by: string) => `${isolated(by)} disagreed`,
    sent: (by: string) => `${isolated(by)} sent that it may not compete`,
    undone: (by: string) => `${isolated(by)} took back that it may not compete`,
  },
  entrant: {
    title: 'It does not compete',
    text: (when: string) => `We told you on ${when}. The entry keeps its number, and judges do not read it.`,
    todo: 'If you think we are mistaken, write to the organiser.',
  },
  toast: {
    held: (number: string) => `${number} is ruled out. Its writer does not know yet.`,
    sent: (n: number) => `Sent: ${entriesOf(n)}.`,
  },
};
