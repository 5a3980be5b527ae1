import { classes } from '../base/classes.ts';
import { h } from '../base/element.ts';
import { place, type Span } from './scale.ts';

export type Range = {
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** What the point is compared with: an uncorrected value, last year's. */
  readonly ghost?: number | undefined;
  readonly warn?: boolean | undefined;
};

/** One range drawn at height `y`, in the SVG of a plot. */
export function RangeMark({ of, domain, range, y, shift = 0 }: { of: Range; domain: Span; range?: Span; y: number; shift?: number }) {
  const at = (value: number) => place(value, domain, range);
  return h(
    'g',
    { transform: shift === 0 ? undefined : `translate(0 ${shift})` },
    h('line', { className: of.warn ? 'p-warn-band' : 'p-band', x1: at(of.low), x2: at(of.high), y1: y, y2: y }),
    of.ghost !== undefined && h('circle', { className: 'p-ghost', cx: at(of.ghost), cy: y, r: 4 }),
    h('circle', { className: of.warn ? 'p-warn-point' : 'p-point', cx: at(of.point), cy: y, r: 5 }),
  );
}

type IntervalProps = {
  readonly of: Range;
  readonly domain: Span;
  /** Values that divide the axis, as the floor of a level. */
  readonly cuts?: readonly number[];
  /** Round values below which a line runs, so that a row far from the head can be read; the first and the last with their figures. */
  readonly ticks?: readonly number[];
  /** Says the numbers: "8.61, interval 8.22 to 9.01; raw mean 8.48". */
  readonly label: string;
};

/** A value with its doubt, for a row of a table: all rows share one domain. */
export function Interval({ of, domain, cuts = [], ticks = [], label }: IntervalProps) {
  const tick = (value: number) =>
    h('line', { key: value, className: 'p-grid', x1: place(value, domain), x2: place(value, domain), y1: -9, y2: 39 });
  const end = (value: number | undefined, className: string) =>
    value !== undefined && h('text', { className, x: place(value, domain), y: 50 }, value);
  return h(
    'svg',
    { className: 'plot', width: '100%', height: 30, role: 'img', 'aria-label': label },
    ...ticks.map(tick),
    end(ticks[0], 'p-end'),
    end(ticks.at(-1), 'p-end end'),
    ...cuts.map((cut) => h('line', { key: cut, className: 'p-cut', x1: place(cut, domain), x2: place(cut, domain), y1: -8, y2: 38 })),
    h(RangeMark, { of, domain, y: 15 }),
  );
}

export type AxisMark = { readonly value: number; readonly name?: string; readonly text: string };

type Anchor = 'mid' | 'end' | 'start';
type Extent = readonly [number, number];

/** What a letter takes of an axis of 240 px, in per cent, and the air between two words. */
const letter = 2.6;
const air = 1;

function extentOf(x: number, letters: number, anchor: Anchor): Extent {
  const width = letters * letter;
  const from = { mid: x - width / 2, end: x - width, start: x }[anchor];
  return [from, from + width];
}

const apart = ([, end]: Extent, [start]: Extent) => end + air <= start;

/** To which side of its line each word is set, so that neighbours do not run into each other; undefined where there is no way. */
function anchorsFor(marks: readonly { readonly x: number; readonly letters: number }[], last = -Infinity): readonly Anchor[] | undefined {
  const [first, ...rest] = marks;
  if (!first) return [];
  for (const anchor of ['mid', 'end', 'start'] as const) {
    const extent = extentOf(first.x, first.letters, anchor);
    const others = apart([-Infinity, last], extent) ? anchorsFor(rest, extent[1]) : undefined;
    if (others) return [anchor, ...others];
  }
  return undefined;
}

type Placed = AxisMark & { readonly x: number; readonly letters: number };

function placed(marks: readonly AxisMark[], domain: Span): readonly Placed[] {
  const all = marks.map((mark) => ({
    ...mark,
    x: (100 * (mark.value - domain[0])) / (domain[1] - domain[0]),
    letters: Math.max(mark.name?.length ?? 0, mark.text.length),
  }));
  return all.sort((a, b) => a.x - b.x);
}

/** Whether the words of these cuts can stand on the axis; where they cannot they have to be said elsewhere. */
export const haveRoom = (marks: readonly AxisMark[], domain: Span): boolean => anchorsFor(placed(marks, domain)) !== undefined;

/** The head of a column of intervals: its ends and its cuts. Silent, because every row says its numbers. */
export function IntervalAxis({ domain, marks, ends }: { domain: Span; marks: readonly AxisMark[]; ends: readonly [string, string] }) {
  const cuts = placed(marks, domain);
  const anchors = anchorsFor(cuts) ?? [];
  // Figures alone take one line, which stands on the base line of the words beside it.
  const y = cuts.length > 0 && cuts.every(({ name }) => name === undefined) ? 11 : 26;
  const figures = cuts.flatMap(({ x, text }, i) => (anchors[i] ? [extentOf(x, text.length, anchors[i])] : []));
  const mark = ({ value, name, text }: Placed, i: number) =>
    anchors[i] &&
    h(
      'g',
      { key: value },
      name && h('text', { className: classes(anchors[i], 'p-ink'), x: place(value, domain), y: 10 }, name),
      h('text', { className: anchors[i], x: place(value, domain), y }, text),
    );
  const low = extentOf(0, ends[0].length, 'start');
  const high = extentOf(100, ends[1].length, 'end');
  return h(
    'svg',
    { className: 'plot', width: '100%', height: y === 26 ? 34 : 15, 'aria-hidden': true },
    ...cuts.map(mark),
    figures.every((figure) => apart(low, figure)) && h('text', { x: 0, y }, ends[0]),
    figures.every((figure) => apart(figure, high)) && h('text', { className: 'end', x: '100%', y }, ends[1]),
  );
}
