import { expect, it } from 'vitest';
import type { z } from 'zod';
import { blendOverrides, blendRules, blendSources } from '#tests/support/tally/blend.ts';
import { bundlesOf } from '#tests/support/tally/record-tally.ts';
import type { Decisions } from '../decided.ts';
import type { ExactTally } from '../recounted/exact-tally.ts';
import type { Verdict } from '../verdict.ts';
import { auditedShape, exactTallyShape } from './result-shape.ts';

type Plain<T> = T extends readonly (infer U)[] ? Plain<U>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

// These compile where the types of the code and the published shape say the same, and stop the check where one of them was changed alone.
const accepted = (verdict: Plain<Verdict>): z.input<typeof auditedShape> => verdict;
const promised = ({ overrides: _overrides, ...verdict }: z.output<typeof auditedShape>): Plain<Verdict> => verdict;
const acceptedExact = (tally: Plain<ExactTally>): z.input<typeof exactTallyShape> => tally;
const promisedExact = ({ overrides: _overrides, ...tally }: z.output<typeof exactTallyShape>): Plain<ExactTally> => tally;
const decided = (decisions: Plain<Decisions>): NonNullable<z.input<typeof auditedShape>['overrides']> => decisions;

it('is that of the types, both ways', () => {
  expect([accepted, promised, acceptedExact, promisedExact, decided].every((same) => typeof same === 'function')).toBe(true);
});

it('holds the results of both bundles of a blend with overrides, and no key beside it', () => {
  const { bundles } = bundlesOf(blendSources, blendRules, blendOverrides);
  for (const [kind, shape] of [
    ['auditor', auditedShape],
    ['public', exactTallyShape],
  ] as const) {
    const result: unknown = JSON.parse(new TextDecoder().decode(bundles[kind].get('result.json')));
    // An object drops what it does not know, so that a key the shape lacks shows.
    expect(shape.parse(result)).toEqual(result);
  }
});
