import type { PresetRules, Unstated } from '#core/ranking/presets/preset.ts';
import type { LevelRule } from '#core/verdict/rules.ts';

const list = new Intl.ListFormat('en');

const open: Record<Unstated, string> = {
  criteria: 'which criteria there are',
  weights: 'what each weighs',
  scale: 'the scale of marks',
  aggregation: 'how ballots become a score',
  panel: 'how many judges an entry needs',
  ties: 'what breaks a tie',
  thresholds: 'from which score a level is won',
  'gold-floor': 'whether the highest needs a minimum to be Gold',
  'level-names': 'what the level between the thresholds is called',
  places: 'how many places are awarded',
  maxima: 'the points each criterion can give',
  correction: 'how marks are calibrated between judges',
};

function levelText({ level, highest, atLeast, top }: LevelRule): string {
  const asks = [
    ...(highest ? ['the highest'] : []),
    ...(atLeast ? [`${atLeast} or more`] : []),
    ...(top ? [`among the first ${top}`] : []),
  ];
  return `${level}: ${list.format(asks)}`;
}

export const presets = {
  columns: ['programme', 'what its rules say', 'what they leave open', 'source'],
  /** What the rules say, in short lines. */
  rules: ({ criteria, scale, aggregation, minimumPanel, notApplicable, seats, levels, points, blend, eachVote }: PresetRules): string[] => [
    ...(criteria ? [`Criteria: ${criteria.map(({ id, weight }) => `${id} ${weight}`).join(', ')}`] : []),
    ...(scale ? [`Marks ${scale.min} to ${scale.max}`] : []),
    ...(aggregation ? [`Counted by ${aggregation.kind}`] : []),
    ...(minimumPanel ? [`${minimumPanel} judges or more`] : []),
    ...(notApplicable === 'lowest' ? ['What does not apply counts as the lowest mark'] : []),
    ...(seats ? [`${seats} go through`] : []),
    ...(levels ?? []).map(levelText),
    ...(points ? [`Points over the programme: ${points.map((each) => `${each.level} ${each.points}`).join(', ')}`] : []),
    ...(blend ? [`Blended: ${blend.map(({ id, weight }) => `${id} ${weight} %`).join(', ')}`] : []),
    ...(eachVote ? [`Each of the public’s choices adds ${eachVote}`] : []),
  ],
  open: (all: readonly Unstated[]): string => `Left open: ${list.format(all.map((each) => open[each]))}`,
  unstated: (all: readonly Unstated[]): string => list.format(all.map((each) => open[each])),
};
