/** Sentences about more time than others have. */
import { isolated } from '../../isolated.ts';

type Told = {
  readonly greeting: string;
  readonly programme: string;
  readonly reason: string;
  readonly until: string;
  readonly closes: string;
  readonly address: string;
};

const people = (n: number): string => (n === 1 ? 'one person' : `${n} people`);

export const moreTime = {
  mails: {
    given: {
      subject: (programme: string) => `${programme}: you have more time`,
      text: ({ greeting, programme, reason, until, address }: Told) =>
        `${greeting}\n\nfor ${programme} you may submit until ${until}:\n\n${reason}\n\nThis holds for all you have begun. What you wrote is where you left it.\n\n${address}\n`,
    },
    over: {
      subject: (programme: string) => `${programme}: your additional time was taken back`,
      text: ({ greeting, programme, until, closes, address }: Told) =>
        `${greeting}\n\nfor ${programme} you had until ${until}. The organiser has taken this back: for you, as for everybody, entries close on ${closes}. What you wrote is kept.\n\n${address}\n`,
    },
    example: 'Our pages did not answer for an hour that afternoon.',
  },
  writer: (until: string, open: boolean) =>
    open ? `You have more time than others: you may submit until ${until}.` : `You had more time than others, until ${until}.`,
  manager: {
    title: 'More time for one entrant',
    text: 'They may submit, and begin, until the moment you name, and are told by mail. For everybody else the close stays what it is.',
    none: 'Nobody has been given more time.',
    who: 'Who',
    until: 'Until',
    untilIn: (city: string) => `Until (${city} time)`,
    reason: 'Why',
    reasonHint: 'They read this, and it stands in the record.',
    email: 'Their address',
    emailHint: 'The one they signed in with. They must have begun an entry here.',
    by: 'Given by',
    give: 'Give more time',
    given: 'They have more time, and a mail says so.',
    back: 'Take it back',
    takenBack: 'The time was taken back, and a mail says so.',
    was: 'over',
    optional: 'optional',
  },
  outage: {
    title: 'More time after an outage',
    text: 'Say when it was. Whoever had something begun before it was over, and wrote in it on the day before it or since, gets until the moment you name. You see how many that is before anything is given. Whoever tried and had begun nothing is not known; give them more time by their address.',
    from: (city: string) => `It began (${city} time)`,
    to: (city: string) => `It ended (${city} time)`,
    look: 'See who it kept back',
    ask: (n: number, until: string) => `Give ${people(n)} until ${until}?`,
    will: (n: number, from: string, to: string) =>
      `${n === 1 ? 'One person has' : `${n} people have`} something begun that the outage from ${from} to ${to} kept back. ${n === 1 ? 'They get' : 'Each gets'} a mail that says until when. It can be taken back.`,
    nobody: 'That was no outage, or it kept nobody back. Look at the moments again.',
    log: 'Log of the outage',
    logHint: 'What shows that it was: lines of a log, a report. It is kept with the reason in the record.',
    go: (n: number) => `Give ${people(n)} more time`,
    cancel: 'Give nothing',
    done: 'They have more time, and mails say so.',
    row: (from: string, to: string, n: number, until: string) => `${from} to ${to}: ${people(n)} until ${until}`,
    by: (name: string, reason: string) => `${isolated(name)}: ${isolated(reason)}`,
    states: { running: 'running', over: 'over', 'taken-back': 'taken back' },
    back: 'Take it back',
  },
};
