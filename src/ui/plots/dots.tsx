import { classes } from '../base/classes.ts';
import { type Range, RangeMark } from './interval.tsx';
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
/** Names stand left of the axis. */
const range: Span = [16, 97];

/** Names with a value and its doubt on one axis. */
export function Dots({ rows, domain, ticks, zero, sides, label }: DotsProps) {
  const bottom = 18 + rows.length * rowHeight;
  return (
    <svg className="plot" width="100%" height={bottom + 20} role="img" aria-label={label}>
      {sides && (
        <>
          <text x={`${range[0]}%`} y="10">
            {sides[0]}
          </text>
          <text x={`${range[1]}%`} y="10" className="end">
            {sides[1]}
          </text>
        </>
      )}
      {ticks.map(({ value, text }) => {
        const x = place(value, domain, range);
        return (
          <g key={value}>
            <line className={value === zero ? 'p-axis' : 'p-grid'} x1={x} x2={x} y1="18" y2={bottom} />
            <text className="mid" x={x} y={bottom + 16}>
              {text}
            </text>
          </g>
        );
      })}
      {rows.map((row, i) => (
        <g key={row.name}>
          <text x="0" y={38 + i * rowHeight} className={classes(row.warn ? 'p-warn' : 'p-ink')}>
            {row.name}
          </text>
          <RangeMark of={row} domain={domain} range={range} y={34 + i * rowHeight} />
        </g>
      ))}
    </svg>
  );
}
