import { compare, fraction, fromDecimal } from '../numeric/fraction.ts';
import type { FieldProblem } from '../problems/problem.ts';
import { breakpointRefusals } from '../scoring/blending/metric.ts';
import { isStep, stepsIn } from '../scoring/scale.ts';
import type { CardCriterion, Judged, Scorecard, Scorecards, Weighed } from './shape.ts';
import { countsPoints, weighed } from './weights.ts';

/** Marks and weights are kept in whole numbers of 32 bits with room to spare. */
const largest = 1_000_000;

function weightProblems(criterion: Weighed, points: boolean): FieldProblem[] {
  const { key, weight } = criterion;
  if (weight === undefined) return points ? [] : [{ path: 'weight', code: 'scorecards.weight-missing', facts: { criterion: key } }];
  if (weight > 0 && weight <= largest) return [];
  return [{ path: 'weight', code: 'scorecards.weight-not-valid', facts: { criterion: key, weight, largest } }];
}

function scaleProblems({ key, scale }: Weighed): FieldProblem[] {
  const { min, max, step } = scale;
  const found: FieldProblem[] = [];
  if (!isStep(step)) found.push({ path: 'scale.step', code: 'scoring.step-not-valid', facts: { criterion: key, step } });
  if (min >= max) found.push({ path: 'scale', code: 'scoring.scale-not-valid', facts: { criterion: key, min, max } });
  else if (min < -largest || max > largest)
    found.push({ path: 'scale', code: 'scoring.scale-too-long', facts: { criterion: key, min, max, longest: largest } });
  return found;
}

function anchorProblems({ key, scale, anchors }: Judged): FieldProblem[] {
  const { min, max, step } = scale;
  return anchors.flatMap(({ mark }, i): FieldProblem[] => {
    const path = `anchors.${i}.mark`;
    const off = mark < min || mark > max || (isStep(step) && stepsIn(mark, scale) === undefined);
    const twice = anchors.findIndex((other) => other.mark === mark) < i;
    return [
      ...(off ? [{ path, code: 'scorecards.anchor-off-scale', facts: { criterion: key, mark, min, max, step } } as const] : []),
      ...(twice ? [{ path, code: 'scorecards.anchor-twice', facts: { criterion: key, mark } } as const] : []),
    ];
  });
}

function breakpointProblems({ key, scale, breakpoints }: Extract<CardCriterion, { kind: 'metric' }>): FieldProblem[] {
  const unordered = breakpointRefusals({ criterion: key, points: breakpoints });
  if (unordered.length > 0) return unordered.map((refusal) => ({ path: 'breakpoints', ...refusal }));
  const { min, max } = scale;
  const outside = breakpoints.flatMap(({ mark }, i): FieldProblem[] =>
    mark < min || mark > max
      ? [{ path: `breakpoints.${i}.mark`, code: 'blend.breakpoints-outside-scale', facts: { metric: key, min, max } }]
      : [],
  );
  // Where more is better marks rise all the way, where less is better they fall: a mark that turns would punish the better of two.
  const steps = breakpoints.slice(1).map(({ mark }, i) => Math.sign(mark - (breakpoints[i]?.mark ?? mark)));
  const turns = steps.includes(1) && steps.includes(-1);
  return turns ? [...outside, { path: 'breakpoints', code: 'scorecards.breakpoints-turn', facts: { criterion: key } }] : outside;
}

function countProblems({ key, each, atMost }: Extract<CardCriterion, { kind: 'count' }>): FieldProblem[] {
  const positive = (text: string): boolean => compare(fromDecimal(text) ?? fraction(0), fraction(0)) > 0;
  const fields = [['each', each] as const, ...(atMost === undefined ? [] : [['atMost', atMost] as const])];
  return fields.flatMap(([path, rate]): FieldProblem[] =>
    positive(rate) ? [] : [{ path, code: 'scorecards.rate-not-positive', facts: { criterion: key, rate } }],
  );
}

function criterionProblems(criterion: CardCriterion, points: boolean): FieldProblem[] {
  switch (criterion.kind) {
    case 'judged':
      return [...weightProblems(criterion, points), ...scaleProblems(criterion), ...anchorProblems(criterion)];
    case 'metric':
      return [...weightProblems(criterion, points), ...scaleProblems(criterion), ...breakpointProblems(criterion)];
    case 'count':
      return countProblems(criterion);
    case 'gate':
      return [];
  }
}

/** Everything that keeps a scorecard from being judged by, each at the place to mend; none for a good one. */
function scorecardProblems(scorecard: Scorecard): readonly FieldProblem[] {
  const { groups, criteria } = scorecard;
  const points = countsPoints(scorecard);
  const known = new Set(groups.map(({ key }) => key));
  const twice = (path: string, keys: readonly string[], code: 'scorecards.group-twice' | 'scoring.criterion-twice'): FieldProblem[] =>
    keys.flatMap((key, i) => (keys.indexOf(key) < i ? [{ path: `${path}.${i}.key`, code, facts: { group: key, criterion: key } }] : []));
  const marked = weighed(scorecard).some(({ kind }) => kind === 'judged');
  return [
    ...twice(
      'groups',
      groups.map(({ key }) => key),
      'scorecards.group-twice',
    ),
    ...twice(
      'criteria',
      criteria.map(({ key }) => key),
      'scoring.criterion-twice',
    ),
    ...(marked ? [] : [{ path: 'criteria', code: 'scorecards.nothing-to-mark', facts: {} } as const]),
    ...criteria.flatMap((criterion, i) => {
      const { key, group } = criterion;
      const stray: FieldProblem[] =
        group === undefined || known.has(group)
          ? []
          : [{ path: 'group', code: 'scorecards.unknown-group', facts: { criterion: key, group, groups: [...known].join(', ') } }];
      return [...stray, ...criterionProblems(criterion, points)].map((found) => ({ ...found, path: `criteria.${i}.${found.path}` }));
    }),
  ];
}

/** The same for every scorecard of an edition. */
export function scorecardsProblems(scorecards: Scorecards): readonly FieldProblem[] {
  return Object.entries(scorecards).flatMap(([key, card]) =>
    scorecardProblems(card).map((found) => ({ ...found, path: `${key}.${found.path}` })),
  );
}
