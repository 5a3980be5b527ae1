/** What entries are judged by, as pages tell it. */
import { toNumber } from '#core/numeric/fraction.ts';
import type { CardCriterion, Scorecard } from '#core/scorecards/shape.ts';
import { effectiveWeights, pointsOf } from '#core/scorecards/weights.ts';
import type { Reading } from './reading.ts';

export type ToldCriterion = {
  readonly key: string;
  readonly kind: CardCriterion['kind'];
  readonly name: string;
  readonly question: string;
  readonly guidance: string;
  /** 0 to 1; undefined for what has no share of the score: gates, and counts that are added to it. */
  readonly share: number | undefined;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  /** Of what is measured: the value that is worth the most, and its mark. */
  readonly best: { readonly value: string; readonly mark: number } | undefined;
  readonly anchors: readonly { readonly mark: number; readonly text: string }[];
};

type ToldGroup = { readonly key: string; readonly name: string | undefined; readonly criteria: readonly ToldCriterion[] };

export type ToldCard = {
  readonly key: string;
  readonly name: string | undefined;
  readonly points: number | undefined;
  readonly count: number;
  /** Groups in their order, then what stands in none. */
  readonly groups: readonly ToldGroup[];
};

export function toldCard({ say }: Pick<Reading, 'say'>, key: string, card: Scorecard): ToldCard {
  const shares = new Map(effectiveWeights(card).map((each) => [each.key, toNumber(each.percent) / 100]));
  const told = (criterion: CardCriterion): ToldCriterion => ({
    key: criterion.key,
    kind: criterion.kind,
    name: say(criterion.name),
    question: criterion.question === undefined ? '' : say(criterion.question),
    guidance: criterion.guidance === undefined ? '' : say(criterion.guidance),
    share: shares.get(criterion.key),
    scale: 'scale' in criterion ? { min: criterion.scale.min, max: criterion.scale.max } : undefined,
    best: criterion.kind === 'metric' ? criterion.breakpoints.toSorted((a, b) => b.mark - a.mark)[0] : undefined,
    anchors: criterion.kind === 'judged' ? criterion.anchors.map(({ mark, text }) => ({ mark, text: say(text) })) : [],
  });
  const groups = [...card.groups.map((group) => ({ key: group.key, name: say(group.name) })), { key: '', name: undefined }];
  const known = new Set(card.groups.map((group) => group.key));
  const within = (group: string) => card.criteria.filter((each) => (known.has(each.group ?? '') ? each.group : '') === group).map(told);
  return {
    key,
    name: card.name === undefined ? undefined : say(card.name),
    points: pointsOf(card),
    count: card.criteria.length,
    groups: groups.map((group) => ({ ...group, criteria: within(group.key) })).filter(({ criteria }) => criteria.length > 0),
  };
}
