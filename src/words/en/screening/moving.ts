/** Sentences about entries that are moved to another category. */
import { isolated } from '../../isolated.ts';

type Told = {
  readonly greeting: string;
  readonly number: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** What its writer has to do: a sentence. */
  readonly next: string;
  readonly address: string;
};

const things = (n: number): string => (n === 1 ? 'one thing' : `${n} things`);

const aside = (n: number): string =>
  n === 0
    ? ''
    : `${n === 1 ? 'One answer is' : `${n} answers are`} not asked there: ${n === 1 ? 'it is' : 'they are'} kept, and shown to nobody. `;

const kinds: Readonly<Record<string, string>> = {
  person: 'a person',
  team: 'a team',
  organisation: 'an organisation',
  technology: 'a technology or a site',
  self: 'the nominees themselves',
  peer: 'people who work beside them',
  customer: 'people they serve',
};

export const moving = {
  kinds,
  mail: {
    subject: (number: string, programme: string) => `${programme}: ${number} is in another category now`,
    text: ({ greeting, number, title, from, to, reason, next, address }: Told) =>
      `${greeting}\n\nwe moved “${title}” (${number}) from “${from}” to “${to}”:\n\n${reason}\n\nIt keeps its number and everything you wrote. ${next}\n\n${address}\n`,
    next: (missing: number, unasked: number, until: string) =>
      `${aside(unasked)}${
        missing === 0
          ? 'You need not do anything; it is here:'
          : `The other category asks ${things(missing)} more: answer ${missing === 1 ? 'it' : 'them'} and submit it again until ${until}, here:`
      }`,
    undone: {
      subject: (number: string, programme: string) => `${programme}: ${number} is back in its category`,
      text: ({ greeting, number, title, from, to, address }: Omit<Told, 'reason' | 'next'>) =>
        `${greeting}\n\nwe had moved “${title}” (${number}) to “${from}”. That is taken back: it is in “${to}” again as you submitted it, and you need not do anything. It is here:\n\n${address}\n`,
    },
    example: 'It tells of a team, and the other category is for teams.',
  },
  title: 'Move it to another category',
  lead: 'The next page shows what goes along and what is missing there, before anything is moved.',
  to: 'Category',
  look: 'See what it would do',
  plan: (category: string) => `Move it to “${isolated(category)}”?`,
  will: (who: string) => `It keeps its number, its price and everything it says. One mail goes to ${isolated(who)} with your reason.`,
  kept: (n: number) => (n === 0 ? 'None of its answers is asked there.' : n === 1 ? 'One answer goes along.' : `${n} answers go along.`),
  missing: 'Asked there and missing',
  missingText: 'It goes back to its writer for these.',
  nothingMissing: 'Nothing is missing there: it goes on waiting for a decision.',
  unasked: 'Not asked there',
  unaskedText: 'It is kept, and counts again if the entry is moved back. Nobody reads it there.',
  restated: {
    nomineeKind: (before: string, after: string) => `The nominee was said to be ${before} and counts as ${after} there.`,
    nominator: (before: string, after: string) => `It was said to be sent in by ${before} and counts as sent in by ${after} there.`,
  },
  reason: 'Why',
  reasonHint: 'Its writer reads this, and it stands in the record.',
  until: (city: string) => `To be answered by (${city} time)`,
  go: 'Move it',
  not: 'Leave it where it is',
  full: 'It takes no more entries',
  done: (category: string) => `It is in “${isolated(category)}” now. Its writer is told.`,
  back: {
    title: (category: string) => `Take the move to “${isolated(category)}” back`,
    will: (to: string, who: string) =>
      `It waits in “${isolated(to)}” again as it was submitted, as long as its writer has changed nothing. One mail goes to ${isolated(who)}.`,
    go: 'Take the move back',
    done: (category: string) => `It is in “${isolated(category)}” again. Its writer is told.`,
  },
  undone: (by: string, from: string, to: string) => `${isolated(by)} took the move back: from “${isolated(from)}” to “${isolated(to)}”`,
  history: (by: string, from: string, to: string) => `${isolated(by)} moved it from “${isolated(from)}” to “${isolated(to)}”`,
  historyNote: (missing: number, unasked: number) =>
    [missing === 0 ? '' : `${things(missing)} missing there.`, unasked === 0 ? '' : `${things(unasked)} not asked there.`]
      .filter(Boolean)
      .join(' '),
  parts: {
    nominee: 'Nominee',
    title: 'Title',
    body: 'Story',
    nomineeKind: 'What the nominee is',
    nominator: 'Who sends it in',
    file: 'File',
  },
  writer: {
    lead: (from: string, to: string) => `The organiser moved this entry from “${isolated(from)}” to “${isolated(to)}”.`,
    text: (when: string, unasked: number) => `That was on ${when}. It keeps its number and everything you wrote. ${aside(unasked)}`.trim(),
  },
};
