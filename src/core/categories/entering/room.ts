/**
 * Whether a category has room. An entry counts from the moment it is first sent in: a draft does not, one that was sent back keeps the
 * place it has, and one that is withdrawn gives it back and needs a free one to return. A limit that is raised opens the category again.
 */
import type { CategoryNode } from '../shape.ts';

export type Limits = NonNullable<CategoryNode['limits']>;

/** Entries of a category that count: of everybody, and of one entrant. */
export type Counted = { readonly all: number; readonly own: number };

export type NoRoom =
  | { readonly code: 'entries.category-full'; readonly most: number }
  | { readonly code: 'entries.own-limit-reached'; readonly most: number };

/** Why one entry more has no room beside those `counted`; undefined where it has. What an entrant can do something about is told first. */
export function noRoom({ each, all }: Limits, counted: Counted): NoRoom | undefined {
  if (each !== undefined && counted.own >= each) return { code: 'entries.own-limit-reached', most: each };
  if (all !== undefined && counted.all >= all) return { code: 'entries.category-full', most: all };
  return undefined;
}

/** Whether a category takes nothing more from anybody. */
export const isFull = ({ all }: Limits, counted: number): boolean => all !== undefined && counted >= all;
