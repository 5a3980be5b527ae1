import { classes } from '../base/classes.ts';
import { h } from '../base/element.ts';

/** Places before and after, each from 1 on and held once. Those who share a place say so in their texts, and still have a line of their own each. */
export type Slope = {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly beforeText?: string;
  readonly afterText?: string;
  /** Where places are shared, whether the place really changed. */
  readonly still?: boolean;
};

const rowHeight = 26;
const top = 28;

function wayOf({ before, after, still }: Slope): 'up' | 'down' | undefined {
  if (still || before === after) return undefined;
  return after < before ? 'up' : 'down';
}

/** One side's names in the order of its places. They are words beside the lines, not letters in a picture: they wrap as the window asks. */
function names(rows: readonly Slope[], side: 'before' | 'after', head: string) {
  const row = (slope: Slope) => {
    const way = wayOf(slope);
    const place = h('b', null, slope[`${side}Text`] ?? `${slope[side]}`);
    const name = h('bdi', null, slope.name);
    return h('span', { key: slope[side], className: way && `is-${way}` }, ...(side === 'before' ? [name, place] : [place, name]));
  };
  const sorted = [...rows].sort((a, b) => a[side] - b[side]);
  return h('div', { className: `plot-names slopes__${side}` }, h('span', { className: 'plot-names__head' }, head), ...sorted.map(row));
}

/** Places before and after: one line each; who rose is green, who fell is clay. */
export function Slopes({ rows, heads, label }: { rows: readonly Slope[]; heads: readonly [string, string]; label: string }) {
  const y = (place: number) => top + (place - 1) * rowHeight;
  const line = (slope: Slope, i: number) => {
    const way = wayOf(slope);
    const [from, to] = [y(slope.before), y(slope.after)];
    return h(
      'g',
      { key: i },
      h('line', { className: classes('p-slope', way && `p-slope--${way}`), x1: '4%', x2: '96%', y1: from, y2: to }),
      h('circle', { cx: '4%', cy: from, r: 2.5, className: 'p-ghost' }),
      h('circle', { cx: '96%', cy: to, r: 3, className: 'p-point' }),
    );
  };
  return h(
    'div',
    { className: 'slopes', role: 'img', 'aria-label': label },
    names(rows, 'before', heads[0]),
    h('svg', { className: 'plot', 'aria-hidden': true, width: '100%', height: top + (rows.length - 0.5) * rowHeight }, ...rows.map(line)),
    names(rows, 'after', heads[1]),
  );
}
