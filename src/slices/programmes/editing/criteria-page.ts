/** What the page of scorecards is drawn from: all cards, one of them with what each criterion counts, and one criterion with its fields. */
import { openCategories } from '#core/categories/tree.ts';
import { mainScorecard } from '#core/editions/key.ts';
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { toDecimal } from '#core/numeric/fraction.ts';
import type { CardCriterion, Scorecard } from '#core/scorecards/shape.ts';
import { countsPoints, effectiveWeights, pointsOf } from '#core/scorecards/weights.ts';
import { criterionValues } from './criteria-values.ts';

type Kind = CardCriterion['kind'];

export type CriterionLine = {
  readonly key: string;
  readonly kind: Kind;
  readonly name: string;
  readonly group: string | undefined;
  readonly weight: string | undefined;
  /** Of the score, 0 to 1; undefined for what is no part of it. */
  readonly share: number | undefined;
};

function linesOf(card: Scorecard, say: (text: LocalText) => string): CriterionLine[] {
  const shares = new Map(effectiveWeights(card).map(({ key, percent }) => [key, Number(toDecimal(percent, 4)) / 100]));
  return card.criteria.map((criterion) => {
    const { key, kind, name, group } = criterion;
    const named = card.groups.find((each) => each.key === group)?.name;
    const weight = kind === 'judged' || kind === 'metric' ? String(criterion.weight ?? '') : undefined;
    return { key, kind, name: say(name), group: named && say(named), weight, share: shares.get(key) };
  });
}

function sharesOfGroups(lines: readonly CriterionLine[]) {
  const sums = new Map<string, number>();
  for (const { group, share = 0 } of lines) if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + share);
  return [...sums].map(([name, share]) => ({ name, share }));
}

/** Which categories that take entries are judged by a card. */
function usedBy({ categories }: Pick<Parts, 'categories'>, card: string, say: (text: LocalText) => string): string[] {
  const open = openCategories(categories).filter(({ inherited }) => (inherited.scorecard ?? mainScorecard) === card);
  return open.map(({ node }) => `${node.code} ${say(node.name)}`);
}

export function criteriaView(
  parts: Pick<Parts, 'texts' | 'categories' | 'scorecards'>,
  wanted: { readonly card: string | null; readonly criterion: string | null },
) {
  const language = mainLanguage(parts);
  const say = (text: LocalText) => inLanguage(text, language, language);
  const keys = Object.keys(parts.scorecards);
  const key = keys.find((each) => each === wanted.card) ?? keys.find((each) => each === mainScorecard) ?? keys[0];
  const card = key === undefined ? undefined : parts.scorecards[key];
  const cards = Object.entries(parts.scorecards).map(([each, { name, criteria }]) => {
    return { key: each, name: name === undefined ? each : say(name), criteria: criteria.length };
  });
  if (key === undefined || !card) return { cards, chosen: undefined };
  const lines = linesOf(card, say);
  const criterion = card.criteria.find((each) => each.key === wanted.criterion);
  return {
    cards,
    chosen: {
      key,
      name: card.name === undefined ? '' : say(card.name),
      title: card.name === undefined ? key : say(card.name),
      groups: card.groups.map((group) => ({ key: group.key, name: say(group.name) })),
      points: pointsOf(card),
      countsPoints: countsPoints(card),
      usedBy: usedBy(parts, key, say),
      lines,
      shares: sharesOfGroups(lines),
      criterion: criterion && {
        key: criterion.key,
        kind: criterion.kind,
        name: say(criterion.name),
        values: criterionValues(criterion, language),
      },
    },
  };
}

export type ChosenCard = NonNullable<ReturnType<typeof criteriaView>['chosen']>;
export type ChosenCriterion = NonNullable<ChosenCard['criterion']>;
