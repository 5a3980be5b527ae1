/** Sentences about judging: the judge's desk, and how far the panels are. */
import { isolated } from '../isolated.ts';
import { inWords } from './numbers.ts';

const ballots = (n: number) => `${n} ${n === 1 ? 'ballot' : 'ballots'}`;
const entries = (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'}`;
const judges = (n: number) => `${n} ${n === 1 ? 'judge' : 'judges'}`;
const seats = (n: number) => `${n} ${n === 1 ? 'seat' : 'seats'}`;

type Missing = {
  readonly greeting: string;
  readonly programme: string;
  readonly missing: string;
  readonly entries: string;
  readonly closes: string;
  readonly address: string;
};

export const judging = {
  mails: {
    ballots,
    line: (number: string, title: string) => `${number}: “${title}”`,
    missing: {
      subject: (missing: string, programme: string) =>
        `${programme}: ${missing} of yours ${missing.startsWith('1 ') ? 'is' : 'are'} not in yet`,
      text: ({ greeting, programme, missing, entries: owed, closes, address }: Missing) =>
        `${greeting}\n\nthank you for judging for ${programme}. Still to come from you: ${missing}.\n\n${owed}\n\nJudging closes on ${closes}. If you cannot manage one of them, tell the organisers in time: they can release you from it.\n\n${address}\n`,
    },
  },
  nav: { ballots: 'My ballots' },
  mine: {
    title: 'My ballots',
    verdict: {
      none: 'You have no ballots.',
      open: (n: number, away: string) => `${inWords(n)} ${n === 1 ? 'ballot is' : 'ballots are'} left, due ${away}.`,
      done: 'All your ballots are submitted.',
      closed: 'Judging has closed.',
    },
    none: 'Nothing to judge yet',
    noneDetail: 'When the organisers assign you entries, they stand here, with the day by which they are due.',
    due: (at: string, away: string) => `Due ${at}, ${away}.`,
    closed: (at: string) => `Judging closed on ${at}.`,
    change: 'You can change a submitted ballot until judging closes.',
    doneOf: (done: number, all: number) => `${done} of ${all} done`,
    progress: 'Ballots done',
    mean: 'Your marks',
    meanOf: (mean: string, best: number | null) => (best === null ? mean : `${mean} of ${best}`),
    earlier: (name: string) => `${name}, judged`,
    marks: 'Your marks',
    past: (n: number) => (n === 1 ? 'The ballot you had' : `The ${n} ballots you had`),
    next: (title: string) => `Next: ${isolated(title)}`,
    marked: (marked: number, all: number) => `${marked} of ${all} marked`,
    states: { open: 'Not begun', begun: 'Begun', done: 'Submitted' },
    /** Before and after the numbers of the entries. */
    interests: ['You declared an interest in', 'and gave it back; you need do nothing.'] as const,
    submitted: (number: string) => `The ballot on ${number} is submitted.`,
    declared: (number: string) =>
      `Your interest in ${number} is recorded. The entry is no longer yours to judge; you need do nothing more.`,
  },
  desk: {
    queue: 'Your ballots',
    entry: 'The entry',
    entryNumber: (number: string) => `Entry ${number}`,
    nominee: (nominee: string) => `For ${nominee}`,
    material: 'Supporting material',
    size: (kilobytes: number) => (kilobytes >= 1000 ? `${(kilobytes / 1000).toFixed(1)} MB` : `${kilobytes} kB`),
    previous: 'Entry before',
    next: 'Entry after',
    marks: 'Your marks',
    scorecard: 'Your marks on this entry',
    keys: {
      mark: 'mark, 0 is 10',
      criterion: 'criterion',
      comment: 'comment',
      next: 'next ballot to submit',
      on: 'Keys on',
      off: 'Keys off',
    },
    share: (share: number) => `${Math.round(share * 1000) / 10} %`,
    given: (mark: number | string, best: number) => `${mark} of ${best}`,
    ends: ['No sign of it', 'Outstanding'] as const,
    range: (min: number, max: number, steps: number) =>
      steps === 1 ? `A whole number from ${min} to ${max}` : `A mark from ${min} to ${max}, in steps of ${1 / steps}`,
    unmarked: '–',
    notApplicable: 'Does not apply',
    yesOrNo: ['Yes', 'No'] as const,
    noShare: 'yes or no',
    /** Whose yes an entry needs. */
    gates: {
      every: 'No part of the score: an entry stays in only if every judge says yes.',
      most: 'No part of the score: an entry stays in only if more than half of its judges say yes.',
    },
    applies: {
      renormalise: 'Where it does not apply to this entry, the other criteria take its weight, on every judge’s ballot.',
      lowest: 'Where it does not apply to this entry, that counts as the lowest mark.',
    },
    beside: 'Why this mark',
    besideOf: (criterion: string) => `${criterion}, why this mark`,
    asked: {
      required: 'Needed. The organisers read it after judging has closed; entrants and the public do not.',
      suggested: 'Welcome, and not needed. The organisers read it after judging has closed; entrants and the public do not.',
    },
    comment: 'Comment',
    commentHint:
      'Say one thing that was strong and one to work on. The organisers read it after judging has closed; entrants and the public do not.',
    ownComment: 'Your comment',
    readBy: 'The organisers read what you wrote after judging has closed; entrants and the public do not.',
    characters: (used: number, max: number) => `${used} of ${max} characters`,
    soFar: (share: number) => `So far, on ${Math.round(share * 100)} % of the weight`,
    toMark: (n: number) => `${inWords(n)} ${n === 1 ? 'mark is' : 'marks are'} missing:`,
    toSay: 'Words beside the mark are needed for:',
    allMarked: 'Every criterion has its mark.',
    total: 'This ballot comes to',
    weighted: 'Each mark counts by the per cent beside it.',
    nothing: 'No mark yet',
    save: 'Save for later',
    submit: 'Submit this ballot',
    every: 'Every criterion needs a mark. You can change a submitted ballot until judging closes.',
    missing: (marks: readonly string[], words: readonly string[]) =>
      [
        ...(marks.length > 0
          ? [`${inWords(marks.length)} ${marks.length === 1 ? 'mark is' : 'marks are'} missing: ${marks.join(', ')}.`]
          : []),
        ...(words.length > 0 ? [`Words beside the mark are needed for: ${words.join(', ')}.`] : []),
        'You can change a submitted ballot until judging closes.',
      ].join(' '),
    change: 'You can change a submitted ballot until judging closes.',
    saving: 'Saving…',
    notYet: 'Not saved yet',
    savedAt: (time: string) => `Saved ${time}`,
    notSaved: (time: string, seconds: number) =>
      `Not saved since ${time}. Trying again in ${seconds} s; nothing is lost while this page stays open.`,
    submittedAt: (at: string) => `Submitted on ${at}.`,
    noComment: 'You wrote no comment.',
    reopen: 'Reopen this ballot',
    nextOpen: 'Next ballot to submit',
    closed: (at: string) => `Judging closed on ${at}, and this ballot was not submitted. What you saved is kept, and is not counted.`,
    jump: (marked: number, all: number) => `${marked} of ${all} marked`,
    known: 'I know this entrant',
    knownText:
      'Say so if you work with them, are related to them, or could gain by how they fare. The entry then leaves your list, with what you began on it, and is never assigned to you again. Nobody but the organisers reads your reason.',
    knownReason: 'How you are close to it',
    knownGo: 'Declare an interest',
  },
  run: {
    title: 'Judging',
    verdict: {
      noEntries: 'No entry has been accepted yet.',
      unassigned: (n: number) => `${entries(n)} ${n === 1 ? 'waits' : 'wait'} for judges.`,
      running: (done: number, all: number) => `${done} of ${ballots(all)} ${all === 1 ? 'is' : 'are'} in.`,
      allIn: (all: number) => (all === 1 ? 'The one ballot is in.' : `All ${all} ballots are in.`),
      owed: (n: number) => `Judging has closed, and ${ballots(n)} ${n === 1 ? 'is' : 'are'} missing.`,
    },
    due: (at: string, away: string) =>
      `Judging closes on ${at}, ${away}. Marks stay with the judges: nobody sees one before judging has closed.`,
    closed: (at: string) => `Judging closed on ${at}.`,
    toResults: 'Count the ballots',
    toDecided: 'See the results',
    assign: 'Assign judges',
    assignWill: (plan: { added: number; entries: number; judges: number; perEntry: number; most: number }) =>
      `This gives ${seats(plan.added)} to ${plan.added === 1 ? 'one of ' : ''}${judges(plan.judges)}, so that ${plan.entries === 1 ? 'the one entry is' : `each of ${entries(plan.entries)} is`} read by ${plan.perEntry}. Nobody reads more than ${plan.most} in all. Who declared an interest in an entry, or entered it, does not get it. Where judges are equally free, lots are drawn; the record shows how.`,
    assignKept: (kept: number) =>
      `${kept === 1 ? 'One seat already given stays as it is' : `${kept} seats already given stay as they are`}.`,
    assignDropped: (dropped: number) =>
      `${seats(dropped)} of people who are judges no more ${dropped === 1 ? 'goes' : 'go'}, with what was begun on ${dropped === 1 ? 'it' : 'them'}.`,
    assignNothing: 'Every entry has its judges. What is accepted or given back later shows here.',
    noJudges: 'Nobody is a judge of this programme yet. Invite judges under People; they count here once they have accepted.',
    invite: 'Invite judges',
    noEntries: 'Accepted entries are assigned here. Accept some under Entries first.',
    short: (n: number) => (n === 1 ? 'One entry gets fewer judges than it should.' : `${n} entries get fewer judges than they should.`),
    shortDetail: 'Too few judges are free of an interest. Invite more, then assign again; what is dealt now stays.',
    shortEntry: (number: string, has: number, needed: number) => `${number}: ${has} of ${needed}`,
    early: 'Assign now, before entries close',
    earlyHint: (at: string) => `Entries close on ${at}. What is accepted after this needs another assignment.`,
    assignGo: (n: number) => `Assign ${seats(n)}`,
    reassignGo: (n: number) => `Carry out ${n} changes`,
    loads: 'What each judge gets',
    loadsTable: 'Seats of each judge',
    judge: 'Judge',
    before: 'Now',
    after: 'Then',
    assigned: (added: number) => `${seats(added)} dealt. The judges see their entries now.`,
    byJudge: 'By judge',
    byCategory: 'By category',
    category: 'Category',
    entries: 'Entries',
    seats: 'Seats',
    begun: 'Begun',
    done: 'Submitted',
    state: 'State',
    states: { done: 'All in', begun: 'Under way', open: 'Not begun', late: 'Late' },
    nobody: 'No seat is dealt yet.',
    doneOf: (done: number, all: number) => `${done} of ${all}`,
    owed: 'Missing',
    which: 'Which',
    missing: 'Ballots not in',
    missingOf: (n: number) => `${ballots(n)} ${n === 1 ? 'is' : 'are'} not in`,
    settled: (n: number) => (n === 1 ? 'One judge has sent in everything' : `${inWords(n)} judges have sent in everything`),
    missingWhich: 'See each',
    missingRelease: 'See each, and release a seat',
    missingLead:
      'Release a seat when its judge will not manage. The entry then rests on the ballots of the others; while judging is open you can assign it anew.',
    entry: 'Entry',
    release: 'Release',
    releaseMore: (number: string, name: string) => `${name} from ${number}`,
    releaseTitle: (name: string, number: string) => `Release ${isolated(name)} from ${number}?`,
    releaseWill: (title: string) =>
      `“${isolated(title)}” loses one judge, and what was begun on this ballot is dropped. Nothing else changes. The reason stands in the record.`,
    releaseReason: 'Reason',
    releaseGo: 'Release the seat',
    cancel: 'Leave it as it is',
    released: 'The seat is released.',
    remind: (n: number) => (n === 1 ? 'Remind one judge' : `Remind ${n} judges`),
    remindTitle: (n: number) => (n === 1 ? 'Remind one judge?' : `Remind ${n} judges?`),
    remindWill: (n: number, owed: number, at: string) =>
      `${n === 1 ? 'One judge gets' : `Each of ${n} judges gets`} a mail that lists what is missing of ${n === 1 ? 'them' : 'theirs'}, and says that judging closes on ${at}, by their own clock too. ${ballots(owed)} ${owed === 1 ? 'is' : 'are'} missing in all.`,
    remindNot: (lately: number, off: number) =>
      [
        lately === 0
          ? ''
          : `${judges(lately)} ${lately === 1 ? 'was' : 'were'} reminded less than a day ago and ${lately === 1 ? 'gets' : 'get'} none.`,
        off === 0 ? '' : `${judges(off)} ${off === 1 ? 'wants' : 'want'} no reminders, or mail to them comes back.`,
      ]
        .filter(Boolean)
        .join(' '),
    remindGo: (n: number) => (n === 1 ? 'Send one mail' : `Send ${n} mails`),
    remindedOn: (at: string) => `Reminded on ${at}`,
    reminded: 'The reminders are on their way.',
    remindedLast: 'Last reminded',
    neverReminded: 'never',
    end: 'End judging now',
    endTitle: 'End judging now?',
    endWill: (owed: number, all: number) =>
      owed === 0
        ? `All ${ballots(all)} ${all === 1 ? 'is' : 'are'} in. Judges can change nothing after this, and the ballots can be counted. Until the results are published you can move the end of judging on again, under Edition.`
        : `${ballots(owed)} of ${all} ${owed === 1 ? 'is' : 'are'} missing and could no longer be written; each such seat has to be released before results are published. Until then you can move the end of judging on again, under Edition.`,
    endGo: 'End judging now',
    ended: 'Judging has ended.',
    interests: 'Declared interests',
    interestsNone: 'No judge has declared an interest.',
    interest: (name: string, number: string) => `${isolated(name)} in ${number}`,
  },
};
