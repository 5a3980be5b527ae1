/** Rules that a season can be counted without, so that it shows what each of them does. */
import type { Award } from '../awarding/shape.ts';
import type { Plan } from './plan.ts';

export const ruleKeys = [
  'floors',
  'margins',
  'ties',
  'aggregation',
  'corrected',
  'minimum-panel',
  'judge-less',
  'judge-more',
  'comments',
] as const;
export type RuleKey = (typeof ruleKeys)[number];

type Own = Pick<Award, 'levels' | 'ties' | 'aggregation' | 'official' | 'minimumPanel'>;
type Change = (own: Partial<Own>) => Partial<Own>;

/** The same change to what holds everywhere and to what single categories have of their own. */
function changed(award: Award, change: Change): Award {
  const categories = Object.fromEntries(
    Object.entries(award.categories).map(([code, own]) => [code, { ...own, ...change(own as Partial<Own>) }]),
  );
  return { ...award, ...change(award), categories };
}

type Level = Award['levels'][number];

/** A level without one of its conditions; one that asks for nothing else keeps it, or everybody would have it. */
function without(levels: readonly Level[], condition: 'floors' | 'margin'): Level[] {
  return levels.map((level) => {
    const { level: _name, points: _points, [condition]: left, ...rest } = level;
    if (left === undefined || Object.values(rest).every((value) => value === undefined)) return level;
    const { [condition]: _left, ...kept } = level;
    return kept;
  });
}

const levelsWithout =
  (condition: 'floors' | 'margin'): Change =>
  ({ levels }) =>
    levels ? { levels: without(levels, condition) } : {};

const changes: Readonly<Partial<Record<RuleKey, (award: Award) => Award>>> = {
  floors: (award) => changed(award, levelsWithout('floors')),
  margins: (award) => changed(award, levelsWithout('margin')),
  ties: (award) => changed(award, ({ ties }) => (ties ? { ties: [] } : {})),
  aggregation: (award) => changed(award, ({ aggregation }) => (aggregation ? { aggregation: { kind: 'mean' } } : {})),
  corrected: (award) => changed(award, ({ official }) => (official ? { official: 'raw' } : {})),
  'minimum-panel': (award) => {
    const rounds = award.rounds?.map(({ minimumPanel: _own, ...round }) => round);
    return { ...changed(award, ({ minimumPanel }) => (minimumPanel ? { minimumPanel: 1 } : {})), ...(rounds && { rounds }) };
  },
  'judge-less': (award) => (award.judges > 1 ? withJudges(award, award.judges - 1) : award),
  'judge-more': (award) => (award.judges < 50 ? withJudges(award, award.judges + 1) : award),
};

/** Nobody is asked for more ballots than there are judges. */
function withJudges(award: Award, judges: number): Award {
  const least = (minimum: number) => Math.min(minimum, judges);
  const lowered = changed(award, ({ minimumPanel }) => (minimumPanel ? { minimumPanel: least(minimumPanel) } : {}));
  const rounds = award.rounds?.map((round) => (round.minimumPanel ? { ...round, minimumPanel: least(round.minimumPanel) } : round));
  return { ...lowered, judges, ...(rounds && { rounds }) };
}

const asText = (award: Award): string => JSON.stringify(award);

export type LeftOut = { readonly rule: RuleKey; readonly plan: Plan };

/** Every rule the award has, with the plan as it were without it. `judges` there are limits how many may read an entry. */
export function rulesLeftOut(plan: Plan, judges: number): readonly LeftOut[] {
  return ruleKeys.flatMap((rule): LeftOut[] => {
    const award = changes[rule]?.(plan.award);
    if (!award || asText(award) === asText(plan.award) || award.judges > judges) return [];
    return [{ rule, plan: { ...plan, award } }];
  });
}
