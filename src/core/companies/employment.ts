/** Somebody's time with a company. Days are ISO dates; the last day is the first on which it has ended, and open where it has not. */
export type Employment = {
  readonly id: string;
  readonly company: string;
  readonly contact: string;
  readonly from: string;
  readonly until: string | null;
};

type Days = Pick<Employment, 'from' | 'until'>;

/** [from, until): what ends on the day another begins does not overlap it. */
export function overlaps(a: Days, b: Days): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
}
