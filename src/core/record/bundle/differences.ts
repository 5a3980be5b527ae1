import type { Json } from '../canonical.ts';

/** One place where two values differ: a JSON pointer (RFC 6901), and what stands there in either, as JSON; null where nothing stands. */
export type Difference = { readonly path: string; readonly stated: string | null; readonly found: string | null };

const pointer = (path: string, key: string | number): string => `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: Json | undefined): string | null => {
  const text = value === undefined ? null : JSON.stringify(value);
  return text !== null && text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/** Where two JSON values differ, in the order of their paths, at most `limit` places. Of values that differ in kind, or are no list and no object, the whole is shown. */
export function differences(stated: Json, found: Json, limit: number): Difference[] {
  const list: Difference[] = [];
  const visit = (a: Json | undefined, b: Json | undefined, path: string): void => {
    if (list.length >= limit) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i += 1) visit(a[i] as Json | undefined, b[i] as Json | undefined, pointer(path, i));
    } else if (isObject(a) && isObject(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
      for (const key of keys)
        visit(Object.hasOwn(a, key) ? a[key] : undefined, Object.hasOwn(b, key) ? b[key] : undefined, pointer(path, key));
    } else if (a === undefined || b === undefined || JSON.stringify(a) !== JSON.stringify(b)) {
      list.push({ path, stated: shown(a), found: shown(b) });
    }
  };
  visit(stated, found, '');
  return list;
}
