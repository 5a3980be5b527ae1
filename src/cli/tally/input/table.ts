/** One row of any table, with the cells that are computed rather than written. */
export type TableRow = { readonly row: number; readonly cells: readonly string[]; readonly formulas?: ReadonlyMap<number, string> };

/** A table from a CSV file or a sheet: its columns in lower case and as written, and its rows a piece at a time. */
export type Table = {
  /** The file, and the sheet where it has several. */
  readonly file: string;
  readonly names: readonly string[];
  readonly written: readonly string[];
  readonly records: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;
  /** A comma stands before decimals. */
  readonly decimalComma: boolean;
};
