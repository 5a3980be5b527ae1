/** Sentences about screening, and of the home of those who run a programme. */
import { isolated } from '../isolated.ts';
import { inWords } from './numbers.ts';
import { mending } from './screening/mending.ts';
import { moving } from './screening/moving.ts';
import { queue } from './screening/queue.ts';
import { returning } from './screening/returning.ts';
import { verdicts } from './screening/verdicts.ts';

type Returned = {
  readonly greeting: string;
  readonly number: string;
  readonly title: string;
  readonly reason: string;
  /** How to go on: a sentence. */
  readonly next: string;
  readonly address: string;
};

const waiting = (n: number) => (n === 0 ? '' : ` ${inWords(n)} ${n === 1 ? 'entry waits' : 'entries wait'} for your decision.`);

export const screening = {
  mending,
  moving,
  queue,
  verdicts,
  mails: {
    returned: {
      subject: (number: string, programme: string) => `${programme}: something to mend in ${number}`,
      text: ({ greeting, number, title, reason, next, address }: Returned) =>
        `${greeting}\n\nwe read “${title}” (${number}) and ask you to mend this:\n\n${reason}\n\n${next}\n\n${address}\n\nWhat you wrote is as you left it, and the entry keeps its number.\n`,
      nextUntil: (until: string) => `Change it here and submit it again until ${until}:`,
      nextOver: 'Entries have closed meanwhile. Write to the organiser about how to go on; the entry is here:',
      example: 'Say in the second paragraph how many people it helped.',
    },
  },
  entry: {
    decide: 'May it compete?',
    acceptWill: 'Judges will read it as it is. You can take this back until a judge has been given it.',
    accept: 'Accept the entry',
    reason: 'What has to be mended',
    reasonHint: 'These words go to the writer as they are',
    about: 'What it is about',
    aboutHint: 'The writer is led to each of these, and sees which is still to do.',
    optional: 'optional',
    returnWill: (name: string) => `One mail goes to ${isolated(name)}, who may change the entry and submit it again by then.`,
    return: 'Send it back',
    accepted: 'Accepted',
    undoWill: 'Judges will read it. Taking this back puts it among those that wait; it works until a judge has been given it.',
    undo: 'Take the acceptance back',
    returned: 'Sent back to its writer',
    noFile: 'No file lies beside this entry.',
    history: 'What was decided',
    verdicts: {
      accepted: (by: string) => `${isolated(by)} accepted it`,
      returned: (by: string) => `${isolated(by)} sent it back`,
      reopened: (by: string) => `${isolated(by)} took the acceptance back`,
    },
    move: {
      title: 'Move it to another chapter',
      will: 'Whoever manages the chapter it is in sees it no more; whoever manages the other one does. The reason stays in the record.',
      to: 'Chapter',
      choose: 'Choose a chapter',
      reason: 'Why',
      reasonHint: 'For the record; nobody gets a mail',
      go: 'Move it',
      done: (chapter: string) => `It is in ${isolated(chapter)} now.`,
    },
    acceptedToast: (number: string) => `${number} is accepted.`,
  },
  returning,
  several: {
    title: 'Accept entries',
    ask: (n: number) => (n === 1 ? 'Accept one entry?' : `Accept ${n.toLocaleString('en-GB')} entries?`),
    will: (n: number, chosen: number) =>
      n === chosen
        ? 'All that you chose wait for a decision. Judges will read them as they are; you can take it back until a judge has been given one of them.'
        : `${n.toLocaleString('en-GB')} of the ${chosen.toLocaleString('en-GB')} you chose wait for a decision. Judges will read those as they are; you can take it back until a judge has been given one of them.`,
    stay: (n: number) =>
      n === 1 ? 'One stays as it is, because it is decided:' : `${n.toLocaleString('en-GB')} stay as they are, because they are decided:`,
    more: (n: number) => `and ${n.toLocaleString('en-GB')} more`,
    go: (n: number) => (n === 1 ? 'Accept one entry' : `Accept ${n.toLocaleString('en-GB')} entries`),
    not: 'Back to the list',
    nothing: 'Nothing to accept',
    nothingText: (chosen: number) =>
      chosen === 0
        ? 'No entry is chosen. Tick some in the list, then come back.'
        : 'None of those you chose waits for a decision: somebody has decided about each.',
    done: (n: number) => (n === 1 ? 'One entry is accepted' : `${n.toLocaleString('en-GB')} entries are accepted`),
    left: (n: number) =>
      n === 1
        ? 'One was not: it was decided about meanwhile.'
        : `${n.toLocaleString('en-GB')} were not: they were decided about meanwhile.`,
    undo: 'Undo',
    undone: (n: number) => (n === 1 ? 'The acceptance is taken back.' : 'The acceptances are taken back.'),
    list: 'Entries that will be accepted',
    decided: 'Entries that stay as they are',
  },
  home: {
    title: 'Home',
    noProgramme: 'No programme yet',
    noProgrammeText:
      'A programme is an award as people know it from year to year. Make one, then its first edition: dates, categories, criteria. Everything else follows from there.',
    chapter: {
      title: 'Your chapter',
      over: (chapters: string) => isolated(chapters),
      drafts: (n: number) => (n === 1 ? 'One more is being written.' : `${n} more are being written.`),
      noDrafts: 'Nobody is writing one just now.',
      all: 'See all entries of the chapter',
      rules: 'Read the call',
    },
    screener: {
      title: 'Screening',
      over: (programme: string) => `You screen for ${isolated(programme)}`,
      look: (n: number) => (n === 1 ? 'Look again at one entry' : `Look again at ${n.toLocaleString('en-GB')} entries`),
      lookNote: 'Another screener ruled them out; they are sent when somebody else agrees.',
      nothing: 'Nothing waits here.',
      queue: 'Open the queue',
      rules: 'Read the call',
      none: 'No call is public yet',
      noneText: 'Once entries come in, they wait for you here.',
    },
    notYours: 'You manage no programme',
    notYoursText: 'When somebody invites you to one, it stands here.',
    newProgramme: 'Make a programme',
    noEdition: (programme: string) => `${programme} has no edition yet`,
    noEditionText: 'An edition is one round of the awards: its dates, categories and criteria.',
    newEdition: 'Make an edition',
    others: 'Elsewhere',
    system: 'System',
    companies: 'Companies',
    pastWinners: 'Past winners',
    questions: 'Questions and comments',
    verdict: {
      draft: (missing: number) =>
        missing === 0
          ? 'The call is ready to be published.'
          : `${inWords(missing)} ${missing === 1 ? 'thing is' : 'things are'} missing before the call can be published.`,
      upcoming: (away: string) => `The call is out. Entries open ${away}.`,
      'entries-open': (away: string, n: number) => `Entries close ${away}.${waiting(n) || ' Nothing waits for your decision.'}`,
      'judging-open': (away: string, n: number) => `Judging ends ${away}.${waiting(n)}`,
      deciding: 'Judging has ended. Count the ballots and publish the results.',
      announced: (day: string) => `The winners were announced on ${day}.`,
    },
    due: 'Due next',
    nothingDue: 'Nothing is due. What has to be done next will stand here.',
    tasks: {
      publish: 'Publish the call',
      publishNote: 'Everything it needs is there; the page becomes public',
      finish: 'Finish the edition',
      finishNote: (missing: string) => `Missing: ${missing}`,
      screen: (n: number) => (n === 1 ? 'Decide about one entry' : `Decide about ${n} entries`),
      screenNote: 'Accept each, send it back with what to mend, or rule it out',
      invite: (n: number) => (n === 1 ? 'Invite one more judge' : `Invite ${n} more judges`),
      inviteNote: (judges: number, seats: number) =>
        `${judges === 0 ? 'None has' : `${inWords(judges)} ${judges === 1 ? 'has' : 'have'}`} agreed; each entry is read by ${seats}`,
      free: (n: number) => (n === 1 ? 'Give one free seat to a judge' : `Give ${n} free seats to judges`),
      freeNote: 'So that each entry is read by as many as the rest',
      asked: (n: number) => (n === 1 ? 'Read a question or comment' : `Read ${n} questions and comments`),
      askedNote: 'Nobody sees them on the public page before you do',
      seat: 'Give the judges their entries',
      seatNote: (n: number) => `${inWords(n)} accepted ${n === 1 ? 'entry' : 'entries'}`,
      count: 'Count and publish the results',
      countNote: 'The gate says what still stands in the way',
      by: (day: string) => `by ${day}`,
      now: 'now',
    },
    ready: 'Before judging may start',
    readyOf: (done: number, all: number) => `${done} of ${all}`,
    readyItems: {
      published: 'The call is public',
      criteria: 'Criteria and weights',
      criteriaNote: (n: number) => `${inWords(n).toLowerCase()}, weights sum to 100 %`,
      judges: 'Enough judges',
      judgesNote: (judges: number, seats: number) => (judges < seats ? `${judges} of ${seats}` : `${judges}, and ${seats} read each entry`),
      screened: 'All entries screened',
      screenedNote: (n: number) => (n === 0 ? 'none waits' : `${n} waiting`),
      closed: 'Entries have closed',
    },
    states: { done: 'Done', due: 'Missing', open: 'Later' },
    numbers: 'Numbers',
    theNumbers: 'The numbers behind it',
    category: 'Category',
    figures: { submitted: 'Submitted', draft: 'In draft', accepted: 'Accepted', judges: 'Judges' },
    figureNotes: {
      submitted: (waiting: number, returned: number) =>
        `${waiting === 0 ? 'none waits' : `${waiting} waiting`}${returned === 0 ? '' : `, ${returned} sent back`}`,
      draft: 'their writers’ own until submitted',
      accepted: 'judges read these',
      judges: (seats: number) => `${seats} read each entry`,
    },
    curve: {
      title: 'Entries as they came in',
      label: (n: number, day: string) => `${n} ${n === 1 ? 'entry' : 'entries'} submitted so far; entries close on ${day}.`,
      point: (n: number, open: boolean) => (open ? `${n} so far` : `${n} in all`),
      end: 'Entries close',
      until: 'Until',
    },
    categories: 'Entries by category',
    categoriesLabel: (most: string) => `Entries submitted in each category; most in ${most}.`,
    lately: 'Lately',
    nothingLately: 'Nothing has happened yet.',
    year: (city: string) => `The year, ${city} time`,
    changeDates: 'Change dates',
    phases: { entries: 'Entries', judging: 'Judging', announcement: 'Announcement', open: 'not set' },
  },
};
