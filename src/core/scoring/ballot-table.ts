import type { Criterion } from './criteria.ts';

/**
 * What stands where no mark was given. None of these is ever a zero.
 * `missing`: nothing was handed in; `not-applicable`: the criterion does not apply to this entry; `abstained`: the judge chose not to
 * mark; `recused`: the judge may not mark this entry.
 */
export const notScored = { missing: -2147483648, notApplicable: -2147483647, abstained: -2147483646, recused: -2147483645 } as const;

export type NotScored = keyof typeof notScored;

/** True for a mark, false for each code of `notScored`. Marks lie above −2³¹ + 1000. */
export function isMark(value: number): boolean {
  return value > -2147482648;
}

/**
 * All marks of one round in columns, compact enough for a million of them. A ballot is one judge on one entry; `marks` holds a row of
 * `criteria.length` values for each ballot, whole numbers on the criterion's scale or codes of `notScored`. Entries, judges and
 * ballots are numbered from 0 in order of their names (category and entry; judge; entry and judge), so that the order of the rows read
 * changes nothing. An entry belongs to one category; the same name in two categories is two entries.
 */
export type BallotTable = {
  readonly criteria: readonly Criterion[];
  readonly categories: readonly string[];
  readonly entries: readonly { readonly name: string; readonly category: number; readonly group: string | null }[];
  readonly judges: readonly { readonly name: string; readonly group: string | null }[];
  /** By ballot: number of its entry and of its judge. */
  readonly ballotEntry: Int32Array;
  readonly ballotJudge: Int32Array;
  /** By ballot: when it was handed in, in ms since 1970, NaN where not said; null where no row says. */
  readonly at: Float64Array | null;
  readonly marks: Int32Array;
  /** By mark: the row of its file (header = 1) and the file's number in `files`; 0 where there was no row. */
  readonly rows: Int32Array;
  readonly rowFiles: Uint16Array;
  readonly files: readonly string[];
};
