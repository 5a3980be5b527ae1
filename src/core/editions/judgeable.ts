import { editionTallies } from '../awarding/edition-tallies.ts';
import type { Award } from '../awarding/shape.ts';
import type { JudgedBy } from '../awarding/to-tally.ts';
import { openCategories } from '../categories/tree.ts';
import type { FieldProblem } from '../problems/problem.ts';
import { mainScorecard } from './key.ts';
import type { Parts } from './parts.ts';

type Judged = Pick<Parts, 'categories' | 'scorecards' | 'award'>;

/** The categories that take entries, each with the scorecard they are judged by. */
function judgedBy({ categories }: Pick<Parts, 'categories'>): readonly JudgedBy[] {
  return openCategories(categories).map(({ node, inherited }) => ({
    category: node.code,
    scorecard: inherited.scorecard ?? mainScorecard,
  }));
}

const said = (path: string, what: string): FieldProblem => ({ path, code: 'editions.not-counted', facts: { what } });

function withoutScore(path: string, aggregation: Award['aggregation'] | undefined): FieldProblem[] {
  const kind = aggregation?.kind;
  return kind === 'schulze' || kind === 'instant-runoff' ? [said(`${path}.aggregation`, kind)] : [];
}

/** Ballots are of the first round, on the scorecard of their category; what the others came to is recorded. */
function notBallotsOf({ award, ...parts }: Judged): FieldProblem[] {
  const own = award.rounds?.[0]?.scorecard;
  return own === undefined || judgedBy(parts).every(({ scorecard }) => scorecard === own) ? [] : [said('award.rounds', 'rounds')];
}

/** What the rules may say and no season can give yet: ballots on two scorecards, and orders without a score. */
function notCounted(parts: Judged): FieldProblem[] {
  const { aggregation, categories } = parts.award;
  return [
    ...notBallotsOf(parts),
    ...withoutScore('award', aggregation),
    ...Object.entries(categories).flatMap(([code, each]) => withoutScore(`award.categories.${code}`, each.aggregation)),
  ];
}

/** What the tally refuses of scorecards and rules put together, where both are there and each can be counted by itself. */
function notTogether(parts: Judged): FieldProblem[] {
  const made = editionTallies({ ...parts, categories: judgedBy(parts), seed: 'judgeable' });
  return made.ok ? [] : made.refusals.map(({ code, facts }) => ({ path: 'award', code, facts: { ...facts, rulesFile: 'award' } }));
}

/** What of an edition judges could not mark by or nobody could count yet, so that it is said before anybody enters; none where all of it can. */
export function judgeableProblems(parts: Judged): readonly FieldProblem[] {
  const found = notCounted(parts);
  return found.length > 0 || Object.keys(parts.scorecards).length === 0 ? found : notTogether(parts);
}
