/** What `./plaudit assign` says. Sentences only; the command lays them out. */
import type { Ended } from '#core/assignment/design/bridging.ts';
import type { Reason } from '#core/assignment/flow/seating.ts';
import { shown } from '#core/problems/visible.ts';

const list = new Intl.ListFormat('en');

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toString()} ${n === 1 ? one : many}`;

const reasons: Readonly<Record<Reason, string>> = {
  conflict: 'a declared conflict',
  'same-employer': 'the same employer as the entry',
  language: 'not reading its language',
  category: 'having opted out of its category',
  held: 'a seat there already, or a colleague who has one',
  'ruled-out': 'having been ruled out',
};

/** The first few of many, and how many more. */
function some(names: readonly string[], most = 8): string {
  return names.length <= most ? list.format(names) : `${names.slice(0, most).join(', ')} and ${(names.length - most).toString()} more`;
}

const percent = (share: number): string => `${share < 0.01 ? (100 * share).toFixed(1) : Math.round(100 * share).toString()} %`;

/** Whole panels come before cost and are met by search: then the other way may be the cheaper one, and is said to be. */
function costing(difference: number): string {
  if (difference === 0) return 'cost the same: the lots decided';
  return difference > 0
    ? `cost ${difference.toString()} more`
    : `cost ${(-difference).toString()} less: a panel that can take all its entries comes before cost, and panels are found by search`;
}

type Explained = {
  /** All seats and all limits, where they alone show why. */
  readonly sum: { readonly needed: number; readonly allowed: number } | null;
  readonly entries: readonly string[];
  readonly seats: number;
  readonly loads: readonly { readonly judge: string; readonly most: number }[];
  readonly pairs: readonly { readonly reason: Reason; readonly count: number; readonly judges: readonly string[] }[];
  readonly rules: readonly ('employer' | 'lead' | 'first-year')[];
  readonly judges: number;
  readonly minimal: boolean;
};

const rules = {
  employer: 'no two judges of one employer sit on an entry',
  lead: 'every panel needs a lead',
  'first-year': 'first-year judges may hold only their share of a panel',
} as const;

export const assign = {
  about: 'assign judges to entries: conflicts kept out, one panel for a small category, the cost beside its proven bound',
  options: {
    entries: 'entries as CSV: entry,category,employer,topics,language (only entry is needed)',
    judges: 'judges as CSV: judge,employer,categories,topics,language,lead,first_year,max_load (only judge is needed)',
    pairs: 'pairs as CSV: entry,judge,affinity, where affinity is 0 to 1000 or the word conflict',
    perEntry: 'judges every entry gets',
    minLoad: 'entries every judge should get at least',
    maxLoad: 'entries a judge gets at most, unless max_load in the file says otherwise (default: no limit)',
    seed: 'text that settles every choice between equals; published afterwards',
    commitment: 'what was published before entries closed; refused when the seed does not open it',
    out: 'file for the seats as CSV: entry,judge,affinity',
    keep: 'an earlier assignment, as --out wrote it: its seats stay, and only missing ones are filled',
    dropOut: 'a judge who takes no part any more; give the option again for each',
    why: 'explain one pair, "entry,judge": what the assignment would cost if it were decided the other way',
    loadCost: 'evens out loads: the price of a judge’s t-th entry above --min-load rises by t times this; 20 is usual',
    floor: 'lifts the worst-served entry while it lies under this percentage of the mean affinity; 85 is usual',
    onePanel: 'categories of up to this many entries get one panel for all their entries, at a cost in affinity that is told; 0 for none',
    firstYearShare: 'percentage of a panel that first-year judges may hold',
    noBridge: 'leave the design as it is, even where entries cannot be compared',
  },
  help: (codes: { readonly done: number; readonly refused: number; readonly usage: number }): string => `
Files
  Cells that hold several names part them by semicolons, employers too. Categories, topics and languages are compared without regard
  to capitals and spaces. Employers are compared without punctuation and legal form as well: "Acme Ltd", "ACME  Ltd." and "Acme-Ltd"
  are one, and what was read as one is told. Entries, or judges, whose names differ by no more than a reader sees are refused.
  categories   those a judge knows well; one with ! before it is opted out: "Complaints;!Banking".
               An opt-out that no entry's category answers to is refused, and so is a name a slip away from one; another that
               no entry has is told
  language     a judge is never given an entry in a language not listed; an empty cell means all
  lead         yes where the judge may lead; as soon as one judge may, every entry gets one who may
  first_year   yes in a judge's first year; at most 40 % of a panel then (--first-year-share)
  affinity     without a pairs file, or for pairs not in it: 500 when the judge knows the category, and 500 times the share of the
               entry's topics the judge knows; where one of the two is not told, the other counts for 1000

What always holds
  Every entry has --per-entry judges. No judge has more than the most. No judge with a conflict, of the entry's employer, without its
  language or opted out of its category; no two judges of one employer on an entry; a lead; the first-year share. If that cannot
  be, nothing is written, and a set of entries, limits and conflicts that shows why, none of which can be left out, is printed.
  Seats under --min-load are as few as can be, and are told.
  A category of up to 15 entries gets one panel, where loads and conflicts leave one: its entries then meet the same judges, and a
  harsh judge is harsh to all. That is fair before it is cheap: it costs affinity, most where judges are few or know few categories, and
  judges whom no panel needs may have little to read, or nothing. What it cost is said with every assignment. With --one-panel 0 there
  are no panels, and the assignment is the cheapest of all.

What is best
  A pair costs 1000 less its affinity. Without whole panels the cheapest assignment of all is found by a network simplex method and
  proven over every pair. Whole panels, and rules that cross each other, are no network: they are met by search, and "gap" in the
  summary tells by which share the cost lies above what no assignment can go below. Of assignments of the same cost, lots drawn from the
  seed and the names of each pair decide: the order of rows changes nothing. Two more wishes cost affinity and are off: --load-cost and
  --floor. Then the design is checked: whether all entries are linked by shared judges (components), and how much information is left
  when the judges' harshness is estimated (efficiency). Where entries are not linked, or efficiency is under .90 and need not be, the
  cheapest exchanges of seats bridge the gap, up to a tenth of all (--no-bridge). Seats of whole panels, and those kept, are not
  exchanged.

Output
  Standard error says in words what was made, who has nothing to read, what panels cost, how well entries can be compared and why no
  better, and which employers were read as one. Standard output gets a summary as JSON:
  cost, objective (with --load-cost), proof (bound, gap, the flow before panels and wishes, pairs priced), loads, worstServed, panels,
  bridges, components, efficiency, CPU milliseconds and peak memory. With --why it gets the explanation alone.

A seed that cannot be chosen afterwards
  ./plaudit assign new-seed prints a seed and its commitment. Publish the commitment before entries close, and the seed afterwards.

Examples
  ./plaudit assign --entries e.csv --judges j.csv --pairs p.csv --per-entry 5 --min-load 40 --max-load 60 --seed 1 --out a.csv
  ./plaudit assign --entries e.csv --judges j.csv --per-entry 5 --seed 1 --why "E17,Mei Tanaka"
  ./plaudit assign --entries e.csv --judges j.csv --per-entry 5 --seed 1 --keep a.csv --drop-out "Mei Tanaka" --out b.csv

Exit codes
  ${codes.done}  the assignment was made
  ${codes.refused}  files, options or the demand were refused; nothing was written
  ${codes.usage}  the command line was not understood`,
  newSeed: 'make a random seed, and the commitment to publish before entries close',
  newSeedHelp: 'Keep the seed secret until the assignment is made.',
  optionMissing: (flags: string): string => `error: required option '${flags}' not specified`,
  wholeNumber: (least: number, most: number): string => `a whole number from ${least.toString()} to ${most.toString()}`,
  entryAndJudge: 'an entry and a judge with a comma between: --why "E17,Mei Tanaka"',
  refused: (n: number): string => `No assignment was made. ${counted(n, 'thing')} must be put right first:`,
  more: (n: number): string => `and ${n.toString()} more`,
  written: (file: string, seats: number): string => `${counted(seats, 'seat')} written to ${file}.`,
  impossible: ({ sum, entries, seats, loads, pairs, rules: broken, judges, minimal }: Explained): string => {
    const offered = loads.reduce((sum, { most }) => sum + Math.min(most, entries.length), 0);
    const parts = [
      ...(sum ? [`${counted(sum.needed, 'seat is', 'seats are')} needed, limits allow ${sum.allowed.toString()}.`] : []),
      `${some(entries)} ${entries.length === 1 ? 'needs' : 'need'} ${counted(seats, 'seat')} between them.`.replace(
        entries.length === 1 ? ' between them' : '\0',
        '',
      ),
      ...pairs.map(
        ({ reason, count, judges: names }) =>
          `${counted(count, 'pair is', 'pairs are')} kept out by ${reasons[reason]} (${some(names, 5)}).`,
      ),
      ...(loads.length > 0
        ? [
            `${some(loads.map(({ judge, most }) => `${judge} (at most ${most.toString()})`))} ${loads.length === 1 ? 'takes' : 'take'} ${counted(offered, 'seat')} at most.`,
          ]
        : []),
      ...(loads.length > 0 && loads.length < judges
        ? [
            `${loads.length === judges - 1 ? 'The other judge sits' : `Each of the other ${(judges - loads.length).toString()} judges sits`} on an entry once at most.`,
          ]
        : []),
      ...(broken.length > 0 ? [`Besides, ${list.format(broken.map((rule) => rules[rule]))}.`] : []),
      `There ${judges === 1 ? 'is' : 'are'} ${counted(judges, 'judge')} in all.`,
      minimal
        ? 'None of these can be left out of the reason: give up any one – an entry, a conflict, a limit – and the others can be met together.'
        : 'This much cannot be met by itself; the set is too large to say whether all of it is needed.',
    ];
    return parts.join(' ');
  },
  summary: {
    seats: (seats: number, perEntry: number, least: number, most: number): string =>
      `${counted(seats, 'seat')}: ${counted(perEntry, 'judge')} an entry, ${least === most ? counted(least, 'entry', 'entries') : `${least.toString()} to ${counted(most, 'entry', 'entries')}`} a judge.`,
    idle: (judges: readonly string[]): string =>
      `Nothing to read for ${some(judges)}. --min-load gives each judge so many entries, as far as that can be.`,
    droppedOut: (judges: readonly string[]): string =>
      `${some(judges)} ${judges.length === 1 ? 'takes' : 'take'} no part any more (--drop-out), and ${judges.length === 1 ? 'has' : 'have'} nothing to read.`,
    withoutSeat: (judges: readonly string[]): string => `Nothing to read for ${some(judges)}, whose limit is 0.`,
    underLeast: (judges: readonly string[]): string => `Under --min-load: ${some(judges)}.`,
    panels: (whole: readonly string[], split: readonly string[]): string =>
      [
        ...(whole.length > 0 ? [`One panel for all entries of ${some(whole)}: whoever is harsh there is harsh to all.`] : []),
        ...(split.length > 0 ? [`Loads and conflicts leave none for ${some(split)}.`] : []),
      ].join(' '),
    cost: ({ cost, bound, gap, panels }: { cost: number; bound: number | null; gap: number | null; panels: boolean }): string => {
      if (bound === null || gap === null) return `It costs ${cost.toString()}; how much less another could cost is not known.`;
      if (cost === bound) return `It costs ${cost.toString()}, and none under these rules can cost less: proven.`;
      const above = `It costs ${cost.toString()}, ${percent(gap)} above the ${bound.toString()} that no assignment can go below.`;
      return panels ? `${above} That is the price of whole panels; --one-panel 0 does without them.` : above;
    },
    worst: (entry: string, affinity: number, mean: number): string =>
      `Least well served is ${entry}: its judges’ affinity is ${Math.round(affinity).toString()} of 1000, the mean ${Math.round(mean).toString()}.`,
    efficiency: (efficiency: number | null, best: number, enough: number): string =>
      `Efficiency is ${(efficiency ?? 0).toFixed(2)}, under ${enough.toFixed(2)}: so much is left to tell entries apart by once the judges’ harshness is estimated. No design of as many entries, judges and seats has more than ${best.toFixed(2)}.`,
    bridged: (seats: number): string => `${counted(seats, 'seat')} changed hands to link entries (--no-bridge leaves them).`,
    bridging: (ended: Exclude<Ended, 'sound'>, some: boolean, panels: boolean): string => {
      const none = some ? 'No more seats were exchanged' : 'No seats were exchanged';
      return {
        unwished: `${none} to better it: --no-bridge.`,
        size: `${none} to better it: with so few entries a judge no exchange brings it to 0.90. Fewer judges in all, or more on an entry, can.`,
        fixed: `${none} to better it: ${panels ? 'the seats of whole panels, and those kept, stay (--one-panel 0 does without panels)' : 'all seats are kept ones'}.`,
        rules: `${none} to better it: conflicts and the other rules${panels ? ', and whole panels (--one-panel 0 does without them),' : ''} leave no exchange that links more.`,
        tenth: `${none} to better it: a tenth of all seats is the most.`,
      }[ended];
    },
    oneEmployer: (spellings: readonly string[]): string => `Read as one employer: ${some(spellings.map((name) => `“${shown(name)}”`))}.`,
    alikeEmployers: (pairs: readonly (readonly [string, string])[]): string =>
      `Read as two employers each, though they may be one: ${some(
        pairs.map(([a, b]) => `“${shown(a)}” and “${shown(b)}”`).map((pair) => `(${pair})`),
        5,
      )}. Are they? Then write them alike and assign again.`,
    categoriesWithoutEntries: (names: readonly string[]): string =>
      `Judges know ${names.length === 1 ? 'a category' : 'categories'} no entry is in: ${some(names.map((name) => `“${shown(name)}”`))}. Should one of the entries’ categories be meant, write it alike and assign again.`,
    apart: (groups: number): string =>
      `The entries fall into ${groups.toString()} groups that share no judge: scores of one cannot be compared with those of another.`,
  },
  why: {
    kept: (entry: string, judge: string): string => `${judge} sat on ${entry} before, and seats that stood stay (--keep).`,
    onePanel: (category: string): string =>
      `“${category}” has one panel for all its entries, so that what is decided for one of them is decided for all.`,
    forbidden: (entry: string, judge: string, reason: Reason): string => `${judge} cannot be given ${entry}: ${reasons[reason]}.`,
    onlyWay: (entry: string, judge: string): string => `${judge} is needed on ${entry}: without this seat the demand cannot be met.`,
    noWay: (entry: string, judge: string): string => `With ${judge} on ${entry} the demand cannot be met.`,
    seated: (entry: string, judge: string, instead: readonly string[], difference: number, moved: number): string =>
      `${judge} sits on ${entry}. Without, ${instead.length > 0 ? list.format(instead) : 'others'} would take the seat; all in all ${counted(moved, 'seat')} would change hands, and the assignment would ${costing(difference)}.`,
    unseated: (entry: string, judge: string, instead: readonly string[], difference: number, moved: number): string =>
      `${judge} does not sit on ${entry}. To seat ${judge} there, ${instead.length > 0 ? list.format(instead) : 'others'} would give way; all in all ${counted(moved, 'seat')} would change hands, and the assignment would ${costing(difference)}.`,
    shortfall: (seats: number): string => `${counted(seats, 'more seat')} would be missing under the least loads.`,
  },
};
