import { isMark } from '../../scoring/ballot-table.ts';
import type { Criterion } from '../../scoring/criteria.ts';
import { stepsIn } from '../../scoring/scale.ts';
import { itemsOf } from '../by-key.ts';
import type { Check, Flag } from '../flag.ts';
import { entryName, entryOf, judgeName, judgeOf, lowerMedian, markOf, marksOn, toThousandth, type View } from '../view.ts';

/** How many standard deviations of all such distances make a slip of the hand. */
const limit = 6;

/** However alike the marks, distances are never surer than half a mark or a twentieth of the scale: many judges mark in fives or tens. */
const leastSpread = ({ min, max }: Criterion['scale']): number => Math.max(0.5, (max - min) / 20);

/** From this many marks on a ballot its own median says what the judge thought of the entry; below, the other judges have to. */
const ownMedianFrom = 3;

type Distance = { readonly ballot: number; readonly usual: number; readonly by: number };

/** By ballot: the mark that was to be expected, NaN where there is none to tell or to tell by, and how far the mark lies from it. */
type Distances = { readonly usual: Float64Array; readonly by: Float64Array; readonly examined: number };

/**
 * A mark keyed in wrongly (80 for 8, 3 for 8): its distance from the judge's median on that entry is more than six times the standard
 * deviation of such distances under the same criterion. Largest first, each is measured against the rest without it, so that it
 * cannot hide itself. Where a ballot has fewer than three marks, the distance is from the median of the entry's other judges.
 */
export function checkKeyed(view: View): Check {
  let examined = 0;
  const flags: Flag[] = [];
  const own = Float64Array.from(view.table.ballotEntry, (_, ballot) => ownMedian(view, ballot));
  for (const c of view.scored) {
    const distances = distancesOf(view, c, own);
    examined += distances.examined;
    const scale = view.table.criteria[c]?.scale ?? { min: 0, max: 1 };
    for (const { distance, spread } of slips(distances, leastSpread(scale))) flags.push(flagOf(view, c, distance, spread));
  }
  return { kind: 'key-in-error', examined, notRun: examined === 0 ? 'too-few-ballots' : null, placebo: null, flags };
}

/** NaN where the ballot has too few marks to have a median of its own. */
function ownMedian(view: View, ballot: number): number {
  if (view.scored.length < ownMedianFrom) return Number.NaN;
  const given = marksOn(view, ballot);
  return given.length >= ownMedianFrom ? lowerMedian(given) : Number.NaN;
}

/** All marks of an entry under a criterion, lowest first. */
function sortedMarks({ table }: View, ballots: Int32Array, criterion: number): Float64Array {
  const marks = new Float64Array(ballots.length);
  let given = 0;
  for (const ballot of ballots) {
    const mark = markOf(table, ballot, criterion);
    if (isMark(mark)) marks[given++] = mark;
  }
  return marks.subarray(0, given).sort();
}

/** The lower median of sorted values without one of them. */
function medianWithout(sorted: Float64Array, one: number): number {
  const at = Math.floor((sorted.length - 2) / 2);
  const middle = sorted[at] ?? Number.NaN;
  return one > middle ? middle : (sorted[at + 1] ?? Number.NaN);
}

function distancesOf(view: View, criterion: number, own: Float64Array): Distances {
  const { table, byEntry } = view;
  const usual = new Float64Array(own.length).fill(Number.NaN);
  const by = new Float64Array(own.length);
  let examined = 0;
  for (let entry = 0; entry < table.entries.length; entry += 1) {
    const ballots = itemsOf(byEntry, entry);
    let panel: Float64Array | undefined;
    for (const ballot of ballots) {
      const mark = markOf(table, ballot, criterion);
      if (!isMark(mark)) continue;
      let middle = own[ballot] ?? Number.NaN;
      if (Number.isNaN(middle)) {
        panel ??= sortedMarks(view, ballots, criterion);
        if (panel.length < 3) continue;
        middle = medianWithout(panel, mark);
      }
      usual[ballot] = middle;
      by[ballot] = mark - middle;
      examined += 1;
    }
  }
  return { usual, by, examined };
}

function slips({ usual, by, examined }: Distances, least: number): { distance: Distance; spread: number }[] {
  let squares = 0;
  const far: Distance[] = [];
  // Whatever the spread of the rest comes to, nothing nearer than this is a slip.
  for (let ballot = 0; ballot < by.length; ballot += 1) {
    const distance = by[ballot] ?? 0;
    squares += distance * distance;
    if (Math.abs(distance) > limit * least) far.push({ ballot, usual: usual[ballot] ?? Number.NaN, by: distance });
  }
  far.sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || a.ballot - b.ballot);
  const found: { distance: Distance; spread: number }[] = [];
  for (const [i, distance] of far.entries()) {
    squares -= distance.by * distance.by;
    const left = examined - i - 1;
    if (left < 2) break;
    const spread = Math.max(least, Math.sqrt(Math.max(0, squares) / left));
    if (Math.abs(distance.by) <= limit * spread) break;
    found.push({ distance, spread });
  }
  return found;
}

function flagOf(view: View, criterion: number, { ballot, usual, by }: Distance, spread: number): Flag {
  const { table } = view;
  const mark = usual + by;
  const scale = table.criteria[criterion]?.scale;
  const near = (meant: number) => stepsIn(meant, scale ?? {}) !== undefined && Math.abs(meant - usual) <= 2 * spread;
  const meant = [mark / 10, mark * 10].find((value) => near(value) && scale && value >= scale.min && value <= scale.max) ?? null;
  return {
    kind: 'key-in-error',
    ballots: [ballot],
    criterion,
    facts: {
      judge: judgeName(table, judgeOf(table, ballot)),
      entry: entryName(table, entryOf(table, ballot)),
      criterion: table.criteria[criterion]?.id ?? '',
      mark,
      usual,
      against: marksOn(view, ballot).length >= ownMedianFrom ? 'ballot' : 'panel',
      spread: toThousandth(spread),
      meant,
    },
  };
}
