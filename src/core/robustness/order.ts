/** What a test asks of a ranking: who is first, and who goes through (rank within the seats, ties at the cut included). By entry number. */
export type Order = { readonly first: readonly number[]; readonly through: readonly number[] };

export type Scored<T> = { readonly entry: number; readonly score: T };

/** `better(a, b)` is below 0 where a stands before b, 0 where they are equal. A rank is one more than how many stand strictly before. */
export function orderOf<T>(scored: readonly Scored<T>[], seats: number, better: (a: T, b: T) => number): Order {
  // As many of the best as there are seats, best first: whoever is not behind the last of them goes through.
  const best: T[] = [];
  for (const { score } of scored) {
    if (best.length === seats && better(score, best[seats - 1] as T) >= 0) continue;
    let [at, end] = [0, best.length];
    while (at < end) {
      const middle = (at + end) >>> 1;
      if (better(score, best[middle] as T) < 0) end = middle;
      else at = middle + 1;
    }
    best.splice(at, 0, score);
    if (best.length > seats) best.pop();
  }
  const [first, last] = [best[0], best.at(-1)];
  const level = (bar: T | undefined) =>
    bar === undefined ? [] : scored.flatMap(({ entry, score }) => (better(score, bar) <= 0 ? [entry] : [])).sort((a, b) => a - b);
  return { first: level(first), through: level(last) };
}

export const sameEntries = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((entry, i) => entry === b[i]);
