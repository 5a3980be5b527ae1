import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { judgeName, type View } from '../view.ts';

/** What a programme may say of time: when judging opened and closed (ms since 1970; [open, close)), and how fast nobody reads. */
export type TimeRules = { readonly opens: number | null; readonly closes: number | null; readonly secondsABallot: number };

const usualTimes: TimeRules = { opens: null, closes: null, secondsABallot: 10 };

/** From so many ballots on, haste or one instant is a habit and not a slip. */
const leastBallots = 3;

type Timed = { readonly ballot: number; readonly at: number };

/**
 * Three checks of when ballots were handed in: all of a judge's within one second (somebody typed them in, or nobody read them);
 * three or more each within `secondsABallot` of the one before; outside the time of judging. Times kept only to the minute or the
 * day cannot tell haste, and are said to be too coarse.
 */
export function checkTimes(view: View, rules: TimeRules = usualTimes): readonly Check[] {
  const { at } = view.table;
  if (!at?.some((time) => !Number.isNaN(time))) {
    return (['one-instant', 'too-fast', 'outside-window'] as const).map((kind) => notRun(kind, 'no-times'));
  }
  const coarse = at.every((time) => Number.isNaN(time) || time % 60_000 === 0);
  const judges = view.table.judges.map((_, judge) => ({ judge, timed: timedBy(view, at, judge) }));
  const haste = coarse
    ? [notRun('one-instant', 'coarse-times'), notRun('too-fast', 'coarse-times')]
    : [
        check(
          'one-instant',
          judges.flatMap(({ judge, timed }) => oneInstant(view, judge, timed)),
          judges.length,
        ),
        check(
          'too-fast',
          judges.flatMap(({ judge, timed }) => tooFast(view, judge, timed, rules)),
          judges.length,
        ),
      ];
  if (rules.opens === null && rules.closes === null) return [...haste, notRun('outside-window', 'no-window')];
  const outside = judges.flatMap(({ judge, timed }) => outsideWindow(view, judge, timed, rules));
  return [...haste, check('outside-window', outside, at.length)];
}

function check(kind: 'one-instant' | 'too-fast' | 'outside-window', flags: readonly Flag[], examined: number): Check {
  return { kind, examined, notRun: null, placebo: null, flags };
}

function timedBy({ byJudge }: View, at: Float64Array, judge: number): Timed[] {
  return [...itemsOf(byJudge, judge)]
    .map((ballot) => ({ ballot, at: at[ballot] ?? Number.NaN }))
    .filter((timed) => !Number.isNaN(timed.at))
    .sort((a, b) => a.at - b.at || a.ballot - b.ballot);
}

const instant = (time: number): string => new Date(time).toISOString();
const numbers = (timed: readonly Timed[]): number[] => timed.map(({ ballot }) => ballot).sort((a, b) => a - b);

function isOneInstant(timed: readonly Timed[]): boolean {
  return timed.length >= leastBallots && (timed.at(-1)?.at ?? 0) - (timed[0]?.at ?? 0) < 1_000;
}

function oneInstant({ table }: View, judge: number, timed: readonly Timed[]): Flag[] {
  const [first] = timed;
  if (!first || !isOneInstant(timed)) return [];
  const facts = { judge: judgeName(table, judge), ballots: timed.length, at: instant(first.at) };
  return [{ kind: 'one-instant', ballots: numbers(timed), criterion: null, facts }];
}

function tooFast({ table }: View, judge: number, timed: readonly Timed[], { secondsABallot }: TimeRules): Flag[] {
  if (isOneInstant(timed)) return [];
  const gap = (i: number) => (timed[i]?.at ?? 0) - (timed[i - 1]?.at ?? 0);
  const hasty = timed.filter((_, i) => i > 0 && gap(i) < secondsABallot * 1_000);
  if (hasty.length < leastBallots) return [];
  const gaps = timed.map((_, i) => gap(i)).slice(1);
  const shortest = gaps.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const facts = { judge: judgeName(table, judge), ballots: hasty.length, of: timed.length, seconds: secondsABallot };
  return [{ kind: 'too-fast', ballots: numbers(hasty), criterion: null, facts: { ...facts, shortest: shortest / 1_000 } }];
}

function outsideWindow({ table }: View, judge: number, timed: readonly Timed[], { opens, closes }: TimeRules): Flag[] {
  const early = timed.filter(({ at }) => opens !== null && at < opens);
  const late = timed.filter(({ at }) => closes !== null && at >= closes);
  if (early.length + late.length === 0) return [];
  const facts = { judge: judgeName(table, judge), early: early.length, late: late.length };
  const bounds = { opens: opens === null ? null : instant(opens), closes: closes === null ? null : instant(closes) };
  return [{ kind: 'outside-window', ballots: numbers([...early, ...late]), criterion: null, facts: { ...facts, ...bounds } }];
}
