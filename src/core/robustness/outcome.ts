import { type Fraction, toDecimal, toText } from '../numeric/fraction.ts';
import type { Exact } from '../verdict/verdict.ts';

/** Why a test says nothing of a category. */
export type NotTested =
  | 'nobody-ranked'
  | 'one-entry'
  | 'one-criterion'
  | 'joint-first'
  | 'scores-raw'
  | 'several-pools'
  | 'gaps'
  | 'no-groups'
  | 'no-spread'
  | 'too-few-entries'
  | 'too-large'
  | 'blended';

/** What a test found, or why it was not made. JSON values alone, in names. */
export type Outcome<T> = { readonly tested: false; readonly why: NotTested } | ({ readonly tested: true } & T);

export const notTested = (why: NotTested): { readonly tested: false; readonly why: NotTested } => ({ tested: false, why });

export const exactly = (value: Fraction): Exact => ({ fraction: toText(value), decimal: toDecimal(value, 4) });
