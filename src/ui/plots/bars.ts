import { h } from '../base/element.ts';
import { percent } from './scale.ts';

/** A share that is none, or lies outside 0 to 1, is drawn as the nearest that can be. */
const drawn = (share: number) => percent(100 * Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share)));

/** A share as a bar, for a line that says the figure beside it. */
export function Bar({ share, warn }: { share: number; warn?: boolean }) {
  const look = warn ? 'p-bar--warn' : 'p-bar';
  return h(
    'svg',
    { className: 'plot', width: '100%', height: 14, 'aria-hidden': true },
    h('rect', { className: 'p-bar--base', x: 0, y: 4, width: '100%', height: 6, rx: 1 }),
    h('rect', { className: look, x: 0, y: 4, width: drawn(share), height: 6, rx: 1 }),
  );
}

export type BarRow = { readonly name: string; readonly share: number; readonly value: string; readonly warn?: boolean };

/** Shares below each other, each with its name and its figure. The names are words and wrap; only the bars are a picture. */
export function Bars({ rows, label }: { rows: readonly BarRow[]; label: string }) {
  const row = ({ name, share, value, warn }: BarRow, i: number) =>
    h(
      'div',
      { key: i, className: 'bars__row' },
      h('bdi', null, name),
      h('b', { className: 'num' }, value),
      h(Bar, { share, ...(warn && { warn }) }),
    );
  return h('div', { className: 'bars', role: 'img', 'aria-label': label }, ...rows.map(row));
}
