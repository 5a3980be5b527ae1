import type { Facts } from '../../problems/problem.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { type Scale, usualScale, usualTops } from '../scale.ts';
import { factsOf, type MarkRows } from './mark-rows.ts';
import { beyond, type Counts, classes, classOf, countsOf, type EachMark, eachMarkOf, type Tally, upTo } from './scale-classes.ts';
import { shorterAmong, shorterOnSameEntries } from './shorter-scales.ts';

/** A guess, or what speaks against there being one scale. */
export type Guess = { readonly scale: Scale | undefined; readonly refusals: readonly Refusal[] };

/** Fewer marks of a judge or under a criterion say nothing of the scale they were given on; of a category it takes more, as entries may be weak together. */
const fewestMarks = 4;
const fewestOfCategory = 20;

/** The most marks that are strays and no longer scale, as a share of the rest: slips of 80 for 8 stand far apart, a 7 among fives does not. */
const strayShare = (top: number): number => (top > 10 ? 0.25 : 0.05);

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

function strays(rows: MarkRows, each: EachMark, top: number, scale: Scale, among: number): Refusal[] {
  const refusals: Refusal[] = [];
  each((row, mark) => {
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
  return shorterAmong(counts.criteria, top, fewestMarks).map(({ i }) => criterionRefusal(rows, counts, long, i));
}

/** Whoever is fewer is named: judges within a shorter scale, or those beyond it. */
function mixedJudges(rows: MarkRows, each: EachMark, counts: Counts, top: number): Refusal[] {
  const seeming = shorterAmong(counts.judges, top, fewestMarks);
  const found = shorterOnSameEntries(rows, each, counts.judges, seeming, top);
  const [within] = found.map((one) => one.within);
  if (within === undefined) return [];
  const wider = counts.judges.flatMap(({ highest }, judge) => (highest > within ? [judge] : []));
  if (wider.length < found.length) return wider.map((judge) => judgeRefusal(rows, counts, judge, { wider: true, max: within }));
  return found.map(({ i, within: own, share }) =>
    judgeRefusal(rows, counts, i, { within: own, share: percentOf(share), wider: false, max: usualTops[top] ?? 0 }),
  );
}

function mixedCategories(rows: MarkRows, { categories }: Counts, top: number): Refusal[] {
  return shorterAmong(categories, top, fewestOfCategory).map(({ i, within, share }): Refusal => {
    const { highest = 0, highestAt = 0, counts } = categories[i] ?? {};
    const facts = { marks: counts ? upTo(counts, beyond) : 0, highest, within, share: percentOf(share), max: usualTops[top] ?? 0 };
    return { code: 'tally.category-on-another-scale', facts: { ...factsOf(rows, highestAt), ...facts } };
  });
}

/**
 * The scale of criteria nobody said one of, guessed from their marks: the narrowest usual one. Refused, with rows to look at, where the
 * marks speak against one scale: a criterion, a judge or a category on another scale than the rest; single marks far outside of what holds all
 * others, which must not stretch it; marks no usual scale holds. `step`: of all these marks.
 */
export function guessScale(rows: MarkRows, guessing: ReadonlySet<string>, step = 1): Guess {
  const each = eachMarkOf(rows, guessing, step);
  const counts = countsOf(rows, each);
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
  if (outside > 0) return { scale, refusals: strays(rows, each, top, scale ?? { min: 0, max: 0 }, inside) };
  const asked = [mixedCriteria(rows, counts, top), mixedJudges(rows, each, counts, top), mixedCategories(rows, counts, top)];
  return { scale, refusals: asked.find((refusals) => refusals.length > 0) ?? [] };
}
