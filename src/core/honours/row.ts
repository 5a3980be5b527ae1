/** One winner of a list, and what is known of it once its row could be read. */
import type { Refusal } from '../problems/refusal.ts';

/** A row as it was handed in: the line it stands on, and its cells by the names of their columns. */
export type WrittenRow = { readonly row: number; readonly cells: readonly (readonly [string, unknown])[] };

export type Winner = {
  readonly row: number;
  /** As written; `first` and `last` are the years it covers. */
  readonly year: string;
  readonly first: number;
  readonly last: number;
  readonly category: string;
  /** The code of the category it corresponds to now, where the list says so. */
  readonly code: string | null;
  readonly nominee: string;
  /** Empty where the list names none beside the nominee. */
  readonly organisation: string;
  /** What was won, as written: Gold, Highly commended. Empty for the one award there is. */
  readonly title: string;
  /** Won together with others. */
  readonly shared: boolean;
};

export type Reading = {
  /** How several winners of one year, category and title stand in the list: each won, or they won together. */
  readonly several: 'each' | 'joint';
  /** What parts joint winners within one cell; empty where nothing does. */
  readonly separator: string;
  /** No later year was won yet. */
  readonly thisYear: number;
};

/** What is wrong with a row; `column` as the list calls it. */
export type Fault = Refusal & { readonly row: number; readonly column: string };

/** What is not wrong, and somebody should look at. */
export type Doubt = { readonly row: number; readonly kind: 'several-winners' | 'other-spelling'; readonly said: readonly string[] };
