/** One thing that happened: `at` is its share of the span shown, 0 to 1. Sorted. */
export type CurveStep = { readonly at: number };

type CurveProps = {
  readonly steps: readonly CurveStep[];
  /** How much of the span has passed, 0 to 1; the line ends there. */
  readonly now: number;
  /** The finding, for people who do not see the line. */
  readonly label: string;
  /** Beside the last point. */
  readonly point: string;
  /** Below the two ends of the span, and beside the line where it ends. */
  readonly from: string;
  readonly to: string;
  readonly end: string;
};

const height = 216;
const top = 30;
const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** A round number of at most four parts that covers all. */
function ticksFor(most: number): number[] {
  const raw = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? raw;
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) }, (_, i) => (i + 1) * step);
}

function pathOf(steps: readonly CurveStep[], now: number, y: (count: number) => number): string {
  const x = (share: number) => Math.round(share * 10_000) / 100;
  const moves = steps.map(({ at }, i) => `H${x(at)}V${y(i + 1)}`);
  return `M0 ${y(0)}${moves.join('')}H${x(now)}`;
}

/** How many there were at each moment of a span, up to now. */
export function Curve({ steps, now, label, point, from, to, end }: CurveProps) {
  const ticks = ticksFor(steps.length);
  const most = ticks.at(-1) ?? 1;
  const y = (count: number) => Math.round((height - (count / most) * (height - top)) * 10) / 10;
  const line = pathOf(steps, now, y);
  const [left, last] = [now > 0.5, y(steps.length)];
  return (
    <svg className="plot" width="100%" height={height + 24} role="img" aria-label={label}>
      <line className="p-axis" x1="0" x2="100%" y1={height} y2={height} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="p-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text x="0" y={y(tick) - 5}>
            {tick}
          </text>
        </g>
      ))}
      <svg x="0" y="0" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
        <path className="p-area" d={`${line}V${height}H0Z`} />
        <path className="p-line" d={line} />
      </svg>
      <circle className="p-point" cx={percent(now)} cy={last} r="4.5" />
      <text className={left ? 'p-green end' : 'p-green'} x={percent(now)} dx={left ? -10 : 10} y={last - 8}>
        {point}
      </text>
      <line className="p-now" x1="100%" x2="100%" y1="4" y2={height} />
      <text className="end p-ink" x="100%" dx="-8" y="14">
        {end}
      </text>
      <text x="0" y={height + 18}>
        {from}
      </text>
      <text className="end p-ink" x="100%" y={height + 18}>
        {to}
      </text>
    </svg>
  );
}
