/** Verdicts on ballots some of which people decided otherwise: what counts, what was changed, and what that did to the places. */
import type { Result } from '../problems/refusal.ts';
import { isBlend } from './blended/blend-refusals.ts';
import { blendedVerdict } from './blended/blended-verdict.ts';
import type { Sources } from './blended/sources.ts';
import { type Applied, type Override, overridden } from './overrides.ts';
import type { TallyRules } from './rules.ts';
import type { Verdict } from './verdict.ts';
import { type Progress, verdictOf } from './verdict-of.ts';

/** As much of a result as places are compared by. */
type Placed = {
  readonly categories: readonly {
    readonly category: string;
    readonly entries: readonly { readonly entry: string; readonly rank: number | null }[];
  }[];
};

/** What people decided otherwise than the judges, and the official places that are others because of it. */
export type Decisions = {
  readonly applied: readonly Applied[];
  readonly moves: readonly {
    readonly category: string;
    readonly entry: string;
    readonly without: number | null;
    readonly now: number | null;
  }[];
};

/** Entries whose official place is another without the overrides. */
function movesBetween(without: Placed, now: Placed): Decisions['moves'] {
  const key = (category: string, entry: string) => JSON.stringify([category, entry]);
  const before = new Map(
    without.categories.flatMap(({ category, entries }) => entries.map(({ entry, rank }) => [key(category, entry), rank] as const)),
  );
  return now.categories.flatMap(({ category, entries }) =>
    entries.flatMap(({ entry, rank }) => {
      const old = before.get(key(category, entry)) ?? null;
      return old === rank ? [] : [{ category, entry, without: old, now: rank }];
    }),
  );
}

export type Decided<T> = {
  readonly verdict: T;
  readonly sources: Sources;
  /** Null without any. */
  readonly decisions: Decisions | null;
};

/** What `tally` makes of the ballots with the overrides in place of the judges' own marks, and beside it what it makes without them. */
export function decided<T extends Placed>(
  sources: Sources,
  rules: TallyRules,
  overrides: readonly Override[],
  tally: (sources: Sources, overridden: boolean) => Result<T>,
): Result<Decided<T>> {
  const changed = overridden(sources, rules, overrides);
  if (!changed.ok) return changed;
  const verdict = tally(changed.value.sources, true);
  if (!verdict.ok) return verdict;
  const said = { verdict: verdict.value, sources: changed.value.sources };
  if (overrides.length === 0) return { ok: true, value: { ...said, decisions: null } };
  const without = tally(sources, false);
  if (!without.ok) return without;
  const decisions = { applied: changed.value.applied, moves: movesBetween(without.value, verdict.value) };
  return { ok: true, value: { ...said, decisions } };
}

/** The whole verdict on ballots of one round or several, with overrides or without. */
export function wholeVerdict(
  sources: Sources,
  rules: TallyRules,
  overrides: readonly Override[],
  progress?: Progress,
): Result<Decided<Verdict>> {
  return decided(sources, rules, overrides, (own, last) => {
    const watch = last ? progress : undefined;
    if (isBlend(rules)) return blendedVerdict(own, rules, watch);
    const [table] = own.rounds;
    if (!table) throw new RangeError('no ballots');
    return verdictOf(table, rules, watch);
  });
}
