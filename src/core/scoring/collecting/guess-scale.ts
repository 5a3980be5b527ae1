import type { Facts } from '../../problems/problem.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { isMark } from '../ballot-table.ts';
import { type Scale, stepsOf, usualScale, usualTops } from '../scale.ts';
import { factsOf, type MarkRows } from './mark-rows.ts';

/** A guess, or what speaks against there being one scale. */
export type Guess = { readonly scale: Scale | undefined; readonly refusals: readonly Refusal[] };

/** Marks by class: up to 5, to 10, to 20, to 100, and beyond every usual scale; then those of each judge and each criterion. */
type Counts = {
  readonly all: Int32Array;
  readonly judges: readonly Tally[];
  readonly criteria: readonly Tally[];
  readonly lowest: number;
};

type Tally = { readonly counts: Int32Array; highest: number; highestAt: number };

const classes = usualTops.length + 1;
const beyond = usualTops.length;

/** Fewer marks say nothing of the scale they were given on. */
const fewestMarks = 4;

/** How unlikely a judge's marks must be on the scale of the others before it is asked whether they are on it. */
const unlikely = 0.01;

/** The most marks that are strays and no longer scale, as a share of the rest: slips of 80 for 8 stand far apart, a 7 among fives does not. */
const strayShare = (top: number): number => (top > 10 ? 0.25 : 0.05);

const classOf = (mark: number): number => {
  if (mark < 0) return beyond;
  let at = 0;
  while (at < beyond && mark > (usualTops[at] ?? 0)) at += 1;
  return at;
};

type Visit = (row: number, mark: number, judge: number, criterion: number) => void;

/** Every mark of the criteria that are guessed at, in the judges' units. */
function eachMark(rows: MarkRows, guessing: ReadonlySet<string>, step: number, visit: Visit): void {
  const [marks, judges, criteria] = [rows.mark.all(), rows.judge.all(), rows.criterion.all()];
  const asked = rows.criteria.names.map((name) => guessing.has(name));
  const steps = stepsOf({ step });
  for (let row = 0; row < marks.length; row++) {
    const criterion = criteria[row] ?? 0;
    if (!asked[criterion]) continue;
    const kept = marks[row] ?? 0;
    const mark = isMark(kept) ? kept : rows.odd.get(row);
    if (mark !== undefined && !Number.isNaN(mark)) visit(row, mark / steps, judges[row] ?? 0, criterion);
  }
}

function countsOf(rows: MarkRows, guessing: ReadonlySet<string>, step: number): Counts {
  const tallies = (names: readonly string[]) =>
    names.map((): Tally => ({ counts: new Int32Array(classes), highest: Number.NEGATIVE_INFINITY, highestAt: 0 }));
  const [all, judges, criteria] = [new Int32Array(classes), tallies(rows.judges.names), tallies(rows.criteria.names)];
  let lowest = Number.POSITIVE_INFINITY;
  eachMark(rows, guessing, step, (row, mark, judge, criterion) => {
    const at = classOf(mark);
    all[at] = (all[at] ?? 0) + 1;
    if (at < beyond && mark < lowest) lowest = mark;
    for (const tally of [judges[judge], criteria[criterion]]) {
      if (!tally) continue;
      tally.counts[at] = (tally.counts[at] ?? 0) + 1;
      if (mark <= tally.highest) continue;
      tally.highest = mark;
      tally.highestAt = row;
    }
  });
  return { all, judges, criteria, lowest };
}

const upTo = (counts: Int32Array, at: number): number => counts.subarray(0, at + 1).reduce((sum, count) => sum + count, 0);

/** The class whose scale holds all marks but strays. */
function topClass({ all }: Counts): number {
  let top = all.findLastIndex((count, at) => at < beyond && count > 0);
  while (top > 0) {
    const rest = upTo(all, top - 1);
    if ((all[top] ?? 0) > strayShare(usualTops[top] ?? 0) * rest) break;
    top = all.findLastIndex((count, at) => at < top && count > 0);
  }
  return top;
}

/** Of judges or criteria, those whose marks are about all beyond a class: theirs is another scale, and no mark of them a stray. */
const mostlyBeyond = (tallies: readonly Tally[], top: number): number[] =>
  tallies.flatMap(({ counts }, i) => {
    const [inside, all] = [upTo(counts, top), upTo(counts, beyond)];
    return all - inside >= 3 && 2 * (all - inside) >= all ? [i] : [];
  });

const power = (base: number, exponent: number): number => {
  let value = 1;
  for (let i = 0; i < exponent && value > 1e-9; i++) value *= base;
  return value;
};

/** Judges or criteria whose marks all lie within a shorter usual scale, were they hardly would if they were on the scale of the rest. */
function shorter(tallies: readonly Tally[], top: number): { readonly i: number; readonly within: number; readonly share: number }[] {
  const own = tallies.map(({ counts }) => counts.findLastIndex((count) => count > 0));
  return tallies.flatMap(({ counts, highest }, i) => {
    const at = own[i] ?? -1;
    const marks = upTo(counts, beyond);
    if (at < 0 || at >= top || marks < fewestMarks || highest < (usualTops[at] ?? 0) - 1) return [];
    let [above, all] = [0, 0];
    for (const [other, tally] of tallies.entries()) {
      if ((own[other] ?? -1) <= at) continue;
      const of = upTo(tally.counts, beyond);
      all += of;
      above += of - upTo(tally.counts, at);
    }
    const share = all === 0 ? 0 : above / all;
    return power(1 - share, marks) < unlikely ? [{ i, within: usualTops[at] ?? 0, share }] : [];
  });
}

function strays(rows: MarkRows, guessing: ReadonlySet<string>, step: number, top: number, scale: Scale, among: number): Refusal[] {
  const refusals: Refusal[] = [];
  eachMark(rows, guessing, step, (row, mark) => {
    if (classOf(mark) > top) refusals.push({ code: 'tally.stray-mark', facts: { ...factsOf(rows, row), mark, among, ...scale } });
  });
  return refusals;
}

const percentOf = (share: number): number => Math.round(share * 100);

function judgeRefusal(rows: MarkRows, { judges }: Counts, judge: number, facts: Facts): Refusal {
  const { counts, highest = 0, highestAt = 0 } = judges[judge] ?? { counts: new Int32Array(classes) };
  const marks = upTo(counts, beyond);
  return { code: 'tally.judge-on-another-scale', facts: { ...factsOf(rows, highestAt), marks, highest, ...facts } };
}

function criterionRefusal(rows: MarkRows, { criteria }: Counts, long: number, short: number): Refusal {
  const [one, other] = [criteria[long], criteria[short]];
  return {
    code: 'tally.mixed-scales',
    facts: {
      ...factsOf(rows, one?.highestAt ?? 0),
      highest: one?.highest ?? 0,
      other: rows.criteria.names[short] ?? '',
      otherHighest: other?.highest ?? 0,
    },
  };
}

/** The criterion with the highest mark, which is to be held against another. */
const longest = ({ criteria }: Counts): number =>
  criteria.reduce((most, { highest }, i) => (highest > (criteria[most]?.highest ?? 0) ? i : most), 0);

function mixedCriteria(rows: MarkRows, counts: Counts, top: number): Refusal[] {
  const long = longest(counts);
  const plainly = counts.criteria.findIndex(({ highest }) => Number.isFinite(highest) && highest <= 10);
  if ((usualTops[top] ?? 0) > 10 && plainly >= 0) return [criterionRefusal(rows, counts, long, plainly)];
  return shorter(counts.criteria, top).map(({ i }) => criterionRefusal(rows, counts, long, i));
}

/** Whoever is fewer is named: judges within a shorter scale, or those beyond it. */
function mixedJudges(rows: MarkRows, counts: Counts, top: number): Refusal[] {
  const found = shorter(counts.judges, top);
  const [within] = found.map((each) => each.within);
  if (within === undefined) return [];
  const wider = counts.judges.flatMap(({ highest }, judge) => (highest > within ? [judge] : []));
  if (wider.length < found.length) return wider.map((judge) => judgeRefusal(rows, counts, judge, { wider: true, max: within }));
  return found.map(({ i, within: own, share }) =>
    judgeRefusal(rows, counts, i, { within: own, share: percentOf(share), wider: false, max: usualTops[top] ?? 0 }),
  );
}

/**
 * The scale of criteria nobody said one of, guessed from their marks: the narrowest usual one. Refused, with rows to look at, where the
 * marks speak against one scale: a criterion or a judge on another scale than the rest; single marks far outside of what holds all
 * others, which must not stretch it; marks no usual scale holds. `step`: of all these marks.
 */
export function guessScale(rows: MarkRows, guessing: ReadonlySet<string>, step = 1): Guess {
  const counts = countsOf(rows, guessing, step);
  const top = topClass(counts);
  const outside = upTo(counts.all, beyond) - upTo(counts.all, top);
  if (top < 0 && outside === 0) return { scale: undefined, refusals: [] };
  const inside = upTo(counts.all, top);
  if (top < 0 || outside > inside / 4) {
    const far = longest(counts);
    const facts = { ...factsOf(rows, counts.criteria[far]?.highestAt ?? 0), highest: counts.criteria[far]?.highest ?? 0, marks: outside };
    return { scale: undefined, refusals: [{ code: 'tally.no-usual-scale', facts }] };
  }
  const scale = usualScale(counts.lowest, usualTops[top] ?? 0);
  const [criterion] = mostlyBeyond(counts.criteria, top);
  const short = counts.criteria.findIndex(({ highest }) => Number.isFinite(highest) && highest <= (usualTops[top] ?? 0));
  if (criterion !== undefined && short >= 0) return { scale, refusals: [criterionRefusal(rows, counts, criterion, short)] };
  const judges = mostlyBeyond(counts.judges, top);
  if (judges.length > 0) {
    const within = usualTops[top] ?? 0;
    return { scale, refusals: judges.map((judge) => judgeRefusal(rows, counts, judge, { wider: true, max: within })) };
  }
  if (outside > 0) return { scale, refusals: strays(rows, guessing, step, top, scale ?? { min: 0, max: 0 }, inside) };
  const criteria = mixedCriteria(rows, counts, top);
  return { scale, refusals: criteria.length > 0 ? criteria : mixedJudges(rows, counts, top) };
}
