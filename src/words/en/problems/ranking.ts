import type { rankingProblems } from '#core/problems/ranking.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const ranking: Record<keyof typeof rankingProblems, ProblemWords> = {
  'ranking.judging-still-open': {
    title: 'Judging is still open',
    detail: () => 'Ballots can still change. Wait until judging closes, or end it now under Judging.',
  },
  'ranking.ballot-missing': {
    title: 'A ballot is missing',
    detail: ({ judge, entry, category }) =>
      `${judge} has not submitted a ballot on “${entry}” in “${category}”. Release the seat under Judging, or let judging run on: under Edition a later end can be set.`,
  },
  'ranking.panel-too-small': {
    title: 'Too few judges on an entry',
    detail: ({ entry, category, judges, needed }) =>
      `“${entry}” in “${category}” has ${judges} of the ${needed} judges it needs. Let judging run on and assign another judge, or decide that the category is not awarded.`,
  },
  'ranking.category-undecided': {
    title: 'A category is undecided',
    detail: ({ category }) => `Nobody has decided “${category}” yet. Confirm its winner, or decide that it is not awarded.`,
  },
  'ranking.nothing-to-publish': {
    title: 'There is nothing to publish',
    detail: () => 'The edition has no category. Add one and have it judged first.',
  },
  'ranking.level-not-readable': {
    title: 'Level that cannot be read',
    detail: ({ level, value }) =>
      `The level “${level}” asks for ${value}. Thresholds are decimals like 7.75, places whole numbers of 1 or more, shares above 0 and up to 100.`,
  },
  'ranking.level-needs-score': {
    title: 'Level without a score to measure',
    detail: ({ level }) =>
      `The level “${level}” needs a score of which more is better, but entries are only ordered here. Use places (the highest, the first three) or another way of counting.`,
  },
  'ranking.corrected-needs-mean': {
    title: 'A correction of another score',
    detail: ({ aggregation }) =>
      `The rules make the corrected score official and count by “${aggregation}”, but what is corrected is the mean of ballots. Take aggregation: mean, or official: raw; the corrected mean then stands beside the score.`,
  },
};
