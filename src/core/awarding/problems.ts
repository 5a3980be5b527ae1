import { compare, fraction, fromDecimal } from '../numeric/fraction.ts';
import type { FieldProblem } from '../problems/problem.ts';
import { levelRefusals } from '../ranking/levels.ts';
import { aggregationRefusals } from '../scoring/rules-refusals.ts';
import { kindOfScore } from '../verdict/rules-refusals.ts';
import { awardFor } from './by-category.ts';
import type { Award, AwardRules } from './shape.ts';
import { aggregationRule, levelRule } from './tally-parts.ts';

type Level = AwardRules['levels'][number];

/** A level that asks for a score of so much and for nothing else. */
function threshold({ level: _name, points: _points, ...asked }: Level): string | undefined {
  const conditions = Object.entries(asked).filter(([, value]) => value !== undefined);
  return conditions.length === 1 ? asked.atLeast : undefined;
}

function levelProblems({ levels, aggregation }: AwardRules): FieldProblem[] {
  return levels.flatMap((level, i): FieldProblem[] => {
    const path = `levels.${i}`;
    const before = levels.slice(0, i);
    const twice = before.some((other) => other.level === level.level);
    const least = (text: string | undefined) => (text === undefined ? undefined : fromDecimal(text));
    // Whoever reaches it has been given the earlier one.
    const hidden = before.find((other) => {
      const [earlier, own] = [least(threshold(other)), least(level.atLeast)];
      return earlier !== undefined && own !== undefined && compare(earlier, own) <= 0;
    });
    return [
      ...(twice ? [{ path: `${path}.level`, code: 'award.level-twice', facts: { level: level.level } } as const] : []),
      ...(hidden ? [{ path, code: 'award.level-never-reached', facts: { level: level.level, before: hidden.level } } as const] : []),
      ...levelRefusals([levelRule(level)], kindOfScore(aggregationRule(aggregation))).map((refusal) => ({ path, ...refusal })),
    ];
  });
}

function ruleProblems(rules: AwardRules): FieldProblem[] {
  const { aggregation, official, minimumPanel } = rules;
  const corrected = official === 'corrected' && aggregation.kind !== 'mean';
  return [
    ...aggregationRefusals({ minimumPanel, aggregation: aggregationRule(aggregation) }).map((refusal) => ({
      path: 'aggregation',
      ...refusal,
    })),
    ...(corrected ? [{ path: 'official', code: 'ranking.corrected-needs-mean', facts: { aggregation: aggregation.kind } } as const] : []),
    ...levelProblems(rules),
  ];
}

function sourceProblems({ rounds = [], votes }: Award): FieldProblem[] {
  const keys = rounds.map(({ round }) => round);
  const rates = votes ? [['each', votes.each] as const, ...(votes.atMost === undefined ? [] : [['atMost', votes.atMost] as const])] : [];
  return [
    ...keys.flatMap((round, i): FieldProblem[] =>
      keys.indexOf(round) < i ? [{ path: `rounds.${i}.round`, code: 'blend.source-twice', facts: { source: round } }] : [],
    ),
    ...rates.flatMap(([path, rate]): FieldProblem[] =>
      compare(fromDecimal(rate) ?? fraction(0), fraction(0)) > 0
        ? []
        : [{ path: `votes.${path}`, code: 'award.vote-worth-nothing', facts: { rate } }],
    ),
  ];
}

/**
 * Everything in award rules that cannot be carried out, whatever is judged, each at the place to mend; none for good ones. What has to fit a
 * scorecard (criteria in ties and floors, metrics beside rounds) is `toTally`'s to say.
 */
export function awardProblems(award: Award): readonly FieldProblem[] {
  const single = Object.keys(award.categories).flatMap((category) => {
    const known = new Set(ruleProblems(awardFor({ ...award, categories: {} }, category)).map(({ path, code }) => `${path} ${code}`));
    return ruleProblems(awardFor(award, category))
      .filter(({ path, code }) => !known.has(`${path} ${code}`))
      .map((found) => ({ ...found, path: `categories.${category}.${found.path}` }));
  });
  return [...ruleProblems(awardFor(award, '')), ...sourceProblems(award), ...single];
}
