/** Sentences of what comes by post for an entry. */
import { isolated } from '../../isolated.ts';

type Told = {
  readonly greeting: string;
  readonly programme: string;
  readonly number: string;
  readonly title: string;
  readonly what: string;
  readonly at: string;
  readonly address: string;
};

export const items = {
  mail: {
    example: 'A printed portfolio',
    subject: (number: string, programme: string) => `${programme}: what you sent for ${number} has arrived`,
    text: ({ greeting, programme, number, title, what, at, address }: Told) =>
      `${greeting}\n\nsomething you sent by post for your entry ${number}, “${title}”, to ${programme} has arrived:\n\n${what}\n${at}\n\nIt is noted on the page of your entry:\n\n${address}\n`,
  },
  title: 'Received by post',
  link: (here: number) => (here === 0 ? 'Received by post' : `Received by post: ${here} here`),
  verdict: (n: number) =>
    n === 0
      ? 'Nothing that came by post is here'
      : n === 1
        ? 'One thing that came by post is here'
        : `${n} things that came by post are here`,
  note: 'Note what came',
  noteText: 'Whoever entered is told by mail that it has arrived.',
  number: 'Number of the entry',
  numberHint: 'It stands on the receipt, and should stand on the parcel.',
  what: 'What it is',
  whatHint: 'As whoever sent it would call it: a printed portfolio, a sample, a letter.',
  place: 'Where it lies',
  placeHint: 'For those who look for it. Whoever entered does not read this.',
  received: 'When it came',
  receivedHint: (zone: string) => `Time in ${zone}. Empty means now.`,
  optional: 'optional',
  noteAct: 'Note it',
  noted: (number: string) => `It is noted for ${number}, and a mail is on its way.`,
  ended: 'It is noted what became of it.',
  back: 'It counts as here again.',
  filter: 'Show',
  filters: { here: 'Those here', all: 'All' },
  table: 'What came, the latest first',
  columns: { what: 'What', entry: 'Entry', came: 'Came', place: 'Lies', now: 'Now' },
  by: (at: string, by: string) => `${at}, noted by ${isolated(by)}`,
  gone: 'These words were deleted.',
  here: 'Here',
  outcomes: { 'sent-back': 'Sent back', kept: 'Stays with us', 'thrown-away': 'Thrown away', mistake: 'Noted by mistake' },
  endedBy: (at: string, by: string) => `${at}, by ${isolated(by)}`,
  became: 'What became of it',
  becameOf: (what: string) => `What became of ${isolated(what)}`,
  becameAct: 'Say so',
  undo: 'It is still here',
  none: 'Nothing came yet',
  noneText: 'When something comes by post for an entry, note it here: whoever sent it is told, and everybody knows where it lies.',
  noneHere: 'Nothing is here',
  noneHereText: 'Of everything that came it is noted what became of it.',
  next: 'Earlier ones',
  entrant: 'Received by post',
  entrantLine: (what: string, at: string) => `${isolated(what)}, on ${at}`,
};
