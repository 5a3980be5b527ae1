import { Fragment } from 'react';
import { h } from '../base/element.ts';
import { percent, type Span, shareOf, ticksOver } from './scale.ts';

/** `y` is null where nothing is known: the line has a gap there and is not drawn through it. */
export type LinePoint = { readonly x: number; readonly y: number | null };
export type Series = { readonly name: string; readonly points: readonly LinePoint[]; readonly before?: boolean };
type Tick = { readonly value: number; readonly text: string };

type LineProps = {
  /** In the order they are drawn; one of `before` is what the others are compared with. Points sorted by x. */
  readonly series: readonly Series[];
  readonly ticks: readonly Tick[];
  /** How a value of the upright axis is written. */
  readonly say: (value: number) => string;
  /** What the upright axis has to hold, though no value reaches it: 0 for counts. */
  readonly holds?: readonly number[];
  /** Says the finding, for people who do not see the lines. */
  readonly label: string;
};

const height = 200;
const top = 14;
/** The words of the upright axis stand left of the lines, per cent of the width; half a point has room at the right. */
const [left, right] = [9, 98];
const across100 = (x: number) => percent(left + (x * (right - left)) / 100);

const isKnown = (point: LinePoint): point is { x: number; y: number } => point.y !== null && Number.isFinite(point.y);

/** Stretches of known neighbours. */
function stretches(points: readonly LinePoint[]): readonly (readonly { x: number; y: number }[])[] {
  const all: { x: number; y: number }[][] = [[]];
  for (const point of points) {
    if (isKnown(point)) all.at(-1)?.push(point);
    else all.push([]);
  }
  return all.filter((stretch) => stretch.length > 0);
}

function extentOf(values: readonly number[]): Span {
  return values.length === 0 ? [0, 1] : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Values over time: a line where neighbours are known, a point where one stands alone, and nothing where nothing is known. */
export function Line({ series, ticks, say, holds = [], label }: LineProps) {
  const known = series.flatMap(({ points }) => points.filter(isKnown));
  const across = extentOf([...series.flatMap(({ points }) => points.map(({ x }) => x)), ...ticks.map(({ value }) => value)]);
  const upright = ticksOver(extentOf([...known.map(({ y }) => y), ...holds]));
  const range: Span = [upright[0] ?? 0, upright.at(-1) ?? 1];
  const y = (value: number) => Math.round((height - shareOf(value, range) * (height - top)) * 10) / 10;
  const x = (value: number) => Math.round(shareOf(value, across) * 10_000) / 100;
  const path = ({ points }: Series) =>
    stretches(points)
      .filter((stretch) => stretch.length > 1)
      .map((stretch) => `M${stretch.map((point) => `${x(point.x)} ${y(point.y)}`).join('L')}`)
      .join('');
  const alone = (of: Series) => stretches(of.points).flatMap((stretch) => (stretch.length === 1 ? stretch : []));
  const ends = (of: Series) => [...alone(of), ...(of.before ? [] : of.points.filter(isKnown).slice(-1))];
  return h(
    'svg',
    { className: 'plot', width: '100%', height: height + 24, role: 'img', 'aria-label': label },
    ...upright.map((value) =>
      h(
        Fragment,
        { key: value },
        h('line', { className: value === 0 ? 'p-axis' : 'p-grid', x1: 0, x2: '100%', y1: y(value), y2: y(value) }),
        h('text', { x: 0, y: y(value) - 4 }, say(value)),
      ),
    ),
    h(
      'svg',
      {
        x: percent(left),
        y: 0,
        width: percent(right - left),
        height,
        viewBox: `0 0 100 ${height}`,
        preserveAspectRatio: 'none',
        'aria-hidden': true,
      },
      ...series.map((one, i) => h('path', { key: i, className: one.before ? 'p-line--last' : 'p-line', d: path(one) || 'M0 0' })),
    ),
    ...series.flatMap((one, i) =>
      ends(one).map((point) =>
        h('circle', {
          key: `${i} ${point.x}`,
          className: one.before ? 'p-ghost' : 'p-point',
          cx: across100(x(point.x)),
          cy: y(point.y),
          r: 4,
        }),
      ),
    ),
    ...ticks.map(({ value, text }) => {
      const at = x(value);
      const side = at > 95 ? 'end' : 'mid';
      return h('text', { key: value, className: side, x: across100(at), y: height + 18 }, text);
    }),
  );
}
