/** What checks ask of the chair. A flag says what was seen and asks; it accuses nobody and changes nothing. */
import type { CheckKind, NotRun, Placebo, RowSpan } from '#core/checks/flag.ts';
import type { Facts } from '#core/problems/problem.ts';

const counted = (n: unknown, one: string, many = `${one}s`): string => `${String(n)} ${Number(n) === 1 ? one : many}`;
const ballots = (n: unknown): string => counted(n, 'ballot');
/** Two decimals at most, with a true minus. */
const figure = (value: unknown): string => String(Math.round(Number(value) * 100) / 100).replace('-', '−');
const points = (value: unknown): string => `${figure(Math.abs(Number(value)))} ${Math.abs(Number(value)) === 1 ? 'point' : 'points'}`;
const percent = (share: unknown): string => `${Math.round(Number(share) * 100)} %`;

type CheckWords = {
  readonly title: string;
  /** What was looked at, and that nothing stood out. */
  readonly none: (examined: number) => string;
  readonly says: (facts: Facts) => string;
  readonly asks: (facts: Facts) => string;
};

const one = (entry: Facts[string] | undefined): string => (entry === null || entry === undefined ? '' : ` on “${entry}”`);

const data = {
  'empty-seat-zeros': {
    title: 'Empty seats',
    none: (n) => `None among ${ballots(n)}.`,
    says: ({ judge, category, ballots: n, of, entry }) =>
      `${judge} has nothing but zeros${one(entry)}${entry === null ? ` on ${n} of ${counted(of, 'entry', 'entries')}` : ''} in “${category}”, where nobody else gave a zero.`,
    asks: ({ judge }) => `Was the seat empty? If ${judge} was not there, no mark belongs in these cells; an absent judge is never a zero.`,
  },
  'all-zero-ballots': {
    title: 'Ballots of zeros',
    none: (n) => `None among ${ballots(n)}.`,
    says: ({ judge, category, ballots: n, entry }) =>
      `${judge} gave zero under every criterion${one(entry)} in “${category}” (${ballots(n)}).`,
    asks: () => 'Are these marks, or was nothing handed in?',
  },
  'key-in-error': {
    title: 'Key-in errors',
    none: (n) => `None among ${counted(n, 'mark')}.`,
    says: ({ judge, entry, criterion, mark, usual, against }) =>
      against === 'ballot'
        ? `${judge} gave “${entry}” ${mark} for ${criterion}, and about ${usual} for everything else.`
        : `${judge} gave “${entry}” ${mark} for ${criterion}; the other judges gave about ${usual}.`,
    asks: ({ meant }) => (meant === null ? 'Is this the mark that was meant?' : `Was ${meant} meant?`),
  },
  'missing-marks': {
    title: 'Missing marks',
    none: (n) => `None on ${ballots(n)}.`,
    says: ({ judge, ballots: n, empty, criteria, entry }) =>
      empty === n
        ? `${judge} left ${n === 1 ? `the ballot${one(entry)}` : ballots(n)} empty.`
        : `${judge} gave no mark for ${criteria}${one(entry)}${n === 1 ? '' : ` on ${ballots(n)}${empty === 0 ? '' : `, ${empty} of them without any mark`}`}.`,
    asks: () => 'Can the judge complete them? Until then they are set aside, not counted as zeros.',
  },
  'unmarked-criterion': {
    title: 'Criteria nobody marked',
    none: () => 'Every criterion has marks in every category it applies to.',
    says: ({ criterion, category, ballots: n }) => `Nobody gave a mark for ${criterion} in “${category}” (${ballots(n)}).`,
    asks: () => 'Does it apply there? If not, the rules should say so; the other weights then count in full.',
  },
  'not-applicable-disagreed': {
    title: 'Criteria that apply to some',
    none: (n) => `Of none of ${counted(n, 'entry', 'entries')} do judges disagree whether a criterion applies.`,
    says: ({ among, judges, criterion, entry, category, count, of }) =>
      among === 'judges'
        ? `${judges} said n/a for ${criterion} on “${entry}” in “${category}”, and ${counted(Number(of) - Number(count), 'judge')} gave it a mark.`
        : `For ${entry === null ? `${count} of ${counted(of, 'entry', 'entries')}` : `“${entry}”`} in “${category}” every judge who answered said n/a for ${criterion}, which the other ${counted(Number(of) - Number(count), 'entry is', 'entries are')} judged by.`,
    asks: ({ among, criterion, entry }) =>
      among === 'judges'
        ? `Does ${criterion} apply to “${entry}”? As the ballots stand, the n/a of one changes what the marks of all its judges count for. If it applies, ask for the mark; if not, all of them should say n/a.`
        : `Should entries of one category be judged by different criteria? If ${criterion} does not apply there, the rules can leave it out for all of them.`,
  },
  'too-few-judges': {
    title: 'Too few judges',
    none: (n) => `All ${counted(n, 'entry', 'entries')} have a full panel.`,
    says: ({ entry, category, have, need }) =>
      `“${entry}” in “${category}” has ${counted(have, 'complete ballot')} of the ${need} it needs.`,
    asks: () => 'Who can read it still? Without them it has no rank.',
  },
  'one-mark-judge': {
    title: 'One mark throughout',
    none: (n) => `None of ${counted(n, 'judge')}.`,
    says: ({ judge, mark, marks, ballots: n }) => `${judge} gave ${mark} every time: ${counted(marks, 'mark')} on ${ballots(n)}.`,
    asks: () => 'Did the judge tell these entries apart, or fill the form in?',
  },
  'no-difference': {
    title: 'Marks that are all alike',
    none: (n) => `In none of ${counted(n, 'category', 'categories')}.`,
    says: ({ category, marks, ballots: n, entries, mark, each }) =>
      `In “${category}” ${mark === null ? `all ${ballots(n)} give the same marks (${each})` : `all ${marks} marks are ${mark}`}, whoever judged and whichever of the ${entries} entries.`,
    asks: () =>
      'Did anybody tell the entries apart, or are these marks a form that was filled in? As they stand, nothing decides between them.',
  },
  'all-equal-ballots': {
    title: 'One mark a ballot',
    none: (n) => `None of ${counted(n, 'judge')} more often than others of the same entries.`,
    says: ({ judge, ballots: n, of, expected }) =>
      `${judge} gave one mark under every criterion on ${n} of ${ballots(of)}; other judges of these entries would have on about ${figure(expected)}.`,
    asks: () => 'Were the criteria weighed one by one?',
  },
  ceiling: {
    title: 'Marks at the end of a scale',
    none: (n) => `None of ${counted(n, 'criterion', 'criteria')} has more than a tenth of its marks at one end.`,
    says: ({ criterion, mark, share, count, of, end }) =>
      `${percent(share)} of the marks for ${criterion} are ${end === 'high' ? 'the highest there is' : 'the lowest there is'}, ${mark} (${count} of ${of}).`,
    asks: () => 'Is the scale long enough? What differs beyond its end cannot show, and intervals come out too narrow.',
  },
  'one-instant': {
    title: 'Handed in at once',
    none: (n) => `None of ${counted(n, 'judge')}.`,
    says: ({ judge, ballots: n, at }) =>
      `All ${ballots(n)} of ${judge} came within one second, at ${String(at).slice(0, 19).replace('T', ' ')} UTC.`,
    asks: () => 'Were they typed in from paper, or not read?',
  },
  'too-fast': {
    title: 'Handed in in haste',
    none: (n) => `None of ${counted(n, 'judge')}.`,
    says: ({ judge, ballots: n, of, seconds, shortest }) =>
      `${judge} handed in ${n} of ${ballots(of)} less than ${counted(seconds, 'second')} after the one before, the fastest after ${figure(shortest)}.`,
    asks: () => 'Were they read before, and only entered here?',
  },
  'outside-window': {
    title: 'Outside the time of judging',
    none: (n) => `None of ${ballots(n)}.`,
    says: ({ judge, early, late }) =>
      `${judge} handed in ${[early === 0 ? '' : `${ballots(early)} before judging opened`, late === 0 ? '' : `${ballots(late)} after it closed`].filter(Boolean).join(' and ')}.`,
    asks: () => 'Was this agreed? The record should say by whom.',
  },
} satisfies Partial<Record<CheckKind, CheckWords>>;

const anomalies = {
  'mandel-h': {
    title: 'A level apart',
    none: (n) => `None of ${counted(n, 'judge')} on full panels.`,
    says: ({ judge, category, h, judges }) =>
      `${judge} marks ${Number(h) < 0 ? 'lower' : 'higher'} in “${category}” than the ${judges} judges’ means lead to expect (Mandel’s h ${figure(h)}).`,
    asks: () => 'Do all mean the same by a mark? Where every judge marked every entry, ranks do not suffer from it.',
  },
  'mandel-k': {
    title: 'A scatter apart',
    none: (n) => `None of ${counted(n, 'judge')} on full panels.`,
    says: ({ judge, category, k }) =>
      `${judge} agrees less with the panel of “${category}” on which entry is better (Mandel’s k ${figure(k)}).`,
    asks: () => 'Does this judge see what others miss, or read otherwise than agreed?',
  },
  'judge-fit': {
    title: 'Unsteady judges',
    none: (n) => `None of ${counted(n, 'judge')}.`,
    says: ({ judge, infit, ballots: n }) =>
      `${judge} lies ${figure(infit)} times as far from what entry and habit lead to expect as judges do on average, squared, over ${ballots(n)}.`,
    asks: () => 'Does this judge see what others miss, or read otherwise than agreed?',
  },
  'single-cell': {
    title: 'Single ballots',
    none: (n) => `None among ${ballots(n)}.`,
    says: ({ judge, entry, by }) =>
      `${judge} gave “${entry}” ${points(by)} ${Number(by) < 0 ? 'less' : 'more'} than the panel and the judge’s habit lead to expect.`,
    asks: () => 'What did the judge see there? Ask before anything else.',
  },
  favouritism: {
    title: 'Own group',
    none: (n) => `None of ${counted(n, 'judge')} with three entries of their own group or more.`,
    says: ({ judge, group, bonus, ballots: n }) =>
      `${judge} gave the ${counted(n, 'entry', 'entries')} of “${group}”, the judge’s own, ${points(bonus)} more than others and habit lead to expect.`,
    asks: () => 'Should these ballots have been recused? The robustness card shows the result without them.',
  },
  reciprocity: {
    title: 'Favours returned',
    none: (n) => `None of ${counted(n, 'pair')} that marked each other.`,
    says: ({ one: a, other, there, back }) =>
      `Judges of “${a}” lift entries of “${other}” by ${points(there)}, and judges of “${other}” those of “${a}” by ${points(back)}.`,
    asks: () => 'Do they know of each other? Assignment can keep such pairs apart.',
  },
  'order-drift': {
    title: 'Drift',
    none: (n) => `None of ${counted(n, 'judge')} with eight timed ballots or more.`,
    says: ({ judge, change, towards, ballots: n }) =>
      `${judge} grew ${towards} by ${points(change)} from the first to the last of ${ballots(n)}, apart from what the entries are worth.`,
    asks: () => 'Would the first ones be marked the same today?',
  },
} satisfies Partial<Record<CheckKind, CheckWords>>;

const kinds: Record<CheckKind, CheckWords> = { ...data, ...anomalies };

const notRun: Record<NotRun, string> = {
  'no-times': 'Not looked for: the ballots do not say when they were handed in.',
  'coarse-times': 'Not looked for: times are kept to the minute or the day.',
  'no-window': 'Not looked for: the rules do not say when judging opened and closed.',
  'no-groups': 'Not looked for: no group of a judge is a group of an entry.',
  'not-crossed': 'Not looked for: in no category did four judges or more mark every entry.',
  'one-criterion': 'Not looked for: it takes three criteria.',
  'no-spread': 'Not looked for: there is nothing left that could differ.',
  'too-few-ballots': 'Not looked for: too few ballots.',
  'too-many-judges': 'Not looked for: there are more judges than a panel has.',
};

export const checks = {
  title: 'Checks',
  lead: 'Each flag is a question, never a penalty.',
  name: (kind: CheckKind): string => kinds[kind].title,
  none: (kind: CheckKind, examined: number): string => kinds[kind].none(examined),
  notRun: (reason: NotRun): string => notRun[reason],
  says: (kind: CheckKind, facts: Facts): string => kinds[kind].says(facts),
  asks: (kind: CheckKind, facts: Facts): string => kinds[kind].asks(facts),
  questions: (n: number): string => (n === 0 ? 'none' : counted(n, 'question')),
  /** What chance would have raised, so that a chair can weigh a flag. */
  placebo: ({ rate, runs }: Placebo): string =>
    rate === 0
      ? `Shuffled so that there is nothing to find, these ballots raise none in ${counted(runs, 'trial')}.`
      : `Shuffled so that there is nothing to find, these ballots raise ${figure(rate)} on average (${counted(runs, 'trial')}).`,
  rows: (spans: readonly RowSpan[]): string =>
    spans
      .map(({ file, first, last }) => `${file === '' ? '' : `${file}, `}${first === last ? `row ${first}` : `rows ${first} to ${last}`}`)
      .join('; '),
};
