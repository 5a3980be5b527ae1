/** What a test asks of a ranking: who is first, and who goes through (rank within the seats, ties at the cut included). By entry number. */
export type Order = { readonly first: readonly number[]; readonly through: readonly number[] };

export type Scored<T> = { readonly entry: number; readonly score: T };

/** `better(a, b)` is below 0 where a stands before b, 0 where they are equal. */
export function orderOf<T>(scored: readonly Scored<T>[], seats: number, better: (a: T, b: T) => number): Order {
  const sorted = [...scored].sort((a, b) => better(a.score, b.score) || a.entry - b.entry);
  const first: number[] = [];
  const through: number[] = [];
  let rank = 0;
  sorted.forEach(({ entry, score }, i) => {
    const before = sorted[i - 1];
    if (!before || better(before.score, score) !== 0) rank = i + 1;
    if (rank === 1) first.push(entry);
    if (rank <= seats) through.push(entry);
  });
  const byNumber = (a: number, b: number) => a - b;
  return { first: first.sort(byNumber), through: through.sort(byNumber) };
}

export const sameEntries = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((entry, i) => entry === b[i]);
