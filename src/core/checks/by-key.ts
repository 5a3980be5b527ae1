/** Items 0 … n−1 gathered by a whole-number key, each group in ascending order, in two flat arrays. */
export type Grouped = { readonly start: Int32Array; readonly items: Int32Array };

/** Gathers items by key in one counting pass. Keys are whole numbers from 0 to below `keys`; others are left out. */
export function groupBy(keyOf: Int32Array, keys: number): Grouped {
  const start = new Int32Array(keys + 1);
  for (const key of keyOf) if (key >= 0 && key < keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key += 1) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice();
  const items = new Int32Array(start[keys] ?? 0);
  for (let item = 0; item < keyOf.length; item += 1) {
    const key = keyOf[item] ?? -1;
    if (key < 0 || key >= keys) continue;
    const at = next[key] ?? 0;
    items[at] = item;
    next[key] = at + 1;
  }
  return { start, items };
}

export function itemsOf({ start, items }: Grouped, key: number): Int32Array {
  return items.subarray(start[key] ?? 0, start[key + 1] ?? 0);
}
