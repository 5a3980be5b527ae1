/** Sentences about entries and their files. */
import { isolated } from '../isolated.ts';
import { inWords } from './numbers.ts';

type Receipt = {
  readonly greeting: string;
  readonly number: string;
  readonly title: string;
  readonly programme: string;
  readonly at: string;
  readonly hash: string;
  readonly address: string;
};

type Unfinished = {
  readonly greeting: string;
  readonly programme: string;
  readonly entries: string;
  readonly closes: string;
  readonly address: string;
};

const of = (most: number): string => (most === 1 ? 'one entry' : `${most} entries`);

export const entries = {
  news: {
    lead: 'The form has changed since you began with it.',
    text: 'Nothing you wrote is lost. This stays here until you have answered what is new, or take it away.',
    seen: 'Save, and take this away',
    line: (change: string, outcome: string) => `${change}: ${outcome}.`,
  },
  mails: {
    receipt: {
      subject: (number: string, programme: string) => `${programme}: we have your entry ${number}`,
      text: ({ greeting, number, title, programme, at, hash, address }: Receipt) =>
        `${greeting}\n\n“${title}” is entered for ${programme}. Its number is ${number}. It arrived on ${at}.\n\nYou can read it here:\n\n${address}\n\nThis is the mark of what you submitted, the SHA-256 of its text, its file and the instant. If the mark on the page is ever a different one, something was changed:\n\n${hash}\n\nWe write to you if something has to be mended, and when the winners are announced.\n`,
    },
    unfinished: {
      subject: (programme: string) => `${programme}: your entry is not submitted yet`,
      text: ({ greeting, programme, entries: begun, closes, address }: Unfinished) =>
        `${greeting}\n\nyou have begun something for ${programme} that is not submitted yet:\n\n${begun}\n\nEntries close on ${closes}. Nobody reads what is not submitted by then. Go on with it here:\n\n${address}\n`,
    },
    line: (title: string, number: string | null) => `“${title || 'Untitled'}”${number ? ` (${number})` : ''}`,
  },
  untitled: 'Untitled',
  states: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Sent back to you',
    accepted: 'Accepted',
    withdrawn: 'Withdrawn',
    ineligible: 'Does not compete',
  },
  nav: { home: 'Your entries', programme: 'Programme' },
  home: {
    title: 'Your work',
    nothing: 'Nothing is due.',
    none: 'You have not entered anything yet.',
    due: (title: string, away: string, missing: number) =>
      `“${isolated(title)}” is due ${away}${missing === 0 ? '; it is complete and not yet submitted.' : `; ${missing === 1 ? 'one thing is' : `${inWords(missing).toLowerCase()} things are`} missing.`}`,
    returned: (title: string, away: string) => `“${isolated(title)}” was sent back to you and is due ${away}.`,
    mend: 'Mend it',
    mendBy: (when: string) => `to be mended and submitted by ${when}`,
    mendOver: (when: string) => `the time to mend it ended on ${when}`,
    submit: 'Read it and submit',
    goOn: 'Go on writing',
    entries: 'Your entries',
    calls: 'Open calls',
    noCalls: 'No call is open now',
    noCallsText: 'When one opens, it stands here and on the first page.',
    callUntil: (when: string) => `Entries until ${when}`,
    enter: 'Start an entry',
    roles: 'Your other work',
    judge: 'Judging',
    judgeText: 'The entries given to you, and your ballots',
    manage: 'Running the awards',
    manageText: 'Programmes, entries, people and results',
    dueOn: (day: string) => `due ${day}`,
    inAs: (number: string, day: string) => `${number}, in since ${day}`,
    notSubmitted: 'Entries have closed; this one was not submitted',
  },
  late: {
    ask: 'I have been given a late code',
    code: 'Late code',
    hint: 'Two groups of five letters and figures',
    redeem: 'Use the code',
    holds: (until: string, open: boolean) =>
      open ? `Entries are closed to others. With your late code you may send in until ${until}.` : `Your late code held until ${until}.`,
  },
  start: {
    title: 'Start an entry',
    lead: (closes: string) =>
      `Choose the category your work would be known for. Nobody reads what you write before you submit it. Entries close on ${closes}.`,
    category: 'Category',
    chapter: 'Chapter',
    inChapter: (name: string): string => `Your entry will belong to ${isolated(name)}. You can change that until you send it in.`,
    noRoom: {
      'entries.category-full': (most: number) => `Full: it takes ${of(most)}, and as many were sent in.`,
      'entries.own-limit-reached': (most: number) => `It takes ${of(most)} of one entrant, and you have sent in as many.`,
    },
    another: 'Choose another category',
    allFull: 'There is nothing left to begin in. The organiser may raise a limit; then its category opens again.',
    go: 'Start writing',
    begun: 'You have begun already',
    goOn: 'Go on with it',
    notOpen: (opens: string) => `Entries open on ${opens}.`,
    over: (closes: string) => `Entries closed on ${closes}.`,
    notNow: 'Entries are not open',
    back: 'Back to the programme',
  },
  form: {
    due: (when: string, away: string) => `Due ${when}, ${away}`,
    yourTime: (time: string) => `(${time}, your time)`,
    closes: (when: string) => `Entries close on ${when}`,
    overSince: (when: string) => `Entries closed on ${when}`,
    parts: 'Parts of the entry',
    who: 'Nominee and title',
    story: 'Your story',
    evidence: 'Evidence',
    rules: 'Whether it may enter',
    stateNames: { done: 'Complete', begun: 'Begun', due: 'Needs you', open: 'Not begun' },
    storyLead: 'What did you do, and what changed for customers? Write for someone from another trade.',
    chapter: {
      label: 'Chapter',
      hint: 'The part of the world it is entered in',
      hintByCountry: 'The part of the world it is entered in. Until you choose one, the country of the nominee tells it, where we know it.',
      choose: 'Choose a chapter',
      byCountry: 'By the country of the nominee',
    },
    nominee: 'Who is it about?',
    nomineeKind: 'What is it?',
    byOnly: (by: string) => `${by}. Sending it in says that this is so.`,
    nomineeHint: 'The team, organisation or person who would receive the award',
    title: 'Title',
    titleNote: 'Shown to judges and, if you win, to everyone',
    body: 'Your story',
    earlier: 'Written before this form was asked. It is kept, and judges do not read it.',
    bodyNote: 'Blank lines are kept.',
    ofCharacters: (used: number, max: number) => `${used.toLocaleString('en-GB')} of ${max.toLocaleString('en-GB')} characters`,
    evidenceLead: 'Optional, and worth it: show what a stranger could check. Judges see the file beside your text.',
    addFile: 'Choose a file',
    fileHint:
      'Video up to 2 GB; PDF, picture, DOCX, CSV or plain text up to 25 MB. Five files in all. If the connection drops, a large file continues where it stopped.',
    keepFile: 'Save with this file',
    remove: 'Remove',
    optional: 'optional',
    askedOfYou: 'asked of you',
    save: 'Save the draft',
    saving: 'Saving…',
    notYet: 'Not saved yet',
    saved: (time: string) => `Saved ${time}, your time`,
    savedPlain: (when: string) => `Saved ${when}`,
    notSaved: (time: string) => `Not saved since ${time}; kept in this browser, trying again`,
    savedNotice: 'The draft is saved.',
    readyOf: (done: number, all: number) => `${done} of ${all} done`,
    mendedOf: (done: number, all: number) => `${done} of ${all} mended`,
    judges: 'What judges look for',
    share: (share: number) => `${Math.round(share * 1000) / 10} %`,
    dockReturned: 'Judges read it once you have submitted it again.',
    dock: 'Nothing is sent until you submit. After that it stays as it is.',
    /** `cameBack`: of one that was sent back, where what was asked may be there and wants mending. */
    toDo: (n: number) => (n === 0 ? 'Ready to submit again' : n === 1 ? 'One thing to do' : `${inWords(n)} things to do`),
    ways: {
      title: 'Before you submit',
      besides: 'Also to do:',
      why: { asked: 'to mend', missing: 'missing', wrong: 'to put right' },
      changed: 'changed since',
    },
    missing: (n: number) => (n === 0 ? 'Ready to submit' : n === 1 ? 'One thing is missing' : `${inWords(n)} things are missing`),
    submit: 'Submit the entry',
    submitAgain: 'Submit it again',
    goTo: (part: string) => `Go to “${isolated(part)}”`,
    cannotSubmit: 'Entries have closed. You may still save what you wrote.',
    cannotMend: 'The time to mend it has ended. You may still save what you wrote; the organiser may give you more time.',
    mendBy: (when: string) => `Mend it and submit it again by ${when}.`,
    mendOver: (when: string) =>
      `The time to mend it ended on ${when}, so it counts as not mended. If you need more, write to the organiser.`,
    mendOverSince: (when: string) => `The time to mend it ended on ${when}`,
    returned: 'Sent back to you',
    asked: 'What was asked of you',
  },
  together: {
    merged:
      'Saved. Other parts were saved meanwhile by somebody else, or from another window of yours; they are in the form now. Read it, then go on.',
    two: 'Two texts for this field. This one is saved:',
    movedOn: 'It was saved after you wrote yours, which only this browser had.',
    below: 'Yours is in the field below.',
    nothing: 'Nothing: it was emptied.',
    choose: 'Which text counts?',
    keep: 'Keep what is in the field',
    keepBelow: 'What is in the field below: mine, or what I make of both',
    take: 'Take the saved text',
    mix: 'Put both into the field',
    twoIn: (name: string, count: number) =>
      `${count === 1 ? 'Not saved: two texts for' : `Not saved: ${inWords(count).toLowerCase()} fields with two texts, first`} “${isolated(name)}”. Choose one`,
    recovered: 'Put back from this browser.',
    recoveredText: (names: readonly string[]) =>
      `What you wrote here had not been saved: ${names.map((name) => `“${isolated(name)}”`).join(', ')}. It is in the form again, and is saved now as far as nobody else wrote there.`,
    throwAway: 'Throw it away',
  },
  history: {
    title: 'History',
    link: 'History',
    lead: 'Every version that was saved, the newest first. Open one to see what it changed; any of them can be brought back.',
    by: (who: string) => (who === '' ? 'by you' : `by ${isolated(who)}`),
    version: (n: number) => `Version ${n}`,
    wrote: (names: readonly string[]) => (names.length === 0 ? 'Nothing was changed' : names.map((name) => isolated(name)).join(', ')),
    submitted: 'Submitted',
    none: 'Nothing was saved yet',
    noneText: 'Each time something is saved, a version stands here.',
    pages: 'Pages of the history',
    newest: 'Newest',
    older: 'Older',
    compare: 'Compare two versions',
    one: 'One version',
    other: 'with another',
    show: 'Show what differs',
    between: (first: number, second: number) =>
      first === 0 ? `What version ${second} says` : `What changed from version ${first} to ${second}`,
    before: 'Before',
    after: 'After',
    nothing: 'Nothing',
    same: 'These two say the same.',
    added: 'added',
    removed: 'taken away',
    restoreField: (version: number) => `Bring back what version ${version} says here`,
    restore: (version: number) => `Bring version ${version} back`,
    restoreText: 'It is saved as a new version. Nothing is lost: what is there now stays in the history. Files are not part of it.',
    restored: (version: number) => `Brought back, and saved as version ${version}.`,
    undo: 'Undo it',
    isNow: 'This is what the entry says now.',
    back: 'Back to writing',
    withNow: 'Compare it with what is saved now',
  },
  receipt: {
    submittedNotice: 'Your entry is in. A receipt is on its way to you by mail.',
    title: 'Receipt',
    number: 'Number',
    arrived: 'Arrived',
    state: 'State',
    hash: 'Mark',
    hashText: 'The SHA-256 of what you submitted: text, file and instant. The same mark is in your mail.',
    about: (nominee: string, category: string) => `${nominee}, in ${category}`,
    file: 'Evidence',
    next: {
      submitted: 'A manager looks at it next. If something has to be mended, it comes back to you and you get a mail.',
      accepted: 'It is accepted, and judges will read it. You hear from us when the winners are announced.',
    },
  },
  withdrawal: {
    title: 'Withdraw the entry',
    will: 'Nobody reads it from then on, and its place in the category is free again. What you wrote is kept, with its number.',
    back: (closes: string) => `Until entries close on ${closes} you may bring it back, if its category still has room.`,
    forGood: 'Entries have closed, so it cannot come back.',
    go: 'Withdraw it',
    done: 'The entry is withdrawn.',
    text: 'Nobody reads it. What you wrote is kept, with its number.',
    textOpen: (closes: string) => `You may bring it back until entries close on ${closes}. It is then looked at anew.`,
    revive: 'Bring it back',
    revived: 'The entry is back.',
    forManagers: (who: string, when: string) => `${isolated(who)} withdrew it on ${when}. It does not compete.`,
  },
  list: {
    title: 'Entries',
    lead: (submitted: number, waiting: number) =>
      submitted === 0
        ? 'Nothing is submitted yet.'
        : waiting === 0
          ? `${submitted} submitted, and none waits for you.`
          : `${submitted} submitted; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you.`,
    filters: 'Filters of the list',
    search: 'Search number, title, nominee, writer',
    go: 'Show',
    anyState: 'Every state',
    anyCategory: 'Every category',
    chapter: 'Chapter',
    anyChapter: 'Every chapter',
    noChapter: 'None yet',
    states: { submitted: 'Waiting', returned: 'Sent back', accepted: 'Accepted', withdrawn: 'Withdrawn', ineligible: 'Not eligible' },
    number: 'Number',
    entry: 'Entry',
    category: 'Category',
    division: 'Belongs to',
    divisionOpen: 'Not known yet: what tells it is missing',
    writer: 'Writer',
    state: 'State',
    arrived: 'Arrived',
    arrivedAt: (at: string, late: boolean) => (late ? `${at}, late: entries had closed` : at),
    arrivedIn: (city: string) => `Arrived (${city} time)`,
    nominee: 'Nominee',
    nomineeKind: 'Kind of nominee',
    nominator: 'Sent in by',
    fee: 'Price',
    feeOf: (amount: string, tier: string) => `${amount} (${tier})`,
    rules: 'Rules',
    rulesVersion: (version: number) => `Version ${version} of the edition`,
    pages: 'Pages of the list',
    shown: (n: number) => (n === 1 ? 'One entry' : `${n} entries`),
    first: 'First page',
    next: 'Next 50',
    acceptChosen: 'Accept the chosen',
    returnChosen: 'Send back',
    toWaiting: (n: number) => (n === 1 ? 'Show the one that waits' : `Show the ${n} that wait`),
    filter: 'Filter',
    closeSection: 'When entries close',
    closesOn: (when: string) => `Entries close by themselves on ${when}.`,
    close: 'Close entries now',
    closeTitle: 'Close entries now?',
    closeWill: (closes: string, submitted: number, drafts: number) => {
      const compete = submitted === 1 ? 'The one submitted entry competes' : `The ${submitted} submitted entries compete`;
      const stay = drafts === 1 ? 'one draft stays with its writer and does not' : `${drafts} drafts stay with their writers and do not`;
      const whom = submitted === 0 ? 'Nothing is submitted, so nothing competes' : compete;
      return `Entries would have closed on ${closes}. ${whom}${drafts === 0 ? '' : `; ${stay}`}. Judging opens at once. This cannot be taken back: entries do not open again.`;
    },
    closeGo: 'Close entries now',
    closeNot: 'Leave them open',
    closed: 'Entries are closed, and judging is open.',
    none: 'No entries yet',
    noneText: 'They will appear here as people submit, newest first. Drafts are not shown: they belong to their writers until then.',
    nothingFound: 'No entry is like that',
    nothingFoundText: 'Take a filter away, or search for fewer words.',
    all: 'Show all entries',
  },
};
