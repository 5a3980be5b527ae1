/** How two documents differ, told by paths that stay when a list is put in another order. */
import type { Json } from '../record/canonical.ts';

/**
 * One difference. `path` leads by names and, in lists of things with a `key`, `code` or `id`, by that: `categories[J01].name`.
 * `from` undefined: only the second has it; `to` undefined: only the first; `moved`: the same things in another order.
 */
export type Difference = {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly from?: Json;
  readonly to?: Json;
};

const isMap = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const names = ['code', 'key', 'id'] as const;

/** What things of a list are told apart by; undefined where they have no name of their own, or not each another one. */
function nameIn(list: readonly Json[]): ((thing: Json) => string) | undefined {
  for (const name of names) {
    const own = (thing: Json): string => (isMap(thing) && typeof thing[name] === 'string' ? thing[name] : '');
    const values = list.map(own);
    if (values.every((value) => value !== '') && new Set(values).size === values.length) return own;
  }
  return undefined;
}

function ofNamed(path: string, from: ReadonlyMap<string, Json>, to: ReadonlyMap<string, Json>, at: (name: string) => string): Difference[] {
  const gone = [...from]
    .filter(([name]) => !to.has(name))
    .map(([name, was]): Difference => ({ path: at(name), kind: 'removed', from: was }));
  const rest = [...to].flatMap(([name, is]): Difference[] => {
    const was = from.get(name);
    return was === undefined ? [{ path: at(name), kind: 'added', to: is }] : differencesAt(at(name), was, is);
  });
  const stay = [...from.keys()].filter((name) => to.has(name));
  const now = [...to.keys()].filter((name) => from.has(name));
  const moved: Difference[] = stay.every((name, i) => name === now[i]) ? [] : [{ path, kind: 'moved', from: stay, to: now }];
  return [...gone, ...rest, ...moved];
}

function ofLists(path: string, from: readonly Json[], to: readonly Json[]): Difference[] {
  const [first, second] = [nameIn(from), nameIn(to)];
  const name = from.length === 0 ? second : to.length === 0 ? first : first && second;
  if (name) {
    const byName = (list: readonly Json[]) => new Map(list.map((thing) => [name(thing), thing]));
    return ofNamed(path, byName(from), byName(to), (each) => `${path}[${each}]`);
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, kind: 'changed', from, to }];
}

/** Maps by name: their order means nothing, so nothing in them is ever moved. */
function ofMaps(path: string, from: { readonly [name: string]: Json }, to: { readonly [name: string]: Json }): Difference[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const sorted = (map: { readonly [name: string]: Json }) => new Map(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return ofNamed(path, sorted(from), sorted(to), at);
}

function differencesAt(path: string, from: Json, to: Json): Difference[] {
  if (isList(from) && isList(to)) return ofLists(path, from, to);
  if (isMap(from) && isMap(to)) return ofMaps(path, from, to);
  return from === to ? [] : [{ path, kind: 'changed', from, to }];
}

/** What two documents differ in, in the order of the names; none when they say the same. */
export const differences = (from: Json, to: Json): readonly Difference[] => differencesAt('', from, to);
