import { compare, fromDecimal } from '../../numeric/fraction.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { breakpointRefusals } from '../../scoring/blending/metric.ts';
import type { MetricRule, TallyRules } from '../rules.ts';
import type { MetricValue, Sources, VoteCount } from './sources.ts';

/** Ways of counting whose scores lie on a scale, so that a part of one can be taken. */
const onScale: ReadonlySet<TallyRules['aggregation']['kind']> = new Set(['mean', 'median', 'trimmed', 'drop', 'approval']);

/** True for rules by which a score is made of more than the ballots of one round. */
export const isBlend = ({ rounds, metrics, votes, counts }: TallyRules): boolean => Boolean(rounds ?? metrics ?? votes ?? counts);

/** Rounds in which a criterion is judged, by name. */
const roundsOf = ({ rounds = [] }: TallyRules, criterion: string): readonly string[] =>
  rounds.filter(({ criteria }) => criteria.some(({ id }) => id === criterion)).map(({ round }) => round);

function tieRefusals(rules: TallyRules, sources: readonly string[]): Refusal[] {
  return rules.ties.flatMap((rung): Refusal[] => {
    if (rung.by === 'lot' || rung.by === 'criterion') return [];
    if (rung.by !== 'source') return [{ code: 'blend.rung-not-usable', facts: { rung: rung.by } }];
    if (sources.includes(rung.source)) return [];
    return [{ code: 'blend.unknown-source', facts: { source: rung.source, sources: sources.join(', ') } }];
  });
}

function metricRefusals({ metric, points, scale, weight }: MetricRule): readonly Refusal[] {
  const outside = points.some(({ mark }) => mark < scale.min || mark > scale.max) || scale.min >= scale.max;
  const known = breakpointRefusals({ criterion: metric, points });
  if (known.length > 0) return known;
  if (outside) return [{ code: 'blend.breakpoints-outside-scale', facts: { metric, ...scale } }];
  return weight > 0 ? [] : [{ code: 'scoring.weight-not-positive', facts: { criterion: metric, weight } }];
}

/** What is wrong with rules of a blend that have the right shape; none for good ones. */
export function blendRefusals(rules: TallyRules): readonly Refusal[] {
  const { rounds = [], metrics = [], votes, counts = [], aggregation, official, levels, ties } = rules;
  const sources = [...rounds.map(({ round }) => round), ...metrics.map(({ metric }) => metric)];
  const all = [...sources, ...counts.map(({ count }) => count)];
  const twice = all.filter((source, i) => all.indexOf(source) < i);
  const named = [
    ...ties.flatMap((rung) => (rung.by === 'criterion' ? [rung.criterion] : [])),
    ...levels.flatMap(({ floors = [] }) => floors.map(({ criterion }) => criterion)),
  ];
  const several = [...new Set(named)].filter((criterion) => roundsOf(rules, criterion).length > 1);
  const rates = [...(votes ? [votes] : []), ...counts].flatMap(({ each, atMost }) => [each, ...(atMost === undefined ? [] : [atMost])]);
  return [
    ...(official === 'raw' ? [] : [{ code: 'blend.official-not-raw', facts: {} } as const]),
    ...(onScale.has(aggregation.kind) ? [] : [{ code: 'blend.needs-scale', facts: { aggregation: aggregation.kind } } as const]),
    ...twice.map((source): Refusal => ({ code: 'blend.source-twice', facts: { source } })),
    ...tieRefusals(rules, sources),
    ...several.map(
      (criterion): Refusal => ({
        code: 'blend.criterion-in-several-rounds',
        facts: { criterion, rounds: roundsOf(rules, criterion).join(', ') },
      }),
    ),
    ...metrics.flatMap(metricRefusals),
    ...rates
      .filter((rate) => fromDecimal(rate) === undefined)
      .map((rate): Refusal => ({ code: 'blend.rate-not-readable', facts: { rate } })),
  ];
}

type Known = { readonly rules: TallyRules; readonly entries: ReadonlySet<string> };

/** How an entry is known across rounds. */
export const entryKey = (category: string, entry: string): string => JSON.stringify([category, entry]);

function valueRefusal({ rules, entries }: Known, { metric, value, ...said }: MetricValue): Refusal | undefined {
  const { metrics = [] } = rules;
  const rule = metrics.find((each) => each.metric === metric);
  const facts = { ...said, metric };
  if (!rule) return { code: 'blend.unknown-metric', facts: { ...facts, metrics: metrics.map((each) => each.metric).join(', ') } };
  if (!entries.has(entryKey(said.category, said.entry))) return { code: 'scoring.unknown-entry', facts: said };
  const read = fromDecimal(value);
  if (!read) return { code: 'blend.value-not-decimal', facts: { ...facts, value } };
  if (rule.categories?.includes(said.category) === false) return { code: 'blend.metric-not-in-category', facts };
  const [lowest, highest] = [rule.points[0]?.value ?? '', rule.points.at(-1)?.value ?? ''];
  const [low, high] = [fromDecimal(lowest), fromDecimal(highest)];
  if (rule.beyond === 'ends' || !low || !high || (compare(read, low) >= 0 && compare(read, high) <= 0)) return undefined;
  return { code: 'blend.value-outside-breakpoints', facts: { ...facts, value, lowest, highest } };
}

function voteRefusal({ rules, entries }: Known, { votes, count, ...said }: VoteCount): Refusal | undefined {
  if (!entries.has(entryKey(said.category, said.entry))) return { code: 'scoring.unknown-entry', facts: said };
  const own = (rules.counts ?? []).filter(({ categories }) => categories?.includes(said.category) ?? true).map((rule) => rule.count);
  const counts = own.join(', ');
  if (rules.counts ? !own.includes(count ?? '') : count !== undefined)
    return { code: 'blend.unknown-count', facts: { ...said, count: count ?? '', counts } };
  return /^\d{1,15}$/.test(votes) ? undefined : { code: 'blend.votes-not-whole', facts: { ...said, votes } };
}

/** Rows whose thing was said before, refused with the row that said it first. */
function repeated<T extends MetricValue | VoteCount>(rows: readonly T[], what: (row: T) => string): Refusal[] {
  const first = new Map<string, T>();
  return rows.flatMap((row): Refusal[] => {
    const key = JSON.stringify([row.category, row.entry, what(row)]);
    const before = first.get(key);
    if (!before) first.set(key, row);
    const { category, entry, file, row: at } = row;
    return before ? [{ code: 'blend.said-twice', facts: { category, entry, file, row: at, what: what(row), firstRow: before.row } }] : [];
  });
}

/** What of the sources does not go with the rules, row by row. */
export function sourceRefusals({ rounds, values, votes }: Sources, rules: TallyRules): readonly Refusal[] {
  const entries = new Set(
    rounds.flatMap((table) => table.entries.map(({ name, category }) => entryKey(table.categories[category] ?? '', name))),
  );
  const known: Known = { rules, entries };
  const counted = Boolean(rules.votes ?? rules.counts);
  const unmeasured = (rules.metrics ?? []).filter(({ metric }) => values.every((value) => value.metric !== metric));
  return [
    ...unmeasured.map(({ metric }): Refusal => ({ code: 'blend.metric-without-values', facts: { metric } })),
    ...values.flatMap((value) => valueRefusal(known, value) ?? []),
    ...repeated(values, ({ metric }) => metric),
    ...(counted && votes.length === 0 ? [{ code: 'blend.votes-missing', facts: {} } as const] : []),
    ...(!counted && votes.length > 0 ? [{ code: 'blend.votes-without-rate', facts: { file: votes[0]?.file ?? null } } as const] : []),
    ...votes.flatMap((count) => voteRefusal(known, count) ?? []),
    ...repeated(votes, ({ count = '' }) => count),
  ];
}
