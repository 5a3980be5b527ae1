import { Fragment } from 'react';
import { h } from '../base/element.ts';
import { place, type Span } from './scale.ts';

/** From `from` up to `to`, in any measure of time that `ticks` share. A stretch without length is a moment. */
export type Stretch = { readonly name: string; readonly from: number; readonly to: number; readonly state?: 'done' | 'now' | undefined };
type Tick = { readonly value: number; readonly text: string };

type TimelineProps = {
  readonly rows: readonly Stretch[];
  readonly domain: Span;
  readonly ticks: readonly Tick[];
  /** Where we are, and what it is called; outside the domain it is not drawn. */
  readonly now?: { readonly at: number; readonly text: string } | undefined;
  /** Says the finding, for people who do not see the picture. */
  readonly label: string;
};

const rowHeight = 26;
const range: Span = [3, 97];
const looks = { done: 'p-span--done', now: 'p-span--now' } as const;

/** What lasts from when until when, on one axis; the names stand beside it. */
export function Timeline({ rows, domain, ticks, now, label }: TimelineProps) {
  const bottom = 18 + rows.length * rowHeight;
  const at = (value: number) => place(value, domain, range);
  const mark = ({ from, to, state }: Stretch, i: number) => {
    const [y, look] = [34 + i * rowHeight - 3, state ? looks[state] : 'p-span'];
    return from === to
      ? h('circle', { key: i, className: look, cx: at(from), cy: y, r: 5 })
      : h('line', { key: i, className: look, x1: at(from), x2: at(to), y1: y, y2: y });
  };
  const isShown = now !== undefined && now.at >= domain[0] && now.at <= domain[1];
  return h(
    'div',
    { className: 'dots', role: 'img', 'aria-label': label },
    h('div', { className: 'plot-names' }, ...rows.map(({ name }, i) => h('span', { key: i }, h('bdi', null, name)))),
    h(
      'svg',
      { className: 'plot', 'aria-hidden': true, width: '100%', height: bottom + 20 },
      ...ticks.map(({ value, text }) =>
        h(
          Fragment,
          { key: value },
          h('line', { className: 'p-grid', x1: at(value), x2: at(value), y1: 18, y2: bottom }),
          h('text', { className: 'mid', x: at(value), y: bottom + 16 }, text),
        ),
      ),
      ...rows.map(mark),
      isShown &&
        h(
          Fragment,
          { key: 'now' },
          h('line', { className: 'p-now', x1: at(now.at), x2: at(now.at), y1: 14, y2: bottom }),
          h('text', { className: 'mid p-ink', x: at(now.at), y: 10 }, now.text),
        ),
    ),
  );
}
