/** Sentences of what an entrant and an organiser say to each other about an entry. */
import { isolated } from '../../isolated.ts';

type Told = {
  readonly name: string;
  readonly programme: string;
  /** '' of what was never sent in. */
  readonly number: string;
  readonly category: string;
  readonly count: number;
  readonly address: string;
};

const hello = (name: string) => (name === '' ? 'Hello' : `Hello ${name}`);
const messages = (n: number) => (n === 1 ? 'One message waits' : `${n} messages wait`);
const below = 'Please do not answer this mail: the answer belongs on that page, where all of it is kept together.';

export const threads = {
  mails: {
    asked: {
      subject: (programme: string) => `${programme}: an entrant asks you something`,
      text: ({ name, programme, number, category, count, address }: Told) =>
        `${hello(name)},\n\nwhoever writes ${number === '' ? `an entry in “${category}” that is not submitted yet` : `entry ${number} in “${category}”`} wrote to the organisers of ${programme}. ${messages(count)} for an answer.\n\nTo read and answer, open this page:\n\n${address}\n\n${below}\n`,
    },
    answered: {
      subject: (programme: string) => `${programme}: the organiser wrote to you`,
      text: ({ name, programme, number, category, count, address }: Told) =>
        `${hello(name)},\n\nthe organiser of ${programme} wrote to you about ${number === '' ? 'your entry' : `entry ${number}`} in “${category}”. ${messages(count)} for you.\n\nTo read and answer, open this page:\n\n${address}\n\n${below}\n`,
    },
  },
  link: 'Questions',
  linkNew: (n: number) => (n === 1 ? 'One new message from the organiser' : `${n} new messages from the organiser`),
  title: 'Questions about this entry',
  /** A page of older messages has no form. */
  latest: 'To the latest messages',
  earlier: 'Earlier messages',
  log: 'What was said',
  gone: 'These words were deleted.',
  you: 'you',
  ofEntrant: 'entrant',
  ofOrganiser: 'organiser',
  said: (name: string, side: string) => `${isolated(name)}, ${side}`,
  message: 'Your message',
  send: 'Send',
  sent: 'Your message is sent.',
  kept: 'Nothing that was sent can be changed or taken back. To correct something, write again.',
  entrant: {
    lead: 'You and the organiser read this, and whoever you share the entry with. Judges never do.',
    none: 'Nothing was asked yet',
    noneText: 'Ask the organiser about this entry. They are told by mail, and so are you when they answer.',
    onlyReads: 'You may read this entry and what is said about it. To write here, ask its owner.',
    hint: 'Plain text. Say everything the organiser has to know; they see your entry once it is submitted.',
    read: 'I have read this',
    readDone: 'What you have read is no longer counted as new.',
    unread: (n: number) => (n === 1 ? 'One message is new to you.' : `${n} messages are new to you.`),
    tag: 'New',
  },
  organiser: {
    lead: (owner: string) => `${isolated(owner)} reads this, and whoever they share the entry with. Judges never do.`,
    none: 'Nothing was said yet',
    noneText: 'Write to whoever entered this. They are told by mail, and can answer on a page of their own.',
    hint: 'Plain text. They are told by mail and see your name.',
    waits: 'The entrant waits for an answer.',
    settle: 'No answer needed',
    settleMore: 'Answer below. Or set it aside: it then waits for nobody, and the entrant is not told.',
    settledDone: 'It waits for nobody any more.',
    settled: (by: string, at: string) => `${isolated(by)} said on ${at} that no answer is needed.`,
    draft: 'Still being written',
    draftText: 'This entry is not submitted. You see what its writer asks, and nothing of the entry.',
    untitled: (category: string) => `An entry in ${isolated(category)}`,
    toEntry: 'To the entry',
    all: 'Questions of entrants',
    verdict: (n: number) =>
      n === 0 ? 'No entrant waits for an answer' : n === 1 ? 'One entrant waits for an answer' : `${n} entrants wait for an answer`,
    filter: 'Show',
    filters: { waiting: 'Those that wait', all: 'All' },
    table: 'What was said, the latest first',
    tag: 'Waits',
    noneWait: 'Nobody waits',
    noneWaitText: 'Every question has its answer. A new one is told to you by mail, and counted on your home.',
    noneAtAll: 'Nobody has asked anything',
    noneAtAllText:
      'Whoever writes an entry can ask you about it on the page of the entry. You write first on the page of an entry that was submitted.',
    note: (owner: string, category: string, messages: number, at: string) =>
      `${isolated(owner)}, ${isolated(category)}; ${messages === 1 ? 'one message' : `${messages} messages`}, the last on ${at}`,
    next: 'Older ones',
    task: (n: number) => (n === 1 ? 'Answer the question of an entrant' : `Answer the questions of ${n} entrants`),
    taskNote: 'They asked about an entry and wait',
    link: (waiting: number) => (waiting === 0 ? 'Questions of entrants' : `Questions of entrants: ${waiting} waiting`),
  },
};
