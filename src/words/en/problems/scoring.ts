import type { Facts } from '#core/problems/problem.ts';
import type { blendProblems, scoringProblems } from '#core/problems/scoring.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

const markOf = ({ judge, entry, category, criterion }: Facts): string =>
  `the mark of ${judge} for “${criterion}” on “${entry}” in “${category}”`;

export const scoring: Record<keyof typeof scoringProblems, ProblemWords> = {
  'scoring.no-criteria': {
    title: 'Nothing to judge by',
    detail: ({ category }) =>
      category === null
        ? 'There are no criteria, so marks cannot be counted. Name at least one criterion.'
        : `No criterion applies in “${category}”, so its marks cannot be counted. Name at least one, or leave the category out.`,
  },
  'scoring.criterion-twice': {
    title: 'Criterion named twice',
    detail: ({ criterion }) => `“${criterion}” stands twice among the criteria. Keep one of them, with one weight.`,
  },
  'scoring.weight-not-positive': {
    title: 'Weight that cannot be counted',
    detail: ({ criterion, weight }) =>
      `“${criterion}” has the weight ${weight}. Weights are whole numbers of 1 or more, in any ratio: for 2.5 and 1, write 5 and 2.`,
  },
  'scoring.scale-not-valid': {
    title: 'Scale that cannot be used',
    detail: ({ criterion, min, max }) =>
      `“${criterion}” runs from ${min} to ${max}. A scale needs two whole numbers, the lowest mark first and below the highest, such as 1-10; halves are declared beside it, as 1-10 by 0.5.`,
  },
  'scoring.scale-too-long': {
    title: 'Scale that is too long',
    detail: ({ criterion, min, max, longest }) =>
      `“${criterion}” runs from ${min} to ${max}. Marks are counted up to ${longest} either way; use larger units.`,
  },
  'scoring.step-not-valid': {
    title: 'Step that cannot be used',
    detail: ({ criterion, step }) =>
      `The marks for “${criterion}” are to be ${step} apart. A step is 1 or a whole part of it, as far as thousandths: 0.5, 0.25, 0.2, 0.1.`,
  },
  'scoring.mark-between-steps': {
    title: 'Mark between two steps',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} is ${facts.mark}, and marks are ${facts.step} apart. Ask the judge which mark was meant, or declare a finer step.`,
  },
  'scoring.mixed-scales': {
    title: 'Criteria on different scales',
    detail: ({ criterion, min, max, otherCriterion, otherMin, otherMax }) =>
      `“${criterion}” runs from ${min} to ${max} but “${otherCriterion}” from ${otherMin} to ${otherMax}; added up, the longer scale would decide. Bring all marks onto one scale first.`,
  },
  'scoring.minimum-panel-not-valid': {
    title: 'Minimum panel that cannot be used',
    detail: ({ minimumPanel }) => `The minimum panel is ${minimumPanel}. It is a number of judges: a whole number of 1 or more.`,
  },
  'scoring.aggregation-not-valid': {
    title: 'Way of counting that cannot be used',
    detail: ({ aggregation, setting, value }) =>
      `“${aggregation}” has ${value} for “${setting}”. Numbers of ballots, places and points are whole and not below nought, a share to trim lies between 0 and 50, a prior is above nought, and something must be left out by “drop”.`,
  },
  'scoring.breakpoints-not-valid': {
    title: 'Breakpoints that cannot be used',
    detail: ({ criterion }) =>
      `The breakpoints of “${criterion}” need two values or more, decimals that rise from one to the next, each with a whole mark.`,
  },
  'scoring.entry-twice': {
    title: 'Entry listed twice',
    detail: ({ entry, category }) => `“${entry}” stands twice in “${category}”. Remove one of the two.`,
  },
  'scoring.unknown-entry': {
    title: 'Mark for an unknown entry',
    detail: (facts) => `${place(facts)}there is no entry “${facts.entry}” in “${facts.category}”. Correct its name, or remove the mark.`,
  },
  'scoring.unknown-criterion': {
    title: 'Mark for an unknown criterion',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} is for a criterion that does not apply there. Correct its name, or remove the mark.`,
  },
  'scoring.mark-not-whole': {
    title: 'Mark that is not whole',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} is ${facts.mark}. Marks are whole numbers from ${facts.min} to ${facts.max}, or steps of them that are declared (--step 0.5).`,
  },
  'scoring.mark-outside-scale': {
    title: 'Mark outside the scale',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} is ${facts.mark}, but the scale runs from ${facts.min} to ${facts.max}${typeof facts.step === 'number' ? ` by ${facts.step}` : ''}. Ask the judge which mark was meant; if there is none, leave it empty.`,
  },
  'scoring.mark-twice': {
    title: 'Mark given twice',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} was given before${facts.firstRow === null ? '' : ` (${facts.firstFile}, row ${facts.firstRow})`}. Keep the one that holds and remove the other.`,
  },
  'scoring.entry-group-differs': {
    title: 'Two groups for one entry',
    detail: (facts) =>
      `${place(facts)}“${facts.entry}” in “${facts.category}” belongs to “${facts.group}”, but to “${facts.first}” further up. Keep the one that is right.`,
  },
  'scoring.entry-without-division': {
    title: 'Entry without a division',
    detail: ({ category, entry }) =>
      `“${category}” is ranked in divisions, and “${entry}” is in none of them. Say which it is in: nobody is ranked beside entries it does not compete with.`,
  },
  'scoring.judge-group-differs': {
    title: 'Two groups for one judge',
    detail: (facts) =>
      `${place(facts)}${facts.judge} belongs to “${facts.group}”, but to “${facts.first}” further up. Keep the one that is right.`,
  },
  'scoring.more-refused': {
    title: 'More of the same',
    detail: ({ count }) => `${count} more marks cannot be counted either. A whole column may be in the wrong place or format.`,
  },
};

export const blend: Record<keyof typeof blendProblems, ProblemWords> = {
  'blend.official-not-raw': {
    title: 'Blended scores are not corrected',
    detail: () =>
      'The rules say official: corrected, but scores of several sources are official by the exact score alone: the correction covers one round at a time. Write official: raw; each round is still shown corrected by itself.',
  },
  'blend.needs-scale': {
    title: 'Way of counting no part can be taken of',
    detail: ({ aggregation }) =>
      `“${aggregation}” gives no score on a scale, so it cannot be blended. Count each round by mean, median, trimmed, drop or approval.`,
  },
  'blend.source-twice': {
    title: 'Two sources of one name',
    detail: ({ source }) => `“${source}” is the name of two sources of the score. Give each round and metric its own name.`,
  },
  'blend.rung-not-usable': {
    title: 'Tie rule that needs one round',
    detail: ({ rung }) =>
      `“${rung}” compares ballots of one round, and the score has several sources. Break ties by {by: source, source: …}, {by: criterion, criterion: …} or lot.`,
  },
  'blend.unknown-source': {
    title: 'Tie rule by a source there is not',
    detail: ({ source, sources }) =>
      sources === ''
        ? `Ties are to be broken by “${source}”, but the score has no sources: the rules declare neither rounds nor metrics. Declare them, or take the rung out.`
        : `Ties are to be broken by “${source}”, which is none of the sources: ${sources}. Correct the name.`,
  },
  'blend.criterion-in-several-rounds': {
    title: 'Criterion of several rounds',
    detail: ({ criterion, rounds }) =>
      `“${criterion}” is judged in ${rounds}, so its mean mark is not one figure. Name a criterion of one round, or give it another name in each.`,
  },
  'blend.breakpoints-outside-scale': {
    title: 'Breakpoints outside the scale',
    detail: ({ metric, min, max }) =>
      `A breakpoint of “${metric}” gives a mark outside its scale, ${min} to ${max}. Correct the mark, or say the metric’s own scale.`,
  },
  'blend.rate-not-readable': {
    title: 'Rate of votes that cannot be read',
    detail: ({ rate }) => `What votes add is ${rate}. Give a decimal such as 0.001.`,
  },
  'blend.unknown-metric': {
    title: 'Value of an unknown metric',
    detail: (facts) =>
      `${place(facts)}“${facts.metric}” has no breakpoints${facts.metrics === '' ? ': the rules declare no metrics' : `; the metrics are ${facts.metrics}`}. Declare it under metrics with its breakpoints, or correct the name.`,
  },
  'blend.metric-not-in-category': {
    title: 'Metric not asked in the category',
    detail: (facts) =>
      `${place(facts)}“${facts.metric}” is not asked in “${facts.category}”. Add the category to the metric in the rules, or remove the row.`,
  },
  'blend.metric-without-values': {
    title: 'Metric without values',
    detail: ({ metric }) =>
      `“${metric}” is part of the score, but nothing was measured. Give its values with --metrics (entry,category,metric,value), or take it out of the rules.`,
  },
  'blend.value-not-decimal': {
    title: 'Value that is no number',
    detail: (facts) =>
      `${place(facts)}“${facts.metric}” of “${facts.entry}” is “${facts.value}”. Give a decimal with a point, without a unit, such as 82.5.`,
  },
  'blend.value-outside-breakpoints': {
    title: 'Value outside the breakpoints',
    detail: (facts) =>
      `${place(facts)}“${facts.metric}” of “${facts.entry}” is ${facts.value}, and the breakpoints run from ${facts.lowest} to ${facts.highest}. Correct the value, or declare beyond: ends in the rules, so that the mark of that end holds.`,
  },
  'blend.said-twice': {
    title: 'Said twice of one entry',
    detail: (facts) =>
      `${place(facts)}${facts.what === '' ? 'the votes' : `“${facts.what}”`} of “${facts.entry}” in “${facts.category}” stand in row ${facts.firstRow} already. Keep the one that holds.`,
  },
  'blend.votes-missing': {
    title: 'Votes without a file',
    detail: () =>
      'The rules add something for each vote, but no votes were given. Give them with --votes (entry,category,votes), or take votes out of the rules.',
  },
  'blend.votes-without-rate': {
    title: 'Votes nobody said the worth of',
    detail: (facts) => `The rules do not say what a vote of ${facts.file} adds. Declare it: votes: { each: 0.001 }.`,
  },
  'blend.unknown-count': {
    title: 'Count of something that is not counted',
    detail: (facts) =>
      `${place(facts)}“${facts.count}” is not counted in “${facts.category}”${facts.counts === '' ? '' : `; what is counted there: ${facts.counts}`}. Correct the name, or remove the row.`,
  },
  'blend.votes-not-whole': {
    title: 'Votes that are no number',
    detail: (facts) => `${place(facts)}the votes for “${facts.entry}” are “${facts.votes}”. Give a whole number, 0 for none.`,
  },
  'blend.scale-missing': {
    title: 'Rounds without a scale',
    detail: ({ criterion }) =>
      `Scores of several sources are brought together by their scales, and that of “${criterion}” is not said. Say it in the rules: scale: 1-10.`,
  },
  'blend.round-missing': {
    title: 'Ballot of no round',
    detail: (facts) =>
      `${place(facts)}which round the ballot is of is not said. Add a column “round” with one of ${facts.rounds}, or name the file under the round in the rules (files: [${facts.file}]).`,
  },
  'blend.unknown-round': {
    title: 'Round there is not',
    detail: (facts) => `${place(facts)}there is no round “${facts.round}”. The rules have ${facts.rounds}; correct the name.`,
  },
  'blend.round-without-ballots': {
    title: 'Round without ballots',
    detail: ({ round }) =>
      `“${round}” is part of the score, but no ballot is of it. Give its ballots with --ballots, or take the round out of the rules.`,
  },
  'blend.file-of-several-rounds': {
    title: 'File of two rounds',
    detail: ({ file, rounds }) => `${file} is named under ${rounds}. Name it under one, or tell the rounds apart by a column “round”.`,
  },
};
