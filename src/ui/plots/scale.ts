/** Places on a plot: x in per cent of its width, so that type keeps its size at every width. */
export type Span = readonly [number, number];

/** How far `value` lies into `domain`, 0 to 1; the middle of a domain without extent. What lies outside stands at the edge. */
export function shareOf(value: number, domain: Span): number {
  const extent = domain[1] - domain[0];
  if (!(extent > 0)) return 0.5;
  const share = (value - domain[0]) / extent;
  return Number.isNaN(share) ? 0.5 : Math.min(1, Math.max(0, share));
}

/** Where `value` of `domain` lies within `range` (per cent), as an SVG length. */
export function place(value: number, domain: Span, range: Span = [0, 100]): string {
  return percent(range[0] + shareOf(value, domain) * (range[1] - range[0]));
}

export function percent(x: number): string {
  return `${Math.round(x * 100) / 100}%`;
}

/** Round values that divide an axis: at most `most` parts over all of `low` to `high`, whose ends they reach or pass. */
export function ticksOver([low, high]: Span, most = 4): readonly number[] {
  const extent = high - low;
  if (!Number.isFinite(extent) || extent <= 0) return Number.isFinite(low) ? [low] : [0];
  const raw = extent / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? raw;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  // Counted in whole steps: adding one to the next would gather their errors.
  return Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
