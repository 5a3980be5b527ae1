/** The plain count: once by core, exactly. Score: the mean over ballots of Σ weight·mark / Σ weights. */
import { toText } from '#core/numeric/fraction.ts';
import type { Result } from '#core/problems/refusal.ts';
import { type EntryTally, tally } from '#core/scoring/tally.ts';
import type { CountedMark } from '#slices/judging/index.ts';
import type { CriterionView } from '#slices/programmes/index.ts';
import type { CountedEntry, TallyResult } from './counted.ts';

function countedEntry(entry: EntryTally): CountedEntry {
  const ranked = entry.status === 'ranked' ? entry : undefined;
  return {
    category: entry.category,
    entry: entry.entry,
    rank: ranked?.rank ?? null,
    tied: ranked?.tied ?? false,
    score: ranked ? toText(ranked.score) : null,
    total: entry.total.toString(),
    ballots: entry.ballots.map(({ judge, sum, mean, terms }) => ({
      judge,
      sum: sum.toString(),
      mean: toText(mean),
      marks: Object.fromEntries(terms.map(({ criterion, mark }) => [criterion, mark])),
    })),
  };
}

export const criteriaOfCount = (criteria: readonly CriterionView[]): TallyResult['criteria'] =>
  criteria.map(({ id, name, weight, scaleMin: min, scaleMax: max }) => ({ id, name, weight, min, max }));

export type PlainBallots = {
  readonly minimumPanel: number;
  readonly criteria: TallyResult['criteria'];
  readonly entries: readonly { readonly entry: string; readonly category: string }[];
  readonly marks: readonly CountedMark[];
};

export function countPlainly({ minimumPanel, criteria, entries, marks }: PlainBallots): Result<TallyResult> {
  const counted = tally({
    criteria: criteria.map(({ id, weight, min, max }) => ({ id, weight, scale: { min, max } })),
    marks,
    minimumPanel,
    entries,
  });
  if (!counted.ok) return counted;
  const weightTotal = criteria.reduce((sum, { weight }) => sum + BigInt(weight), 0n).toString();
  const value = {
    v: 1,
    minimumPanel,
    weightTotal,
    criteria,
    entries: counted.value.flatMap((category) => category.entries.map(countedEntry)),
  };
  return { ok: true, value: { ...value, v: 1 } };
}
