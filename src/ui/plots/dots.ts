import { h } from '../base/element.ts';
import { type Range, RangeMark } from './interval.ts';
import { place, type Span } from './scale.ts';

export type DotRow = Range & { readonly name: string };
type Tick = { readonly value: number; readonly text: string };

type DotsProps = {
  readonly rows: readonly DotRow[];
  readonly domain: Span;
  readonly ticks: readonly Tick[];
  /** The tick that stands for "as the others". */
  readonly zero?: number;
  /** What the left and the right side mean. */
  readonly sides?: readonly [string, string];
  /** Where the axis begins, in per cent of the width: names stand left of it. */
  readonly from?: number;
  /** Says the finding and every number. */
  readonly label: string;
};

const rowHeight = 26;

/** Names with a value and its doubt on one axis. */
export function Dots({ rows, domain, ticks, zero, sides, from = 16, label }: DotsProps) {
  const range: Span = [from, 97];
  const bottom = 18 + rows.length * rowHeight;
  const tick = ({ value, text }: Tick) => {
    const x = place(value, domain, range);
    return h(
      'g',
      { key: value },
      h('line', { className: value === zero ? 'p-axis' : 'p-grid', x1: x, x2: x, y1: 18, y2: bottom }),
      h('text', { className: 'mid', x, y: bottom + 16 }, text),
    );
  };
  const line = (row: DotRow, i: number) =>
    h(
      'g',
      { key: row.name },
      h('text', { x: 0, y: 38 + i * rowHeight, className: row.warn ? 'p-warn' : 'p-ink' }, row.name),
      h(RangeMark, { of: row, domain, range, y: 34 + i * rowHeight }),
    );
  return h(
    'svg',
    { className: 'plot', width: '100%', height: bottom + 20, role: 'img', 'aria-label': label },
    sides && h('text', { x: `${range[0]}%`, y: 10 }, sides[0]),
    sides && h('text', { x: `${range[1]}%`, y: 10, className: 'end' }, sides[1]),
    ...ticks.map(tick),
    ...rows.map(line),
  );
}
