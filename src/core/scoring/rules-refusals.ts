import type { Refusal } from '../problems/refusal.ts';
import type { Aggregation, TallyRules } from '../verdict/rules.ts';

const whole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** Settings of an aggregation that cannot be used, by name. */
function badSettings(aggregation: Aggregation): readonly (readonly [string, number])[] {
  switch (aggregation.kind) {
    case 'trimmed':
      return aggregation.percent > 0 && aggregation.percent < 50 ? [] : [['percent', aggregation.percent]];
    case 'drop': {
      const { high, low } = aggregation;
      const bad = (
        [
          ['high', high],
          ['low', low],
        ] as const
      ).filter(([, value]) => !whole(value, 0));
      return bad.length === 0 && high + low === 0 ? [['high', high]] : bad;
    }
    case 'borda':
      return (aggregation.points ?? []).filter((value) => !whole(value, 0)).map((value) => ['points', value] as const);
    case 'approval':
      return Number.isSafeInteger(aggregation.from) ? [] : [['from', aggregation.from]];
    case 'allotment':
      return whole(aggregation.points, 1) ? [] : [['points', aggregation.points]];
    case 'bradley-terry':
      return aggregation.prior > 0 && Number.isFinite(aggregation.prior) ? [] : [['prior', aggregation.prior]];
    case 'mean':
    case 'sum':
    case 'median':
    case 'mean-rank':
    case 'schulze':
    case 'instant-runoff':
      return [];
  }
}

/** What keeps an aggregation from being carried out; none for good rules. */
export function aggregationRefusals({ aggregation, minimumPanel }: Pick<TallyRules, 'aggregation' | 'minimumPanel'>): readonly Refusal[] {
  const panel: Refusal = { code: 'scoring.minimum-panel-not-valid', facts: { minimumPanel } };
  const bad = badSettings(aggregation).map(
    ([setting, value]): Refusal => ({
      code: 'scoring.aggregation-not-valid',
      facts: { aggregation: aggregation.kind, setting, value: Number.isFinite(value) ? value : String(value) },
    }),
  );
  return [...(whole(minimumPanel, 1) ? [] : [panel]), ...bad];
}
