import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { categoryName, judgeName, toThousandth } from '../view.ts';
import { againstChance, oneInTwenty, shuffle, shufflesFor } from './chance.ts';
import { type Study, streamOf } from './study.ts';

/** Smaller panels have no spread of judges to stand out from. */
const least = { judges: 4, entries: 3 };

/** A category every judge of which marked every entry: y[entry · judges + judge]. */
type Crossed = { readonly category: number; readonly judges: readonly number[]; readonly entries: number; readonly y: Float64Array };

/** h: how far a judge's mean lies from the mean of judges, in standard deviations; k: a judge's spread over that of all. */
const statistics = { h: levels, k: scatters } as const;

/**
 * Mandel's h and k (ISO 5725-2, 7.3.1) of judges on crossed panels; with gaps the two would tell of the entries met. h finds a judge
 * whose level stands apart, k one whose marks scatter about the panel's. Each is a one-in-twenty question by itself: chance is what
 * dealing the marks of each entry (h) and what is left beside entry and judge (k) anew among the judges gives. At nine judges that is
 * |h| > 1.78 and k > 1.5.
 */
export function checkMandel(study: Study): readonly Check[] {
  const panels = crossedPanels(study);
  if (panels.length === 0) return [notRun('mandel-h', 'not-crossed'), notRun('mandel-k', 'not-crossed')];
  return (['h', 'k'] as const).map((letter) => {
    const kind = `mandel-${letter}` as const;
    const stream = streamOf(study, kind);
    const cost = panels.reduce((sum, { y }) => sum + y.length, 0);
    const runs = shufflesFor(8 * cost);
    let [rate, examined] = [0, 0];
    const flags: Flag[] = [];
    for (const panel of panels) {
      const found = statistics[letter](panel);
      const start = letter === 'h' ? panel.y : leftOver(panel);
      const shuffled = Array.from({ length: runs }, () => sizes(statistics[letter]({ ...panel, y: dealt(panel, start, stream) }), letter));
      const { flagged, placebo } = againstChance(sizes(found, letter), shuffled, oneInTwenty);
      rate += placebo.rate;
      examined += panel.judges.length;
      flags.push(...panel.judges.flatMap((judge, i) => (flagged[i] ? [flagOf(study, panel, judge, letter, found[i] ?? 0)] : [])));
    }
    return { kind, examined, notRun: null, placebo: { rate, runs }, flags };
  });
}

const sizes = (values: readonly number[], letter: 'h' | 'k') => (letter === 'h' ? values.map(Math.abs) : [...values]);

function crossedPanels({ table, fit: { cells } }: Study): Crossed[] {
  return table.categories.flatMap((_, category): Crossed[] => {
    const entries = table.entries.flatMap((entry, i) => (entry.category === category && itemsOf(cells.byEntry, i).length > 0 ? [i] : []));
    const panels = entries.map((entry) => itemsOf(cells.byEntry, entry));
    const judges = [...new Set(panels.flatMap((panel) => [...panel].map((at) => cells.judge[at] ?? -1)))].sort((a, b) => a - b);
    if (judges.length < least.judges || entries.length < least.entries) return [];
    if (panels.some((panel) => panel.length !== judges.length)) return [];
    const column = new Map(judges.map((judge, i) => [judge, i]));
    const y = new Float64Array(entries.length * judges.length);
    panels.forEach((panel, e) => {
      for (const at of panel) y[e * judges.length + (column.get(cells.judge[at] ?? -1) ?? 0)] = cells.y[at] ?? 0;
    });
    return [{ category, judges, entries: entries.length, y }];
  });
}

/** Means of y by judge and by entry, and of all. */
function meansOf({ judges: { length: m }, entries, y }: Crossed): { byJudge: Float64Array; byEntry: Float64Array; all: number } {
  const byJudge = new Float64Array(m);
  const byEntry = new Float64Array(entries);
  for (let e = 0; e < entries; e += 1) {
    for (let j = 0; j < m; j += 1) {
      const value = y[e * m + j] ?? 0;
      byJudge[j] = (byJudge[j] ?? 0) + value / entries;
      byEntry[e] = (byEntry[e] ?? 0) + value / m;
    }
  }
  return { byJudge, byEntry, all: byJudge.reduce((sum, mean) => sum + mean, 0) / m };
}

/** y less the means of its entry and its judge, plus the mean of all. */
function leftOver(panel: Crossed): Float64Array {
  const { byJudge, byEntry, all } = meansOf(panel);
  const left = new Float64Array(panel.y.length);
  for (let e = 0, at = 0; e < panel.entries; e += 1) {
    for (let j = 0; j < byJudge.length; j += 1, at += 1) left[at] = (panel.y[at] ?? 0) - (byEntry[e] ?? 0) - (byJudge[j] ?? 0) + all;
  }
  return left;
}

function levels(panel: Crossed): number[] {
  const { byJudge, all } = meansOf(panel);
  const squares = byJudge.reduce((sum, mean) => sum + (mean - all) * (mean - all), 0);
  const sd = Math.sqrt(squares / (byJudge.length - 1));
  return Array.from(byJudge, (mean) => (sd > 0 ? (mean - all) / sd : 0));
}

function scatters(panel: Crossed): number[] {
  const left = leftOver(panel);
  const m = panel.judges.length;
  const squares = new Float64Array(m);
  for (let at = 0; at < left.length; at += 1) squares[at % m] = (squares[at % m] ?? 0) + (left[at] ?? 0) * (left[at] ?? 0);
  const common = squares.reduce((sum, square) => sum + square, 0) / m;
  return Array.from(squares, (square) => (common > 0 ? Math.sqrt(square / common) : 0));
}

/** Values of each entry dealt anew among its judges. */
function dealt({ judges, entries }: Crossed, values: Float64Array, stream: Parameters<typeof shuffle>[1]): Float64Array {
  const y = values.slice();
  for (let e = 0; e < entries; e += 1) shuffle(y.subarray(e * judges.length, (e + 1) * judges.length), stream);
  return y;
}

function flagOf({ table, fit: { cells } }: Study, panel: Crossed, judge: number, letter: 'h' | 'k', value: number): Flag {
  const own = [...itemsOf(cells.byJudge, judge)].map((at) => cells.ballot[at] ?? 0);
  const ballots = own.filter((ballot) => table.entries[table.ballotEntry[ballot] ?? -1]?.category === panel.category);
  const facts = { judge: judgeName(table, judge), category: categoryName(table, panel.category), judges: panel.judges.length };
  return { kind: `mandel-${letter}`, ballots, criterion: null, facts: { ...facts, [letter]: toThousandth(value) } };
}
