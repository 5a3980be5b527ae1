import { inSteps, scaleOf } from '../../scoring/scale.ts';
import { itemsOf } from '../by-key.ts';
import type { Check, Flag } from '../flag.ts';
import { categoryName, categoryOf, entryOf, judgeName, judgeOf, marksOn, type View } from '../view.ts';

/** Scales with fewer steps (yes or no, 1 to 3) use their lowest mark too often for a zero to tell anything. */
const stepsNeeded = 4;

/** Others must have stood this far above zero, as a share of the scale, for one ballot of zeros to look like an empty seat. */
const farAbove = 0.25;

type ZeroBallots = { readonly ballots: readonly number[]; readonly empty: readonly boolean[] };

/**
 * Ballots with nothing but zeros. An absent judge is never a zero: a few such ballots outweigh every method that follows. A ballot
 * of zeros looks like an empty seat when other judges marked the entry and none gave it a zero, and one of three holds: all this judge's
 * ballots in the category are zeros; the others' mean stands a quarter of the scale or more above zero; nobody gave a zero beside other
 * marks in the whole table, so that zero is no mark here. Other ballots of zeros are asked about too, under their own name. One flag for
 * each judge and category.
 */
export function checkSeats(view: View): readonly Check[] {
  const zeros = zeroBallots(view);
  const examined = view.table.ballotEntry.length;
  const kinds = ['empty-seat-zeros', 'all-zero-ballots'] as const;
  return kinds.map((kind) => {
    const asked = zeros.ballots.filter((_, i) => zeros.empty[i] === (kind === 'empty-seat-zeros'));
    return { kind, examined, notRun: null, placebo: null, flags: bySeat(view, kind, asked) };
  });
}

/** Numbers of the ballots that look like empty seats, in order: what a tally may set aside, once that is said. */
export function emptySeats(view: View): readonly number[] {
  const { ballots, empty } = zeroBallots(view);
  return ballots.filter((_, i) => empty[i]);
}

function zeroBallots(view: View): ZeroBallots {
  const { table, scored } = view;
  const long = scored.every((c) => {
    const scale = table.criteria[c]?.scale;
    return scale !== undefined && scale.max - Math.max(0, scale.min) >= stepsNeeded && scale.min >= 0;
  });
  const ballots: number[] = [];
  if (!long) return { ballots, empty: [] };
  const isZero = new Uint8Array(table.ballotEntry.length);
  // One criterion gives no ballot on which a zero could stand beside other marks.
  let zeroIsMark = scored.length < 2;
  const seatsInCategory = new Map<string, { all: number; zero: number }>();
  for (let ballot = 0; ballot < isZero.length; ballot += 1) {
    const given = marksOn(view, ballot);
    if (given.length === 0) continue;
    const zeros = given.filter((mark) => mark === 0).length;
    if (zeros > 0 && zeros < given.length) zeroIsMark = true;
    const seat = seatOf(view, ballot);
    const count = seatsInCategory.get(seat) ?? { all: 0, zero: 0 };
    count.all += 1;
    if (zeros === given.length) {
      isZero[ballot] = 1;
      count.zero += 1;
      ballots.push(ballot);
    }
    seatsInCategory.set(seat, count);
  }
  const empty = ballots.map((ballot) => {
    const others = othersOn(view, ballot, isZero);
    if (others === undefined || others.anyZero) return false;
    const seat = seatsInCategory.get(seatOf(view, ballot));
    return seat?.all === seat?.zero || others.share >= farAbove || !zeroIsMark;
  });
  return { ballots, empty };
}

const seatOf = ({ table }: View, ballot: number): string => `${judgeOf(table, ballot)} ${categoryOf(table, ballot)}`;

/** What the others gave the entry of a ballot of zeros: whether any zero, and their mean as a share of the scale; undefined for nobody. */
function othersOn({ table, byEntry, scored }: View, ballot: number, isZero: Uint8Array) {
  let shares = 0;
  let count = 0;
  let anyZero = false;
  for (const other of itemsOf(byEntry, entryOf(table, ballot))) {
    if (isZero[other] === 1) continue;
    for (const c of scored) {
      const mark = table.marks[other * table.criteria.length + c] ?? -1;
      if (mark < 0) continue;
      anyZero ||= mark === 0;
      shares += mark / inSteps(scaleOf(table.criteria, c)).max;
      count += 1;
    }
  }
  return count === 0 ? undefined : { anyZero, share: shares / count };
}

function bySeat(view: View, kind: 'empty-seat-zeros' | 'all-zero-ballots', asked: readonly number[]): Flag[] {
  const { table, byJudge } = view;
  const seats = new Map<string, number[]>();
  for (const ballot of asked) {
    const seat = seatOf(view, ballot);
    const found = seats.get(seat);
    if (found) found.push(ballot);
    else seats.set(seat, [ballot]);
  }
  return [...seats.values()].map((ballots) => {
    const [first = -1] = ballots;
    const [judge, category] = [judgeOf(table, first), categoryOf(table, first)];
    let of = 0;
    for (const ballot of itemsOf(byJudge, judge)) of += Number(categoryOf(table, ballot) === category);
    const entry = ballots.length === 1 ? (table.entries[entryOf(table, first)]?.name ?? null) : null;
    const facts = { judge: judgeName(table, judge), category: categoryName(table, category), ballots: ballots.length, of, entry };
    return { kind, ballots, criterion: null, facts };
  });
}
