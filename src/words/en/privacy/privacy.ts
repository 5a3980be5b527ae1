/** Sentences about one's own data: copies, erasure, accounts that become one; and what administrators do about them. */
import { isolated } from '../../isolated.ts';
import { fileSize } from '../numbers.ts';

const many = (count: number, one: string, more: string) => (count === 1 ? `one ${one}` : `${count} ${more}`);

type Say = (count: number) => string;

/** What goes, stays or moves, by the name its slice gave it. */
const lines: Readonly<Record<string, Say>> = {
  account: () => 'name, address and password',
  sessions: (count) => many(count, 'sign-in', 'sign-ins'),
  factors: (count) => many(count, 'passkey or app', 'passkeys and apps'),
  addresses: (count) => many(count, 'address', 'addresses'),
  agreements: (count) => many(count, 'agreement to terms', 'agreements to terms'),
  record: (count) => `what the record says, in ${many(count, 'event', 'events')}`,
  administrator: () => 'administering the organisation',
  roles: (count) => many(count, 'role in a programme', 'roles in programmes'),
  invitations: (count) => many(count, 'invitation', 'invitations'),
  'shared-entries': (count) => many(count, 'entry that others share', 'entries that others share'),
  'writer-invitations': (count) => many(count, 'invitation to write an entry', 'invitations to write entries'),
  letters: (count) => many(count, 'letter about somebody’s entry', 'letters about entries of others'),
  'thread-messages': (count) => many(count, 'message about an entry', 'messages about entries'),
  remarks: (count) => many(count, 'question or comment', 'questions and comments'),
  nominations: (count) => many(count, 'nomination', 'nominations'),
  mail: (count) => many(count, 'mail', 'mails'),
  contacts: (count) => many(count, 'contact or employment', 'contacts and employments'),
  entries: (count) => many(count, 'entry', 'entries'),
  files: (count) => many(count, 'file', 'files'),
  awarded: (count) => `${many(count, 'entry', 'entries')} that won: nominee and title as they were announced, without the name`,
  'past-wins': (count) => `${many(count, 'winner', 'winners')} of old lists called so, without the name`,
  'open-seats': (count) => `${many(count, 'seat', 'seats')} to judge on which nothing was submitted`,
  ballots: (count) => `the marks of ${many(count, 'ballot', 'ballots')}, without a name and without the comment`,
  seats: (count) => `${many(count, 'seat', 'seats')} to judge, with the ballots on them`,
  views: (count) => many(count, 'kept view', 'kept views'),
  requests: (count) => `that ${many(count, 'request', 'requests')} about data came and what became of ${count === 1 ? 'it' : 'them'}`,
};

const leftOut: Readonly<Record<string, Say>> = {
  secrets: (count) => `The keys of ${many(count, 'passkey or app', 'passkeys and apps')} are secrets and stand in no copy.`,
  'own-acts': (count) => `Of ${many(count, 'act', 'acts')} of your own only kind and time are given: the words may name others.`,
  confidential: (count) =>
    `What judges wrote of your entries, on ${many(count, 'ballot', 'ballots')}, is theirs and confidential. The result is public once it is announced.`,
  'large-files': (count) => `${many(count, 'file is', 'files are')} too large for this copy. Open the entry to download it.`,
};

const parts: Readonly<Record<string, string>> = {
  'more-time': 'More time you were given',
  account: 'Your account',
  sessions: 'Where you are signed in',
  factors: 'Passkeys and apps',
  agreements: 'Terms you agreed to',
  'api-keys': 'Keys of programs that act for you',
  administrator: 'Administering the organisation',
  record: 'What the record says',
  roles: 'Roles in programmes',
  invitations: 'Invitations to you',
  'shared-entries': 'Entries others share with you',
  'writer-invitations': 'Invitations to write an entry',
  chapters: 'Chapters you manage',
  letters: 'Letters asked of you, for entries of others',
  'letters-asked-for': 'Letters you asked for, for your entries',
  'thread-messages': 'What you and organisers wrote to each other about entries',
  remarks: 'Questions and comments you wrote',
  'nominations-made': 'Nominations you made',
  'nominations-of-you': 'Nominations of you',
  mail: 'Mails to you',
  employments: 'Where the organisation knows you to work',
  entries: 'Your entries',
  screening: 'What was decided about your entries before judging',
  ballots: 'Your ballots',
  interests: 'Interests you declared',
  'saved-views': 'Views of lists you kept',
  requests: 'What you asked about your data',
};

type TimerWords = {
  readonly name: string;
  readonly from: string;
  /** What letting go does, where it does not only empty what is there. */
  readonly letGo?: string;
};

const timers: Readonly<Record<string, TimerWords>> = {
  'companies.contacts': { name: 'Contacts', from: 'after the last employment' },
  'entries.drafts': { name: 'Entries never accepted', from: 'after entries closed' },
  'entries.not-awarded': { name: 'Entries that won nothing', from: 'after the announcement' },
  'judging.comments': { name: 'Judges’ comments', from: 'after the announcement' },
  'messages.mail': { name: 'Mail', from: 'after it was sent' },
  'nominations.never-accepted': {
    name: 'Nominations never accepted',
    from: 'after entries closed',
    letGo: 'Nominee and nominations are deleted whole.',
  },
  'nominations.accepted': {
    name: 'Nominations that were accepted',
    from: 'after entries closed',
    letGo: 'Nominee and nominations are deleted whole; the entry stays.',
  },
  'programmes.remarks': { name: 'Questions and comments never shown', from: 'after they were made or turned down' },
  'privacy.unused-accounts': {
    name: 'Accounts nobody uses',
    from: 'after they last did something; without roles, entries or seats',
    letGo: 'Each is told by mail now and erased thirty days from now. Who signs in before that keeps the account.',
  },
  'entries.writer-invitations': { name: 'Invitations to write an entry', from: 'after they expired' },
  'programmes.invitations': { name: 'Invitations', from: 'after they expired unanswered' },
};

const states = {
  export: { waiting: 'is being made', ready: 'ready', done: 'done', withdrawn: 'withdrawn', refused: 'refused', expired: 'gone' },
  erasure: { waiting: 'waits', ready: 'waits', done: 'carried out', withdrawn: 'withdrawn', refused: 'refused', expired: 'gone' },
} as const;

export const privacy = {
  title: 'Your data',
  toPrivacy: 'A copy of your data, erasing it, merging accounts',
  lead: 'What is known of you here, and what you can do about it.',
  line: (what: string, count: number): string => lines[what]?.(count) ?? `${what}: ${count}`,
  leftOut: (what: string, count: number): string => leftOut[what]?.(count) ?? `${what}: ${count}`,
  part: (name: string): string => parts[name] ?? name,
  timer: (name: string): TimerWords => timers[name] ?? { name, from: '' },
  state: (kind: 'export' | 'erasure', state: keyof (typeof states)['export']): string => states[kind][state],
  kind: { export: 'A copy', erasure: 'Erasure' },
  copy: {
    title: 'A copy of your data',
    lead: 'Everything this organisation knows of you, part by part. The same stands beside this page as tables (CSV) and for machines (JSON).',
    text: 'A ZIP with a page to read, tables, and the files you sent. It is made in the background; a mail tells you when it is ready, and it is kept for seven days.',
    ask: 'Make a copy',
    making: 'Your copy is being made. A mail tells you when it is ready.',
    ready: (bytes: number, until: string) => `Your copy is ready (${fileSize(bytes)}). It is kept until ${until}.`,
    take: 'Download the copy',
    asked: 'It is being made. You get a mail when it is ready.',
  },
  erase: {
    title: 'Erase my account',
    text: 'Your account and what you wrote go from here for good. You have a week to change your mind.',
    look: 'See what would go',
    question: 'Erase your account?',
    goes: 'This goes:',
    stays: 'This stays, and leads to nobody:',
    staysWhy: 'What was counted has to stay countable, and what was announced stays announced.',
    blocked: 'Not now',
    after:
      'It is done a week from now, everywhere you have been with this account. Until then you can withdraw it here. After that nothing can bring it back.',
    go: 'Erase it in a week',
    not: 'Keep my account',
    waits: (at: string) => `Your account will be erased on ${at}.`,
    withdraw: 'Keep my account after all',
    asked: 'Noted. A mail tells you how to withdraw it.',
    withdrawn: 'Withdrawn. Nothing will be erased.',
    refused: 'Your last request could not be carried out.',
  },
  merge: {
    title: 'Merge another account into this one',
    text: 'If you have two accounts here, one can take the other in: entries, seats, roles and addresses move to this one.',
    email: 'E-mail address of the other account',
    ask: 'Mail a link to it',
    sent: (email: string) =>
      `If ${email} belongs to another account, a mail is there in a minute. Open it in this browser; it works for two hours.`,
    pageTitle: 'Merge two accounts',
    pageLead: (from: string, into: string) => `${from} becomes part of ${into}.`,
    moves: 'This moves:',
    nothing: 'There is nothing to move but the address.',
    effect: (from: string) => `You can sign in with ${from} as before; it opens this account. Every session of the other account ends.`,
    factors:
      'This account keeps its password, passkeys and apps. Those of the other account move only if this one has none; otherwise they go.',
    history: 'The record keeps saying which account did what; the other one’s id leads to this one.',
    forGood: 'This cannot be undone.',
    code: 'A code from the app of the other account',
    codeHint: 'That account asks for one. A recovery code of it will do.',
    go: 'Merge them for good',
    not: 'Leave them as they are',
    done: 'The two accounts are one now.',
    wrongCode: 'The code of the other account does not match.',
  },
  mails: {
    copyReady: {
      subject: 'Your copy is ready',
      text: (name: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nthe copy of your data is ready. Sign in and download it within seven days:\n\n${address}\n\nIf you did not ask for it, somebody may have used your account: sign out everywhere there and set a new password.\n`,
    },
    erasureAsked: {
      subject: 'Your account will be erased',
      text: (name: string, at: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\non ${at.slice(0, 10)} your account and what you wrote will be erased. This was asked for by you or, at your request, by the organisation.\n\nUntil then you can withdraw it here:\n\n${address}\n\nThere will be no further mail: your address goes with the account.\n`,
    },
    unused: {
      subject: 'Do you still want your account?',
      text: (name: string, at: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nnobody has used your account for a long time. On ${at.slice(0, 10)} it will be erased, with your name and your address.\n\nIf you want to keep it, sign in once before then:\n\n${address}/sign-in\n\nOtherwise you need not do anything, and there will be no further mail.\n`,
    },
    erasureRefused: {
      subject: 'Your account was not erased',
      text: (name: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nsomething came up in the meantime that keeps your account from being erased now. This page says what, and when you can ask again:\n\n${address}\n`,
    },
    mergeAsked: {
      subject: 'Merge two accounts',
      text: (by: string, address: string) =>
        `Hello,\n\nsomebody signed in as ${by} wants to merge the account of this address into theirs. If it was you, open this page in the browser you are signed in with, and press the button:\n\n${address}\n\nThe link works once, for two hours. If it was not you, do nothing, and nothing happens.\n`,
      none: 'Hello,\n\nsomebody asked to merge the account of this address into theirs. There is no account with this address, so there is nothing to do.\n',
    },
    merged: {
      subject: 'Two accounts became one',
      text: (name: string, from: string, into: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nthe account of ${from} became part of the account of ${into}. Both addresses sign in to it now.\n\nIf it was not you, write to whoever runs the awards at once, and look at your account:\n\n${address}\n`,
    },
  },
  manage: {
    title: 'Privacy',
    lead: 'Requests of people, how long data are kept, and what has to be kept.',
    requests: 'Requests',
    noRequests: 'Nobody has asked yet',
    noRequestsText: 'People ask for a copy or for erasure on their account page. What comes by letter, you ask for here.',
    who: 'Who',
    what: 'What',
    when: 'Asked',
    due: 'Due',
    state: 'State',
    erased: 'Somebody who was erased',
    onBehalf: 'by the organisation',
    withdraw: 'Withdraw',
    withdrawOf: (name: string) => `the request of ${name}`,
    take: 'Download',
    takeOf: (name: string) => `the copy of ${name}`,
    takeQuestion: (name: string) => `Download the copy of ${isolated(name)}?`,
    takeText: 'Hand it to nobody but them. That you took it stands in the record.',
    ask: 'For somebody who asked you',
    askText: 'Make sure who is asking before you go on: a stranger must not get the data of another, or have them erased.',
    email: 'E-mail address of the account',
    reason: 'How they asked',
    reasonHint: 'Kept in the record. Do not write their name.',
    makeCopy: 'Make a copy',
    order: 'Erase in a week',
    asked: 'It is on its way.',
    timers: 'How long data are kept',
    timersText: 'Nothing goes by itself before you say so here. What is held or still being judged is never due.',
    data: 'Data',
    kept: 'Days it is kept',
    days: 'Days',
    daysOf: (name: string) => `Days, for ${name}`,
    itself: 'Goes by itself',
    itselfOf: (name: string) => `Lets ${name} go by itself`,
    own: {
      title: 'Other days for one programme',
      text: 'What a programme keeps for longer or not as long. It counts instead of the number above until you save another; whether data go by themselves is the same for all.',
      programme: 'Programme',
      save: 'Save for the programme',
      days: (programme: string, days: number) => `${isolated(programme)}: ${many(days, 'day', 'days')}`,
    },
    dueNow: 'Due now',
    save: 'Save',
    saveOf: (name: string) => `for ${name}`,
    letGo: (count: number) => `Let ${count} go`,
    letGoOf: (name: string) => `of ${name}`,
    letGoQuestion: (count: number, name: string) => `Let ${count} go: ${name}?`,
    letGoText: 'Their words and files are emptied for good; that they were there, and what was decided, stays.',
    notNow: 'Not now',
    none: 'none',
    saved: 'Saved.',
    started: 'It is being done.',
    holds: 'Holds',
    holdsText: 'Data of a person or a programme that must be kept for now: a dispute, an inquiry. Nothing of it is erased or runs out.',
    noHolds: 'Nothing is held.',
    on: 'Held',
    why: 'Why',
    since: 'Since',
    lift: 'Lift',
    liftOf: (name: string) => `the hold on ${name}`,
    holdOn: 'E-mail address of a person, or short name of a programme',
    place: 'Place a hold',
    placed: 'It is held now.',
    lifted: 'It is not held any more.',
  },
};
