import type { ProblemCode } from '../problems/catalogue.ts';
import type { Facts } from '../problems/problem.ts';

/** What is wrong with one answer; `at` says where inside it, if not all of it. */
export type Found = { readonly code: ProblemCode; readonly facts: Facts; readonly at?: string };

/** What there may be so many of. */
type Counted = 'characters' | 'words' | 'options' | 'files' | 'addresses';

/** Too many or too few, with the limit and the count both. */
export function counted(what: Counted, count: number, least: number, most: number): Found[] {
  if (count > most) return [{ code: 'answers.too-many', facts: { what, limit: most, count, over: count - most } }];
  return count < least ? [{ code: 'answers.too-few', facts: { what, limit: least, count, missing: least - count } }] : [];
}
