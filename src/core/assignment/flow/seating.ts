/**
 * What the solver is given: entries and judges by number, a price a pair, limits. Numbers follow the order of names, so that the order
 * of rows in a file cannot matter. Pairs lie row by row: `entry * judges + judge`.
 */
export type Seating = {
  readonly entries: number;
  readonly judges: number;
  /** Seats still to be filled, by entry. */
  readonly need: Int32Array;
  /** Price of a pair, 0–1000 (1000 − affinity); from `forbidden` upwards the pair can never be, and the number says why. */
  readonly price: Uint16Array;
  /** No price, with its factor and whatever is added on the way, ever lies above this. */
  readonly dearest: number;
  /** Least and most seats, by judge. Not reaching the least is reported, going over the most never happens. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Employer by judge, −1 without; judges of one employer never sit together on an entry. Null: not asked. */
  readonly employer: Int32Array | null;
  /** 1 for judges who may lead, and by entry the most seats for others: one less than its seats until a lead sits. */
  readonly lead: Uint8Array | null;
  readonly plainMost: Int32Array;
  /** 1 for judges in their first year, and by entry the most seats for them. */
  readonly firstYear: Uint8Array | null;
  readonly firstYearMost: Int32Array;
  /** Added for the t-th seat of a judge above the least: t × this. */
  readonly loadPrice: number;
  /** Seats above the least that a judge holds already, from which t goes on. Null: none. */
  readonly above: Int32Array | null;
  /** By entry, what its prices are multiplied by (then rounded) so that the solver cares more for it. Null: 1 for all. */
  readonly factor: Float64Array | null;
  /** Keyed numbers by entry and judge, from which the lot of a pair is drawn. */
  readonly lots: Lots;
};

export type Lots = { readonly entry: Int32Array; readonly judge: Int32Array };

/** The price of a pair without any affinity. */
export const dearestPrice = 1_000;

/** Prices from here on are no prices. */
export const forbidden = 60_000;

/** Why a pair cannot be, as price − `forbidden`. */
export const reasons = ['conflict', 'same-employer', 'language', 'category', 'held', 'ruled-out'] as const;
export type Reason = (typeof reasons)[number];

export const priceOf = (reason: Reason): number => forbidden + reasons.indexOf(reason);

export function reasonOf(price: number): Reason | undefined {
  return price < forbidden ? undefined : reasons[price - forbidden];
}

/** The price the solver reckons with for an entry. */
export function weighted(price: number, factor: number): number {
  return Math.floor(price * factor + 0.5);
}
