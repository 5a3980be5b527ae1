/** A column that grows, as large files are read without knowing how many rows they have. */
export type Column<T extends Int32Array | Uint16Array | Float64Array> = { push: (value: number) => void; all: () => T };

export function column<T extends Int32Array | Uint16Array | Float64Array>(make: (length: number) => T): Column<T> {
  let values = make(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const longer = make(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length] = value;
      length += 1;
    },
    all: () => values.subarray(0, length) as T,
  };
}

/** Numbers names from 0 in the order they are met. */
export type Interned = { numberOf: (name: string) => number; readonly names: readonly string[] };

export function intern(): Interned {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}

export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** `ranks[i]`: the place of item i of n when all are sorted by `compare`; `order`: the items so sorted. Equal items keep their order. */
export function ranked(n: number, compare: (a: number, b: number) => number): { readonly ranks: Int32Array; readonly order: Int32Array } {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => compare(a, b) || a - b);
  const ranks = new Int32Array(n);
  for (let place = 0; place < n; place++) ranks[order[place] ?? 0] = place;
  return { ranks, order };
}
