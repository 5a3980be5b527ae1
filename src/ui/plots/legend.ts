import { h } from '../base/element.ts';

const flat = (width: number, className: string) =>
  h('svg', { width, height: 8, 'aria-hidden': true }, h('line', { className, x1: 0, x2: width, y1: 4, y2: 4 }));

const samples = {
  range: h(
    'svg',
    { width: 34, height: 12, 'aria-hidden': true },
    h('line', { className: 'p-band', x1: 2, x2: 32, y1: 6, y2: 6 }),
    h('circle', { className: 'p-point', cx: 17, cy: 6, r: 5 }),
  ),
  ghost: h('svg', { width: 12, height: 12, 'aria-hidden': true }, h('circle', { className: 'p-ghost', cx: 6, cy: 6, r: 4 })),
  line: flat(22, 'p-line'),
  before: flat(22, 'p-line--last'),
};

type LegendItem = { readonly mark: keyof typeof samples; readonly text: string };

/** What the marks of a plot mean; it stands above the plot and never in a tooltip. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return h('p', { className: 'legend' }, ...items.map(({ mark, text }) => h('span', { key: mark }, samples[mark], text)));
}
