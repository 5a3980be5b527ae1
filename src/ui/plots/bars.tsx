import { classes } from '../base/classes.ts';

/** A share as a bar, for a line that says the figure beside it. */
export function Bar({ share, warn }: { share: number; warn?: boolean }) {
  return (
    <svg className="plot" width="100%" height="14" aria-hidden>
      <rect className="p-bar--base" x="0" y="4" width="100%" height="6" rx="1" />
      <rect className={warn ? 'p-bar--warn' : 'p-bar'} x="0" y="4" width={`${Math.round(share * 1000) / 10}%`} height="6" rx="1" />
    </svg>
  );
}

export type BarRow = { readonly name: string; readonly share: number; readonly value: string; readonly warn?: boolean };

const rowHeight = 36;

/** Shares below each other, each with its name and its figure. */
export function Bars({ rows, label }: { rows: readonly BarRow[]; label: string }) {
  return (
    <svg className="plot" width="100%" height={rows.length * rowHeight + 4} role="img" aria-label={label}>
      {rows.map(({ name, share, value, warn }, i) => (
        <g key={name} transform={`translate(0 ${i * rowHeight})`}>
          <text className="p-ink" x="0" y="20">
            {name}
          </text>
          <rect className="p-bar--base" x="0" width="100%" y="27" height="7" rx="1" />
          <rect className={warn ? 'p-bar--warn' : 'p-bar'} x="0" width={`${Math.round(share * 1000) / 10}%`} y="27" height="7" rx="1" />
          <text className={classes('end', 'p-strong')} x="100%" y="20">
            {value}
          </text>
        </g>
      ))}
    </svg>
  );
}
