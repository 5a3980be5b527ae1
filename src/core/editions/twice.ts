import type { FieldProblem } from '../problems/problem.ts';

/** Keys that stand twice in a list, each where it stands again. */
export function twice(path: string, list: readonly { readonly key: string }[]): FieldProblem[] {
  const keys = list.map(({ key }) => key);
  return keys.flatMap((key, at): FieldProblem[] =>
    keys.indexOf(key) < at ? [{ path: `${path}.${at}.key`, code: 'editions.key-twice', facts: { key } }] : [],
  );
}
