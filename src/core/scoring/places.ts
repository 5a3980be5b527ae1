/**
 * Standard competition ranks (1, 2, 2, 4): one more than the number of items that stand strictly better; `compare` puts the better first
 * and is 0 for equals. By item, with whether another shares its place.
 */
export function competitionPlaces<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): ReadonlyMap<T, { readonly place: number; readonly tied: boolean }> {
  const sorted = [...items].sort(compare);
  const places = new Map<T, { place: number; tied: boolean }>();
  let place = 0;
  sorted.forEach((item, i) => {
    const [before, after] = [sorted[i - 1], sorted[i + 1]];
    const equal = before !== undefined && compare(before, item) === 0;
    if (!equal) place = i + 1;
    places.set(item, { place, tied: equal || (after !== undefined && compare(item, after) === 0) });
  });
  return places;
}
