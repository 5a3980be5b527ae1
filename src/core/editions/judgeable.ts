import { editionTallies } from '../awarding/edition-tallies.ts';
import type { Award } from '../awarding/shape.ts';
import type { JudgedBy } from '../awarding/to-tally.ts';
import { openCategories } from '../categories/tree.ts';
import type { FieldProblem } from '../problems/problem.ts';
import { notOnBallots } from '../scorecards/lines.ts';
import { mainScorecard } from './key.ts';
import type { Parts } from './parts.ts';
import { usedScorecards } from './used-scorecards.ts';

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

/** What the rules may say and no season can give yet: parts of a score from elsewhere than one round of ballots, and orders without a score. */
function notCounted({ rounds, votes, aggregation, categories }: Award): FieldProblem[] {
  return [
    ...(rounds ? [said('award.rounds', 'rounds')] : []),
    ...(votes ? [said('award.votes', 'votes')] : []),
    ...withoutScore('award', aggregation),
    ...Object.entries(categories).flatMap(([code, own]) => withoutScore(`award.categories.${code}`, own.aggregation)),
  ];
}

/** What the tally refuses of scorecards and rules put together, where both are there and each can be counted by itself. */
function notTogether(parts: Judged): FieldProblem[] {
  const made = editionTallies({ ...parts, categories: judgedBy(parts), seed: 'judgeable' });
  return made.ok ? [] : made.refusals.map(({ code, facts }) => ({ path: 'award', code, facts: { ...facts, rulesFile: 'award' } }));
}

/** What of an edition judges could not mark by or nobody could count yet, so that it is said before anybody enters; none where all of it can. */
export function judgeableProblems(parts: Judged): readonly FieldProblem[] {
  const unheld = notOnBallots(usedScorecards(parts)).map(({ scorecard, criterion, why }): FieldProblem => {
    return { path: `scorecards.${scorecard}`, code: 'editions.not-on-ballots', facts: { scorecard, criterion, why } };
  });
  const found = [...unheld, ...notCounted(parts.award)];
  return found.length > 0 || Object.keys(parts.scorecards).length === 0 ? found : notTogether(parts);
}
