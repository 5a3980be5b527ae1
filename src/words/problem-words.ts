import type { Facts } from '#core/problems/problem.ts';

/** A refusal's sentences: what happened in a few words; then what, why and what to do. */
export type ProblemWords = { readonly title: string; readonly detail: (facts: Facts) => string };
