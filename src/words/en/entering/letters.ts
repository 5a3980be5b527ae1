/** Sentences about letters of referees. */
import type { LetterState } from '#core/entries/asking/letters.ts';
import { isolated } from '../../isolated.ts';

const hello = (name: string) => (name === '' ? 'Hello' : `Hello ${name}`);
const called = (title: string) => (title === '' ? 'an entry that has no title yet' : `“${title}”`);
const quoted = (text: string) => text.replaceAll(/^/gm, '> ');

type Asked = {
  readonly name: string;
  readonly by: string;
  readonly title: string;
  readonly nominee: string;
  readonly programme: string;
  readonly message: string;
  readonly confidential: boolean;
  readonly until: string;
  readonly address: string;
};
type Receipt = {
  readonly name: string;
  readonly title: string;
  readonly programme: string;
  readonly hash: string;
  readonly at: string;
  readonly until: string;
  readonly address: string;
};
type Answered = {
  readonly name: string;
  readonly became: 'arrived' | 'declined';
  readonly title: string;
  readonly programme: string;
  readonly address: string;
};

const entryOf = ({ title, nominee }: Asked) => `${called(title)}${nominee === '' ? '' : `, about ${nominee},`}`;
const saidBy = ({ by, message }: Asked) => (message === '' ? '' : `${by} writes:\n\n${quoted(message)}\n\n`);
const readers = (confidential: boolean) =>
  confidential
    ? 'Your letter is confidential: it is read by those who run the programme and by its judges, and never by whoever entered.'
    : 'Your letter is open: it is read by whoever entered, by those who run the programme, and by its judges.';
const way = ({ until, address }: Asked) =>
  `To read more and to write, open this page. You need no account:\n\n${address}\n\nYou can write until ${until}, and change what you wrote until then. On the same page you can decline. The link is yours alone: whoever has it can write in your name.\n`;

export const letters = {
  mails: {
    asked: {
      subject: (by: string, programme: string) => `${by} asks you for a letter for ${programme}`,
      text: (of: Asked) =>
        `${hello(of.name)},\n\n${of.by} is entering ${entryOf(of)} for ${of.programme}, and asks you to write a letter in support of it.\n\n${saidBy(of)}${readers(of.confidential)}\n\n${way(of)}`,
    },
    reminder: {
      subject: (by: string, programme: string) => `${by} still hopes for your letter for ${programme}`,
      text: (of: Asked) =>
        `${hello(of.name)},\n\n${of.by} asked you to write a letter in support of ${entryOf(of)} for ${of.programme}. Nothing has arrived yet.\n\n${saidBy(of)}${readers(of.confidential)}\n\n${way(of)}`,
    },
    receipt: {
      subject: (programme: string) => `Your letter for ${programme} is kept`,
      text: ({ name, title, programme, hash, at, until, address }: Receipt) =>
        `${hello(name)},\n\nyour letter for ${called(title)}, ${programme}, was saved on ${at}.\n\nThe SHA-256 of its text, in UTF-8, is\n\n${hash}\n\nYou can read and change it until ${until}:\n\n${address}\n`,
    },
    answered: {
      subject: (programme: string, became: 'arrived' | 'declined') =>
        became === 'arrived' ? `${programme}: a letter has arrived` : `${programme}: a referee has declined`,
      text: ({ name, became, title, programme, address }: Answered) =>
        `${hello(name)},\n\n${became === 'arrived' ? 'a letter you asked for has arrived' : 'a referee you asked has declined to write a letter'}: ${called(title)}, ${programme}.\n\nAll letters of the entry:\n\n${address}\n`,
    },
  },
  link: 'Letters of referees',
  linkMissing: (missing: number) =>
    missing === 1 ? 'Letters of referees: one still missing' : `Letters of referees: ${missing} still missing`,
  title: 'Letters of referees',
  lead: (most: number) => `Ask up to ${most} people who know of it to write in support of this entry. They need no account.`,
  due: (until: string) => `Letters can be written until ${until}. The entry can be submitted before they arrive.`,
  over: (until: string) => `The time for letters ended on ${until}. What had arrived by then stands.`,
  out: 'The entry takes part no more, so no letters are asked for.',
  asked: 'Asked',
  none: 'Nobody is asked yet',
  noneText: 'A letter from somebody who was there often says what an entry cannot say of itself.',
  states: { waiting: 'Waiting', arrived: 'Arrived', declined: 'Declined', withdrawn: 'Withdrawn' } satisfies Record<LetterState, string>,
  kinds: { open: 'Open', confidential: 'Confidential' },
  gone: 'Somebody whose name was erased',
  askedOn: (at: string) => `Asked on ${at}`,
  remindedOn: (at: string) => `reminded on ${at}`,
  arrivedOn: (at: string) => `arrived on ${at}`,
  keptFromYou: 'You do not read it: it is for those who run the programme, and for judges.',
  read: 'Read the letter',
  readMore: (name: string) => `of ${name}`,
  saidThat: 'They said:',
  erased: 'Its text was erased.',
  remind: 'Remind',
  remindMore: (name: string) => `${name} of the letter`,
  tomorrow: 'Can be reminded a day after the last mail.',
  withdraw: 'Withdraw',
  withdrawMore: (name: string) => `the request to ${name}`,
  ask: 'Ask a referee',
  askLead: 'They get a mail with a link, what you write here, and the title and nominee of the entry. They do not see the entry itself.',
  name: 'Their name',
  email: 'Their e-mail',
  relation: 'Who they are to the nominee',
  relationHint: 'Judges read this beside the letter: “led the shelter during the flood”.',
  message: 'A few words to them',
  messageHint: 'What would you like them to write about?',
  optional: 'optional',
  kind: 'Who reads the letter',
  kindHints: {
    open: 'You, those who run the programme, and judges.',
    confidential: 'Those who run the programme, and judges. You only see that it arrived.',
  },
  kindChosen: 'They are told which it is. It cannot be changed afterwards.',
  send: 'Ask for a letter',
  full: (most: number) =>
    `${most} letters are asked for or arrived, which is as many as an entry may have. Withdraw a request to ask somebody else.`,
  onlySenders: 'Its owner asks for letters, and whoever may send the entry in.',
  sent: (email: string) => `A mail is on its way to ${isolated(email)}.`,
  reminded: 'A reminder is on its way.',
  withdrawn: 'The request is withdrawn. Its link says so.',
  page: {
    over: 'A letter is asked of you',
    title: (title: string) => title || 'An entry that has no title yet',
    lead: (by: string, programme: string) =>
      `${isolated(by)} enters this for ${isolated(programme)} and asks you to write a letter in support of it.`,
    nominee: 'About',
    programme: 'Entered for',
    by: 'Asked by',
    you: 'You',
    until: 'Can be written until',
    says: (by: string) => `What ${isolated(by)} writes to you`,
    privacy: 'Who reads your letter',
    readers: {
      open: 'Whoever wrote the entry, those who run the programme, and the judges of the entry.',
      confidential:
        'Those who run the programme, and the judges of the entry. Whoever wrote the entry is told that it arrived, and never reads it.',
    },
    kept: 'They see your name and who you are to the nominee beside it. It is kept and erased with the entry, is not published, and is used for nothing else. Your e-mail is not shown to judges.',
    letter: 'Your letter',
    letterHint: 'What have you seen yourself? Examples help judges most.',
    save: 'Send the letter',
    change: 'Save the change',
    changing: (until: string) => `You can change it until ${until}.`,
    saved: 'Your letter is kept. A mail with its SHA-256 is on its way to you.',
    arrived: (at: string) => `It first arrived on ${at}.`,
    decline: 'Decline',
    declineTitle: 'Rather not?',
    declineText: 'Whoever asked is told that you declined, and is not able to ask you again for this entry.',
    takeBack: 'This also takes back the letter you wrote.',
    declineWords: 'A few words to them',
    declineWordsHint: 'Whoever asked reads this.',
    declined: 'You have declined',
    declinedText: 'Whoever asked was told. If you change your mind, write the letter below.',
    declinedOver: 'Whoever asked was told. You need do nothing more.',
    closed: (until: string) => `The time for letters ended on ${until}`,
    closedWithout:
      'Nothing had arrived by then, and nothing can be written any more. If you still want to say something, write to whoever asked you.',
    closedWith: 'What you wrote by then stands, and is shown below. It cannot be changed any more.',
    out: 'This entry takes part no more',
    outText: 'It was withdrawn, or may not compete, so no letter is needed.',
  },
  shown: {
    title: 'Letters of referees',
    confidential: 'Confidential: whoever entered does not read it',
    open: 'Whoever entered may read it',
    kept: 'You write this entry yourself, so you do not read it.',
    arrived: (at: string) => `Arrived on ${at}`,
    hash: 'SHA-256',
  },
};
