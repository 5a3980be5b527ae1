/** Sentences about entries that were sent back: until when they may be mended, and that it is another moment now. */
import { isolated } from '../../isolated.ts';

type Told = { readonly greeting: string; readonly number: string; readonly title: string; readonly address: string };

export const mending = {
  mails: {
    moved: {
      subject: (number: string, programme: string) => `${programme}: mend ${number} by another moment`,
      text: ({ greeting, number, title, reason, until, address }: Told & { readonly reason: string; readonly until: string }) =>
        `${greeting}\n\nyou may mend “${title}” (${number}) and submit it again until ${until}. That is another moment than we named before:\n\n${reason}\n\nWhat we asked you to mend stands in the entry:\n\n${address}\n`,
    },
    undone: {
      subject: (number: string, programme: string) => `${programme}: you need not mend ${number}`,
      text: ({ greeting, number, title, address }: Told) =>
        `${greeting}\n\nwe had asked you to mend “${title}” (${number}). That is taken back: what you submitted waits as it is, and you need not do anything. It is here:\n\n${address}\n`,
    },
    example: 'You asked for a week more.',
  },
  until: (city: string) => `Mend it by (${city} time)`,
  untilOpen: (closes: string) => `Before judges begin. Without it the writer has until entries close, ${closes}.`,
  untilClosed: 'Before judges begin. Without it the entry cannot be submitted again, because entries have closed.',
  by: (when: string) => `To be mended by ${when}.`,
  over: (when: string) => `It was to be mended by ${when}, and was not. Its writer cannot submit it any more unless you give more time.`,
  open: (closes: string) => `To be mended until entries close, ${closes}.`,
  closed: 'Entries have closed, so its writer cannot submit it again unless you give them time.',
  move: {
    title: 'Name another moment',
    will: (who: string) => `One mail goes to ${isolated(who)} with the moment and your reason.`,
    reason: 'Why it is another moment',
    reasonHint: 'Its writer reads this, and it stands in the record.',
    go: 'Name this moment',
    done: 'Its writer is told.',
  },
  undo: {
    will: (who: string) =>
      `What was submitted waits for you again, as long as its writer has changed nothing. One mail goes to ${isolated(who)}.`,
    go: 'Take the return back',
  },
  group: 'Not mended in time',
  groupText: 'They stay with their writers, who cannot submit them any more. Give more time, or leave them out.',
  groupUntil: 'Was to be mended by',
  tag: 'Not mended in time',
  verdicts: {
    'mending-moved': (by: string) => `${isolated(by)} named another moment to mend it by`,
    'return-undone': (by: string) => `${isolated(by)} took the return back`,
  },
  /** After the reason of a decision. */
  said: (when: string) => `Until ${when}.`,
};
