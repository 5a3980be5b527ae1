import type { Refusal } from '../problems/refusal.ts';
import { levelRefusals } from '../ranking/levels.ts';
import { blendRefusals, isBlend } from './blended/blend-refusals.ts';
import type { TallyRules } from './rules.ts';

/** What scores of an aggregation are: levels by score need scores that grow. */
export function kindOfScore({ kind }: TallyRules['aggregation']): Parameters<typeof levelRefusals>[1] {
  if (kind === 'schulze' || kind === 'instant-runoff') return { unit: 'order', better: null };
  return kind === 'mean-rank' ? { unit: 'rank', better: 'lower' } : { unit: 'scale', better: 'higher' };
}

/** Ways of counting whose scores are marks again, on the scale of the ballots. */
export const isOnScale = ({ kind }: TallyRules['aggregation']): boolean => ['mean', 'median', 'trimmed', 'drop'].includes(kind);

/** What is wrong with rules that have the right shape; none for good ones. Names of criteria in rungs and floors must be those judged. */
export function rulesRefusals(rules: TallyRules): readonly Refusal[] {
  const { criteria, aggregation, levels, ties } = rules;
  const known = new Set(criteria.map(({ id }) => id));
  const named = [
    ...ties.flatMap((rung) => (rung.by === 'criterion' ? [rung.criterion] : [])),
    ...levels.flatMap(({ floors = [] }) => floors.map(({ criterion }) => criterion)),
  ];
  const found = [...known].join(', ');
  const alone = ties.flatMap((rung): Refusal[] =>
    rung.by === 'source' ? [{ code: 'blend.unknown-source', facts: { source: rung.source, sources: '' } }] : [],
  );
  // What the model corrects is a mean of ballots: places of one score and thresholds of another would be mixed.
  const corrected: readonly Refusal[] =
    rules.official === 'corrected' && aggregation.kind !== 'mean'
      ? [{ code: 'ranking.corrected-needs-mean', facts: { aggregation: aggregation.kind } }]
      : [];
  return [
    ...named
      .filter((name) => !known.has(name))
      .map((criterion): Refusal => ({ code: 'tally.weight-without-marks', facts: { criterion, found } })),
    ...levelRefusals(levels, kindOfScore(aggregation)),
    ...corrected,
    ...(isBlend(rules) ? blendRefusals(rules) : alone),
  ];
}
