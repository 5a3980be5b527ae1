import type { ProblemCode } from './catalogue.ts';
import type { Facts } from './problem.ts';

/** How core says no: a value, never a throw. Doors and operations turn it into a problem or print it. */
export type Refusal = { readonly code: ProblemCode; readonly facts: Facts };

/** Either the value, or every reason there is none (at least one). */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };
