/** Sentences of a programme's public pages. */
import { inWords } from './numbers.ts';

const count = (n: number, one: string, many: string) => `${inWords(n)} ${n === 1 ? one : many}`;

export const call = {
  home: {
    lead: 'These awards are open to read for everybody: what they are for, when, and how they are judged.',
    empty: 'No call is published yet',
    emptyText: 'The awards held here will appear on this page as soon as their call is out. If you organise them, sign in and publish one.',
    signIn: 'Sign in',
  },
  nav: {
    edition: (name: string) => `${name} edition`,
    categories: 'Categories',
    dates: 'Dates',
    judging: 'Judging',
    winners: 'Winners',
  },
  /** Before a day. */
  lines: {
    upcoming: 'Entries open',
    'entries-open': 'Entries close',
    screening: 'Entries closed',
    'judging-open': 'Judging ends',
    deciding: 'Judging ended',
    announced: 'Winners announced',
  },
  enter: 'Start an entry',
  seeDates: 'See the dates',
  seeWinners: (edition: string) => `See who won in ${edition}`,
  everyWinner: 'Everybody who has won',
  due: {
    upcoming: (away: string) => `Entries open ${away}`,
    'entries-open': (away: string) => `Entries close ${away}`,
    screening: () => 'Entries have closed',
    'judging-open': (away: string) => `Entries have closed, judging ends ${away}`,
    deciding: () => 'Judging has ended, the winners are being decided',
    announced: (away: string) => `Winners announced ${away}`,
    judging: 'Judging ends',
    closes: 'Entries close',
    announcement: 'Winners announced',
    afterwards: 'After judging',
    afterwardsNote: 'Once every ballot is in, on this page',
    open: 'What is asked',
    asked: (categories: number, criteria: number) =>
      `${count(categories, 'category', 'categories')}, ${count(criteria, 'criterion', 'criteria').toLowerCase()}`,
    askedNote: 'One text and one file for each entry',
    askedForm: 'What an entry is asked stands with its category',
  },
  categories: (n: number) => `${count(n, 'award', 'awards')}. Choose the one your work would be known for.`,
  zone: (city: string) => `All dates are kept in ${city} time.`,
  phases: {
    entries: 'Entries',
    judging: 'Judging',
    announcement: 'Winners announced',
    closed: 'closed',
    openNow: 'open now',
    goingOn: 'going on',
    done: 'done',
    until: (day: string) => `until ${day}`,
    entriesNote: 'What you write is saved as you go; nobody reads it before you submit',
    judgingNote: (seats: number) => `${count(seats, 'judge reads', 'judges read')} each entry, on their own`,
    announcementNote: 'On this page, for everyone at the same moment',
    after: 'after judging has ended',
  },
  judging: {
    title: 'How judging works',
    aside: 'In four steps, the same for everybody.',
    steps: (seats: number, criteria: number, min: number, max: number) => [
      {
        title: `${count(seats, 'judge reads', 'judges read')} your entry`,
        text: 'Whoever has an interest in it says so and is not among them.',
      },
      {
        title: 'They mark alone',
        text: `${count(criteria, 'criterion', 'criteria')}, from ${min} to ${max}. No judge sees another’s marks until all are in.`,
      },
      {
        title: 'The marks are weighed, exactly',
        text: 'Each criterion counts by its weight below. Nothing is rounded to find a place; entries with the same score share it.',
      },
      {
        title: 'All at once, and for good',
        text: 'Winners are named only when every ballot is in. Every step stands in a record that nobody can change unseen.',
      },
    ],
    weights: 'What the marks are for',
    share: (share: number) => `${Math.round(share * 1000) / 10} %`,
  },
  closing: {
    upcoming: 'There is time to think of something you are proud of.',
    'entries-open': 'You changed something your customers could feel. Write it down.',
    later: 'Entries have closed. The winners will stand here.',
    announced: 'The winners are known.',
  },
};
