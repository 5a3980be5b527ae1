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
  /** Says the numbers: "8.61, interval 8.22 to 9.01; raw mean 8.48". */
  readonly label: string;
};

/** A value with its doubt, for a row of a table: all rows share one domain. */
export function Interval({ of, domain, cuts = [], label }: IntervalProps) {
  return h(
    'svg',
    { className: 'plot', width: '100%', height: 30, role: 'img', 'aria-label': label },
    ...cuts.map((cut) => h('line', { key: cut, className: 'p-cut', x1: place(cut, domain), x2: place(cut, domain), y1: -8, y2: 38 })),
    h(RangeMark, { of, domain, y: 15 }),
  );
}

export type AxisMark = { readonly value: number; readonly name?: string; readonly text: string };

/** The head of a column of intervals: its ends and its cuts. Silent, because every row says its numbers. */
export function IntervalAxis({ domain, marks, ends }: { domain: Span; marks: readonly AxisMark[]; ends: readonly [string, string] }) {
  const mark = ({ value, name, text }: AxisMark) =>
    h(
      'g',
      { key: value },
      name && h('text', { className: classes('mid', 'p-ink'), x: place(value, domain), y: 10 }, name),
      h('text', { className: 'mid', x: place(value, domain), y: 26 }, text),
    );
  return h(
    'svg',
    { className: 'plot', width: '100%', height: 34, 'aria-hidden': true },
    ...marks.map(mark),
    h('text', { x: 0, y: 26 }, ends[0]),
    h('text', { className: 'end', x: '100%', y: 26 }, ends[1]),
  );
}
