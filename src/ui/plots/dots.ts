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
  /** Says the finding and every number. */
  readonly label: string;
};

const rowHeight = 26;
/** Room for half a figure of the axis at either end. */
const range: Span = [3, 97];

/** Names with a value and its doubt on one axis. The names stand beside the picture, as wide as they are and wrapped where that is too wide. */
export function Dots({ rows, domain, ticks, zero, sides, label }: DotsProps) {
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
  return h(
    'div',
    { className: 'dots', role: 'img', 'aria-label': label },
    h(
      'div',
      { className: 'plot-names' },
      ...rows.map(({ name, warn }, i) => h('span', { key: i, className: warn ? 'is-down' : undefined }, h('bdi', null, name))),
    ),
    h(
      'svg',
      { className: 'plot', 'aria-hidden': true, width: '100%', height: bottom + 20 },
      sides && h('text', { x: `${range[0]}%`, y: 10 }, sides[0]),
      sides && h('text', { x: `${range[1]}%`, y: 10, className: 'end' }, sides[1]),
      ...ticks.map(tick),
      ...rows.map((row, i) => h(RangeMark, { key: i, of: row, domain, range, y: 34 + i * rowHeight })),
    ),
  );
}
