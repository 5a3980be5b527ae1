import type { Facts } from '#core/problems/problem.ts';
import type { scoringProblems } from '#core/problems/scoring.ts';
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
      `“${criterion}” runs from ${min} to ${max}. A scale needs two whole numbers, the lowest mark first and below the highest.`,
  },
  'scoring.scale-too-long': {
    title: 'Scale that is too long',
    detail: ({ criterion, min, max, longest }) =>
      `“${criterion}” runs from ${min} to ${max}. Marks are counted up to ${longest} either way; use larger units.`,
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
    detail: (facts) => `${place(facts)}${markOf(facts)} is ${facts.mark}. Marks are whole numbers from ${facts.min} to ${facts.max}.`,
  },
  'scoring.mark-outside-scale': {
    title: 'Mark outside the scale',
    detail: (facts) =>
      `${place(facts)}${markOf(facts)} is ${facts.mark}, but the scale runs from ${facts.min} to ${facts.max}. Ask the judge which mark was meant; if there is none, leave it empty.`,
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
