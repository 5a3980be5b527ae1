import { type Fraction, fraction, fromDecimal, toText } from '../../numeric/fraction.ts';
import { type BlendPart, blendScale } from '../../scoring/blending/blend.ts';
import { markOfMetric } from '../../scoring/blending/metric.ts';
import type { DerivationLine } from '../../scoring/standing.ts';
import type { MetricRule, TallyRules, VoteRule } from '../rules.ts';
import { fractionOf, type Round } from './round.ts';
import type { Sources } from './sources.ts';

export type Known = {
  readonly rules: TallyRules;
  readonly sources: Sources;
  readonly rounds: readonly Round[];
  /** What all sources are brought onto, the same in every category. */
  readonly scale: { readonly min: number; readonly max: number };
};

/** What the votes are called among the sources. */
const votesId = 'votes';

type Share = Extract<BlendPart, { kind: 'share' }>;

function roundPart({ rule, verdict, category }: Round, name: string, names: readonly string[], entry: Round['entry']): Share {
  const own = category(name);
  const scores = names.flatMap((each) => {
    const raw = entry(name, each)?.raw;
    return raw ? [[each, fractionOf(raw)] as const] : [];
  });
  const weight = rule.weight ?? (own?.criteria ?? []).reduce((sum, criterion) => sum + criterion.weight, 0);
  const scale = verdict.rules.aggregation.kind === 'approval' ? { min: 0, max: 1 } : verdict.scale;
  return { id: rule.round, kind: 'share', weight, scale, scores: new Map(scores) };
}

const markOf = ({ metric, points }: MetricRule, value: string): Fraction =>
  markOfMetric({ criterion: metric, points }, fromDecimal(value) ?? fraction(0));

function metricPart(rule: MetricRule, { values }: Sources, category: string): Share {
  const own = values.filter((value) => value.metric === rule.metric && value.category === category);
  const scores = new Map(own.map(({ entry, value }) => [entry, markOf(rule, value)]));
  return { id: rule.metric, kind: 'share', weight: rule.weight, scale: rule.scale, scores };
}

const asked = (rule: Pick<MetricRule, 'categories'>, category: string): boolean => rule.categories?.includes(category) ?? true;

/** What counts of one thing add: of the only one where `count` is undefined. */
function countPart(id: string, { each, atMost: most }: VoteRule, { votes }: Sources, category: string, count?: string): BlendPart {
  const own = votes.filter((said) => said.category === category && said.count === count);
  const atMost = most === undefined ? null : (fromDecimal(most) ?? null);
  return {
    id,
    kind: 'bonus',
    each: fromDecimal(each) ?? fraction(0),
    atMost,
    counts: new Map(own.map((said) => [said.entry, Number(said.votes)])),
  };
}

/** The sources of one category's blended scores: rounds, then metrics, then votes or what else is counted. */
export function partsOf({ rules, sources, rounds }: Omit<Known, 'scale'>, category: string, names: readonly string[]): BlendPart[] {
  const { metrics = [], votes, counts = [] } = rules;
  const shares = [
    ...rounds.map((round) => roundPart(round, category, names, round.entry)),
    ...metrics.filter((rule) => asked(rule, category)).map((rule) => metricPart(rule, sources, category)),
  ];
  const own = counts.filter((rule) => asked(rule, category));
  return [
    ...shares,
    ...(votes ? [countPart(votesId, votes, sources, category)] : []),
    ...own.map((rule) => countPart(rule.count, rule, sources, category, rule.count)),
  ];
}

/** The scale all rounds and metrics share, else 0–100. */
export function scaleOf({ rules, rounds }: Pick<Known, 'rules' | 'rounds'>): Known['scale'] {
  const ofRounds = rounds.map((round) => roundPart(round, '', [], round.entry));
  const ofMetrics = (rules.metrics ?? []).map((rule) => metricPart(rule, { rounds: [], values: [], votes: [] }, ''));
  return blendScale([...ofRounds, ...ofMetrics]);
}

/** What was measured of an entry, and the mark it is worth. */
export function metricLines({ rules, sources }: Known, category: string, entry: string): DerivationLine[] {
  const own = sources.values.filter((value) => value.category === category && value.entry === entry);
  return (rules.metrics ?? []).flatMap((rule) =>
    own
      .filter(({ metric }) => metric === rule.metric)
      .map(({ metric, value }): DerivationLine => ({ key: 'metric', facts: { metric, value, mark: toText(markOf(rule, value)) } })),
  );
}
