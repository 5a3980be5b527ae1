import { classes } from '../base/classes.ts';

export type Slope = { readonly name: string; readonly before: number; readonly after: number };

const rowHeight = 26;
const top = 28;

function look(before: number, after: number): 'up' | 'down' | undefined {
  if (before === after) return undefined;
  return after < before ? 'up' : 'down';
}

/** Places before and after: one line each; who rose is green, who fell is clay. */
export function Slopes({ rows, heads, label }: { rows: readonly Slope[]; heads: readonly [string, string]; label: string }) {
  const y = (place: number) => top + (place - 1) * rowHeight;
  return (
    <svg className="plot" width="100%" height={top + rows.length * rowHeight} role="img" aria-label={label}>
      <text x="36%" y="10" className="end">
        {heads[0]}
      </text>
      <text x="64%" y="10">
        {heads[1]}
      </text>
      {rows.map(({ name, before, after }) => {
        const way = look(before, after);
        const ink = way === 'up' ? 'p-green' : way === 'down' ? 'p-warn' : undefined;
        return (
          <g key={name}>
            <line className={classes('p-slope', way && `p-slope--${way}`)} x1="38%" x2="62%" y1={y(before)} y2={y(after)} />
            <circle cx="38%" cy={y(before)} r="2.5" className="p-ghost" />
            <circle cx="62%" cy={y(after)} r="3" className="p-point" />
            <text className={classes('end', ink)} x="36%" y={y(before) + 4}>
              {name} {before}
            </text>
            <text className={ink ?? 'p-ink'} x="64%" y={y(after) + 4}>
              {after} {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
