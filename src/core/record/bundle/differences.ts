import type { Json } from '../canonical.ts';

/** What of a result a difference is about: the names of the lists it stands in, outermost first. */
export type About = Readonly<Partial<Record<'round' | 'category' | 'entry' | 'judge' | 'check' | 'criterion', string>>>;

/** One place where two values differ: a JSON pointer (RFC 6901), and what stands there in either, as JSON; null where nothing stands. */
export type Difference = {
  readonly path: string;
  readonly stated: string | null;
  readonly found: string | null;
  readonly about: About;
  /** The key of what is named that differs, such as `rank`; the way to it where that is longer. */
  readonly what: string;
};

/** What tells the members of a list apart, by the list's own key: with that in hand a place that moved is one difference and not twenty. */
const names: Readonly<Record<string, readonly string[]>> = {
  rounds: ['round'],
  categories: ['category'],
  entries: ['entry'],
  ballots: ['judge', 'round'],
  setAside: ['judge', 'round'],
  judges: ['judge'],
  checks: ['check', 'round'],
  criteria: ['criterion', 'id'],
  sources: ['source'],
  points: ['group'],
  moves: ['category', 'entry'],
};

const told = ['round', 'category', 'entry', 'judge', 'check', 'criterion'] as const;

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: Json | undefined): string | null => {
  const text = value === undefined ? null : JSON.stringify(value);
  return text !== null && text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

const memberOf = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A list's members by name; undefined where they have none, or two share one. */
function named(list: readonly Json[], key: string): ReadonlyMap<string, number> | undefined {
  const by = names[key];
  if (!by) return undefined;
  const all = list.map((item) => JSON.stringify(by.map((part) => memberOf(item, part) ?? null)));
  const known = new Map(all.map((name, i) => [name, i]));
  return known.size === list.length && list.every(isObject) ? known : undefined;
}

type Place = { readonly path: readonly string[]; readonly about: About; readonly what: readonly string[] };

const into = ({ path, about, what }: Place, key: string | number): Place => ({
  path: [...path, String(key)],
  about,
  what: [...what, String(key)],
});

/** A member that has a name: what differs below is said of it. */
function ofMember({ path, about }: Place, at: number, member: Json | undefined): Place {
  const own = told.flatMap((name) => {
    const value = memberOf(member, name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { path: [...path, String(at)], about: { ...about, ...Object.fromEntries(own) }, what: [] };
}

/** Where two JSON values differ, at most `limit` places. Lists of named things are compared name by name, others place by place. */
export function differences(stated: Json, found: Json, limit: number): Difference[] {
  const list: Difference[] = [];
  const say = ({ path, about, what }: Place, a: Json | undefined, b: Json | undefined): void => {
    const pointer = path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    list.push({ path: pointer, stated: shown(a), found: shown(b), about, what: what.join('/') });
  };
  const visitNamed = (a: readonly Json[], b: readonly Json[], place: Place): boolean => {
    const key = place.path.at(-1) ?? '';
    const [left, right] = [named(a, key), named(b, key)];
    if (!left || !right) return false;
    const before = list.length;
    for (const name of new Set([...left.keys(), ...right.keys()])) {
      const [i, j] = [left.get(name), right.get(name)];
      const [mine, theirs] = [i === undefined ? undefined : a[i], j === undefined ? undefined : b[j]];
      visit(mine, theirs, ofMember(place, i ?? j ?? 0, mine ?? theirs));
    }
    if (list.length === before && [...left.keys()].join() !== [...right.keys()].join())
      say({ ...place, what: ['order', ...place.what] }, [...left.keys()], [...right.keys()]);
    return true;
  };
  const visit = (a: Json | undefined, b: Json | undefined, place: Place): void => {
    if (list.length >= limit) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (visitNamed(a as readonly Json[], b as readonly Json[], place)) return;
      for (let i = 0; i < Math.max(a.length, b.length); i += 1) visit(a[i] as Json | undefined, b[i] as Json | undefined, into(place, i));
    } else if (isObject(a) && isObject(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
      for (const key of keys) visit(memberOf(a, key), memberOf(b, key), into(place, key));
    } else if (a === undefined || b === undefined || JSON.stringify(a) !== JSON.stringify(b)) say(place, a, b);
  };
  visit(stated, found, { path: [], about: {}, what: [] });
  return list;
}
