/** Places on a plot: x in per cent of its width, so that type keeps its size at every width. */
export type Span = readonly [number, number];

/** Where `value` of `domain` lies within `range` (per cent), as an SVG length. */
export function place(value: number, domain: Span, range: Span = [0, 100]): string {
  const share = (value - domain[0]) / (domain[1] - domain[0]);
  const x = range[0] + share * (range[1] - range[0]);
  return `${Math.round(x * 100) / 100}%`;
}
