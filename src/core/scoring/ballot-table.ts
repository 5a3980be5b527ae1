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
 * changes nothing. An entry belongs to one category; the same name in two categories is two entries. Where a criterion does not apply
 * in a category its marks there are `notApplicable`. Categories are in order of their names too.
 */
export type BallotTable = {
  readonly criteria: readonly Criterion[];
  readonly categories: readonly string[];
  /**
   * Left out where every category is one ranking. Else by category: the division of it that is ranked here, null for a whole one; each
   * division stands as a category of its own then, under the name of the one it is a part of (`wholeCategories`).
   */
  readonly divisions?: readonly (string | null)[];
  readonly entries: readonly { readonly name: string; readonly category: number; readonly group: string | null }[];
  readonly judges: readonly { readonly name: string; readonly group: string | null }[];
  /** By ballot: number of its entry and of its judge. */
  readonly ballotEntry: Int32Array;
  readonly ballotJudge: Int32Array;
  /** By ballot: when it was handed in, in ms since 1970, NaN where not said; null where no row says. */
  readonly at: Float64Array | null;
  readonly marks: Int32Array;
  /** By mark: the row of its file (header = 1; 0 where there was no row) and the file's number in `files`. */
  readonly rows: Int32Array;
  readonly rowFiles: Uint16Array;
  readonly files: readonly string[];
};

/** What a row says of a mark: a whole number on the criterion's scale, or why there is none. Null, like no row at all, is `missing`. */
export type MarkRow = {
  readonly category: string;
  readonly entry: string;
  readonly judge: string;
  /** The empty text with a code of `notScored` as its mark: said of the whole ballot, for every criterion without a row. */
  readonly criterion: string;
  readonly mark: number | NotScored | null;
  readonly entryGroup?: string | null;
  readonly judgeGroup?: string | null;
  readonly at?: number | null;
  readonly file?: string | null;
  readonly row?: number | null;
};
