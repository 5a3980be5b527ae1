/** Which division of its category an entry belongs to. */
import type { KnownFacts } from '../../rules/facts.ts';
import type { Rule } from '../../rules/shape.ts';
import { judgeRule } from '../../rules/verdict.ts';

/** A division without a rule takes whoever is left. */
export type Ruled = { readonly key: string; readonly rule: Rule | undefined };

/** `missing`: facts that would have to be known before it can be told. */
export type Placing<D> = { readonly division: D } | { readonly missing: readonly string[] };

/**
 * The first division whose rule says yes. While one before it is open nobody can tell, so nobody does; undefined where none takes the
 * entry, and where the category has no divisions.
 */
export function divisionOf<D extends Ruled>(divisions: readonly D[], facts: KnownFacts): Placing<D> | undefined {
  for (const division of divisions) {
    if (division.rule === undefined) return { division };
    const { verdict, missing } = judgeRule(division.key, division.rule, facts);
    if (verdict === 'yes') return { division };
    if (verdict === 'unknown') return { missing };
  }
  return undefined;
}
