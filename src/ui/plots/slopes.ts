import { classes } from '../base/classes.ts';
import { h } from '../base/element.ts';

/** Places before and after. Those who share a place say so in their texts, and still have a line of their own each. */
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

function look(before: number, after: number): 'up' | 'down' | undefined {
  if (before === after) return undefined;
  return after < before ? 'up' : 'down';
}

/** Places before and after: one line each; who rose is green, who fell is clay. */
export function Slopes({ rows, heads, label }: { rows: readonly Slope[]; heads: readonly [string, string]; label: string }) {
  const y = (place: number) => top + (place - 1) * rowHeight;
  const line = ({ name, before, after, beforeText = `${before}`, afterText = `${after}`, still }: Slope) => {
    const way = still ? undefined : look(before, after);
    const ink = way === 'up' ? 'p-green' : way === 'down' ? 'p-warn' : undefined;
    return h(
      'g',
      { key: name },
      h('line', { className: classes('p-slope', way && `p-slope--${way}`), x1: '38%', x2: '62%', y1: y(before), y2: y(after) }),
      h('circle', { cx: '38%', cy: y(before), r: 2.5, className: 'p-ghost' }),
      h('circle', { cx: '62%', cy: y(after), r: 3, className: 'p-point' }),
      h('text', { className: classes('end', ink), x: '36%', y: y(before) + 4 }, `${name} ${beforeText}`),
      h('text', { className: ink ?? 'p-ink', x: '64%', y: y(after) + 4 }, `${afterText} ${name}`),
    );
  };
  return h(
    'svg',
    { className: 'plot', width: '100%', height: top + rows.length * rowHeight, role: 'img', 'aria-label': label },
    h('text', { x: '36%', y: 10, className: 'end' }, heads[0]),
    h('text', { x: '64%', y: 10 }, heads[1]),
    ...rows.map(line),
  );
}
