/**
 * One mark in long form. `mark` is a whole number on the criterion's scale, or null where the judge gave none: never zero.
 * `file` and `row` say where it was read, for refusals.
 */
export type Mark = {
  readonly category: string;
  readonly entry: string;
  readonly judge: string;
  readonly criterion: string;
  readonly mark: number | null;
  readonly file?: string;
  readonly row?: number;
};
