/** How a form is put to whoever fills it in, and how what they said is read. */
import { dates } from '../dates.ts';
import { many } from './lengths.ts';

const list = (items: readonly string[], word: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
const quoted = (text: string): string => `“${text}”`;
const span = (min: number, max: number, what: string): string => (min > 0 ? `${min} to ${many(max, what)}` : `Up to ${many(max, what)}`);

const groups = {
  document: 'a document',
  table: 'a table',
  slides: 'slides',
  picture: 'a picture',
  sound: 'sound',
  video: 'a video',
} as const;

const units: Readonly<Record<string, string>> = {
  percent: 'per cent',
  points: 'points, −100 to 100',
  minutes: 'minutes',
  stars: 'stars, 1 to 5',
  'per-hundred': 'a hundred contacts',
};

export const askingWords = {
  optional: 'optional',
  askedOfYou: 'asked of you',
  /** At a field: why it keeps the entry from being sent in. */
  notes: {
    asked: 'Sent back to you for this.',
    read: 'Read what was asked',
    missing: 'Needed before you submit.',
    wrong: 'This has to be put right before you submit.',
  },
  fromTheStart: 'Needed before anything is kept.',
  howWordsCount: 'How words are counted',
  characters: (min: number, max: number) => `${span(min, max, 'characters')}.`,
  charactersOf: (used: number, max: number) => `${used} of ${max} characters`,
  words: (min: number, max: number) => `${span(min, max, 'words')}.`,
  choose: (min: number, max: number) => {
    if (max === 1) return 'Choose one.';
    return min > 1 ? `Choose ${min} to ${max}.` : `Choose up to ${max}.`;
  },
  other: 'Something else',
  otherHint: 'In your own words, if none of these fits.',
  noAnswer: 'No answer',
  agreed: 'Agreed to',
  nothingAnswered: 'Nothing is answered.',
  earlier: 'Answered when this was asked otherwise:',
  chooseOne: 'Choose one',
  number: (min: number | undefined, max: number | undefined, step: number, unit: string) => {
    const of = unit === '' ? '' : ` ${unit}`;
    const steps = step === 1 ? 'A whole number' : `A number in steps of ${step}`;
    if (min !== undefined && max !== undefined) return `${steps} from ${min} to ${max}${of}.`;
    if (min !== undefined) return `${steps}, ${min}${of} or more.`;
    return max === undefined ? `${steps}${unit === '' ? '' : `, in ${unit}`}.` : `${steps}, ${max}${of} at most.`;
  },
  money: (least: string | undefined, most: string | undefined) => {
    if (least !== undefined && most !== undefined) return `From ${least} to ${most}.`;
    if (least !== undefined) return `${least} or more.`;
    return most === undefined ? '' : `${most} at most.`;
  },
  amountIn: (currency: string) => `An amount in ${currency}.`,
  currency: 'Currency',
  date: (from: string | undefined, to: string | undefined) => {
    if (from !== undefined && to !== undefined) return `From ${dates.date(from)} to ${dates.date(to)}.`;
    if (from !== undefined) return `${dates.date(from)} or later.`;
    return to === undefined ? '' : `${dates.date(to)} or earlier.`;
  },
  kindsOfFiles: (kinds: readonly (keyof typeof groups)[], endings: readonly string[]) => {
    const taken = endings.length > 0 ? endings.map((ending) => `.${ending}`) : kinds.map((kind) => groups[kind]);
    return taken.length === 0 ? '' : `It may be ${list(taken, 'or')}.`;
  },
  addresses: (min: number, max: number) =>
    `${span(min > 1 ? min : 0, max, 'addresses')}, one on each line. We show them and never open them.`,
  name: 'Name',
  email: 'E-mail address',
  emailHint: 'Read by whoever runs the programme, not by judges.',
  referenceKind: 'Who is it?',
  referenceKinds: { person: 'A person', organisation: 'An organisation' },
  claim: {
    measure: 'Measure and definition',
    measureHint: 'The one your figure was measured by.',
    statistic: 'Statistic',
    statisticHint: 'Which one of all the times your figure is.',
    from: 'From',
    to: 'To',
    value: 'Figure',
    n: 'Measured on',
    nHint: 'How many answers, cases or calls.',
    promoters: 'Promoters',
    detractors: 'Detractors',
    before: 'Before',
    earlier: 'The figure before that',
    beforeHint: 'Measured the same way, in an earlier period.',
    now: 'Now',
    source: 'The file it comes from',
    sourceNone: 'No file',
    sourceHint: 'One of the files beside this entry.',
    unit: (unit: string) => units[unit] ?? unit,
    figure: (value: string, unit: string) => `${value} ${units[unit]?.split(',')[0] ?? unit}`,
    n_: (n: number) => `n = ${n.toLocaleString('en-GB')}`,
    period: (from: string, to: string) => `${from} to ${to}`,
  },
  /** What a field hangs from. `name` is the other field's label. */
  askedIf: (sentence: string) => `Only if ${sentence}.`,
  isOneOf: (name: string, options: readonly string[]) => `${quoted(name)} is ${list(options.map(quoted), 'or')}`,
  isAnswered: (name: string, answered: boolean) => `${quoted(name)} is ${answered ? 'answered' : 'not answered'}`,
  isBetween: (name: string, least: number | undefined, below: number | undefined) => {
    if (least !== undefined && below !== undefined) return `${quoted(name)} is ${least} or more and below ${below}`;
    return least === undefined ? `${quoted(name)} is below ${below}` : `${quoted(name)} is ${least} or more`;
  },
  all: (tests: readonly string[]) => list(tests, 'and'),
  any: (tests: readonly string[]) => list(tests, 'or'),
  /** Of a group that may be left out as a whole. */
  ruleOptional: { 'exactly-one-of': 'One of these at most', 'at-least-one-of': 'As many of these as you like' },
  group: {
    none: { 'exactly-one-of': 'None of these is answered yet.', 'at-least-one-of': 'None of these is answered yet.' },
    noneNeeded: 'None of these is answered, and none has to be.',
    one: { 'exactly-one-of': 'One of these is answered, as asked.', 'at-least-one-of': 'One of these is answered, and that is enough.' },
    several: {
      'exactly-one-of': 'More than one of these is answered. Both are kept; empty all but one before you submit.',
      'at-least-one-of': 'More than one of these is answered.',
    },
  },
};
