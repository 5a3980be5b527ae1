/** Sentences of the pages about one category, and of the parts of the call that are made from an edition's rulebook. */
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { isolated } from '../../isolated.ts';
import { amountOf } from '../forms/lengths.ts';
import { inWords } from '../numbers.ts';

const nominees: Record<NomineeKind, string> = {
  person: 'a person',
  team: 'a team',
  organisation: 'an organisation',
  technology: 'a technology or site',
};
const nominators: Record<NominatorKind, string> = {
  self: 'the nominees themselves',
  peer: 'colleagues and peers',
  customer: 'customers',
};

/** a team, an organisation or a site */
const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const entries = (n: number): string => (n === 1 ? 'one entry' : `${inWords(n).toLowerCase()} entries`);

const nothing = 'Nothing';
const within = (cost: string): string => (cost === nothing ? 'nothing' : cost);

export const category = {
  nominees: (kinds: readonly NomineeKind[]): string => capital(anyOf(kinds.map((kind) => nominees[kind]))),
  nominators: (kinds: readonly NominatorKind[]): string => capital(anyOf(kinds.map((kind) => nominators[kind]))),
  by: (kinds: readonly NominatorKind[]): string => `Sent in by ${anyOf(kinds.map((kind) => nominators[kind]))}`,
  isNew: 'New this year',
  full: 'Full',
  with: (sponsor: string): string => `With ${sponsor}`,
  find: 'Find the one that fits',
  /** Of a family that is folded, and of what follows those in sight. */
  within: (n: number): string => `${inWords(n)} ${n === 1 ? 'category' : 'categories'}`,
  more: (n: number): string => `${n === 1 ? 'One category' : `${inWords(n)} categories`} more`,
  open: (n: number): string =>
    `${inWords(n)} ${n === 1 ? 'category is' : 'categories are'} open. Choose the one your work would be known for.`,
  about: 'About',
  fees: {
    title: 'What it costs',
    aside: 'By the moment an entry is sent in.',
    cost: (minor: number, currency: string): string => (minor === 0 ? nothing : amountOf(minor, currency)),
    until: (day: string): string => `Until ${day}`,
    afterwards: 'From then on',
    /** `until` null: nothing changes any more. */
    line: (cost: string, until: string | null, next: string | undefined): string =>
      until === null
        ? `Sending it in costs ${within(cost)}.`
        : `Until ${until} sending it in costs ${within(cost)}${next === undefined ? '' : `, then ${within(next)}`}.`,
    fell: (tier: string): string => `${tier}, by the moment it was sent in`,
    always: 'Every entry',
    now: 'now',
    shown: 'Shown so that nobody is surprised. Nothing is paid on this site.',
  },
  questions: 'Questions',
  sources: {
    title: 'Where the rules come from',
    illustrative: 'Made up where no source says it',
    sources: 'Sources',
  },
  chapters: {
    title: 'Where it is held',
    aside: 'Each chapter answers for its own part.',
    countries: (names: readonly string[]): string => names.join(', '),
    languages: (names: readonly string[]): string => `Works in ${names.map(isolated).join(', ')}`,
    contact: 'Write to the chapter',
    enter: 'Enter in this chapter',
  },
  sponsors: { title: 'Made possible by', aside: 'Sponsors have no part in judging.' },
  calendar: 'Add the dates to a calendar',
  feed: 'Follow the news',
  judging: {
    points: (points: number): string => `${points} points in all`,
    gate: 'Yes or no',
    count: 'Added to the score',
    what: 'What a mark means',
    others: (n: number): string =>
      `${inWords(n)} other ${n === 1 ? 'scorecard is' : 'scorecards are'} on the pages of the categories judged by them.`,
  },
  place: (place: string): string => `At ${place}`,
  page: {
    family: 'A family of categories',
    one: 'Category',
    retired: 'No longer given',
    retiredText: 'This category takes no more entries. It is kept here because it was given before. These are open now:',
    who: 'Who it is for',
    rewards: 'It honours',
    proposes: 'Who may enter it',
    each: 'From one entrant',
    all: 'In all',
    limitEach: (n: number): string => `${capital(entries(n))} at most`,
    limitAll: (n: number): string => `${capital(entries(n))} at most, from everybody together`,
    counting:
      'An entry counts from the moment it is sent in. Drafts do not count, one that is sent back keeps its place, and places go in the order of arrival.',
    fullText: 'As many entries were sent in as this category takes. If the organiser raises the limit, it opens again.',
    findAnother: 'Find another category',
    divisions: 'Divisions',
    divisionsLead: 'Each entry is told which of these it is in. The ranking is one for the whole category.',
    divisionsApart: 'Each entry competes in one of these, and each of them has places of its own. The judges are the same.',
    divisionRest: 'Whatever the others leave.',
    sponsor: 'Sponsor',
    eligibility: 'Who may enter',
    eligibilityAside: 'Each rule in one sentence, the same for everybody.',
    noRules: 'No rule keeps anybody out.',
    asked: 'What is asked',
    askedAside: 'What you write is saved as you go. Nobody reads it before you send it in.',
    story: 'One text, and one file that proves it.',
    optional: 'optional',
    judges: 'What judges mark',
    branches: 'Its branches',
    all_: 'All categories',
    enter: 'Start an entry',
    closing: 'If this is yours, write it down.',
  },
  field: {
    words: (min: number, max: number): string => (min > 0 ? `${min} to ${max} words` : `up to ${max} words`),
    characters: (max: number): string => `up to ${max} characters`,
    choices: (n: number): string => (n === 1 ? 'one of a list' : `up to ${n} of a list`),
    number: 'a number',
    money: (currencies: readonly string[]): string => `an amount in ${anyOf(currencies)}`,
    date: 'a date',
    video: (length: string): string => `a video of up to ${length} minutes`,
    files: (n: number, size: string): string => (n === 1 ? `one file of up to ${size}` : `up to ${n} files of ${size} each`),
    addresses: (n: number): string => (n === 1 ? 'one web address' : `up to ${n} web addresses`),
    reference: 'a name',
    consent: 'your consent',
    metric: 'a measure with its source',
  },
};
