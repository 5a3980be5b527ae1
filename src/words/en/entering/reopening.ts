/** Sentences about entries that were opened again after entries closed. */
import { isolated } from '../../isolated.ts';

type Told = {
  readonly greeting: string;
  readonly number: string;
  readonly title: string;
  readonly programme: string;
  readonly reason: string;
  readonly until: string;
  readonly address: string;
};

const things = (n: number): string => (n === 1 ? 'One thing' : `${n} things`);

export const reopening = {
  mails: {
    reopened: {
      subject: (number: string, programme: string) => `${programme}: your entry ${number} is open again`,
      text: ({ greeting, title, programme, reason, until, address }: Told) =>
        `${greeting}\n\n“${title}” for ${programme} is open again, for you alone, until ${until}:\n\n${reason}\n\nWhat you submitted stands meanwhile, and judges read it. If you change it and submit it again before then, the new version takes its place. If you do nothing, nothing changes.\n\n${address}\n`,
    },
    cancelled: {
      subject: (number: string, programme: string) => `${programme}: your entry ${number} is closed again`,
      text: ({ greeting, title, programme, until, address }: Told) =>
        `${greeting}\n\n“${title}” for ${programme} was open again until ${until}. The organiser has closed it before then. What you submitted stands, and nothing of it has changed:\n\n${address}\n`,
    },
    example: 'The figure on the second page had slipped by a line.',
  },
  writer: {
    tag: 'Open again',
    lead: 'Your entry is open again.',
    text: (until: string) => `You may submit a new version until ${until}. What you submitted stands until you do, and judges read it.`,
    go: 'Write the new version',
    next: 'A new version of what you submitted',
    nextText: 'What stands is not touched until you submit this. If the time runs out first, it goes on standing.',
    nextOver: 'The time has run out. What you submitted before stands.',
    standing: 'See what stands',
    changed: (n: number) => (n === 0 ? 'Nothing is changed yet' : `${things(n)} changed so far`),
    due: (title: string, away: string) => `“${isolated(title)}” is open again; a new version is due ${away}.`,
    note: (until: string) => `open again for you until ${until}`,
  },
  manager: {
    title: 'Open it again',
    will: (who: string, closes: string) =>
      `${isolated(who)} may then submit a new version until the moment you name, and is told so by mail. What was submitted stands until they do: lists, counts, exports and judges keep it. No other entry is touched; for all others entries closed on ${closes}.`,
    marked: 'Ballots on it stay as they are. If a judge is to look again, tell them once the new version is in.',
    until: (city: string) => `Until (${city} time)`,
    untilHint: 'Before judging closes.',
    reason: 'Why',
    reasonHint: 'Its writer reads this, and it stands in the record.',
    go: 'Open it again',
    done: 'The entry is open again for its writer.',
    cancelled: 'The entry is closed again. What was submitted stands.',
    cancel: 'Close it again',
    cancelWill: 'What was submitted stands. What was written of a new version is kept with its writer.',
    history: 'Opened again',
    opened: (by: string, until: string) => `${isolated(by)} opened it until ${until}`,
    states: {
      running: 'Open now',
      'sent-in': 'A new version was submitted',
      cancelled: 'Closed again',
      'ran-out': 'The time ran out; what was submitted stands',
    },
    changed: (n: number) => (n === 0 ? 'The new version says the same' : `${things(n)} changed`),
  },
  changes: {
    parts: { title: 'Title', nominee: 'Nominee', body: 'Story' },
    added: 'File added',
    removed: 'File taken away',
  },
};
