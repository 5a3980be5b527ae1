import type { awardProblems, scorecardsProblems } from '#core/problems/award/judged-by.ts';
import type { ProblemWords } from '../../../problem-words.ts';

export const scorecards: Record<keyof typeof scorecardsProblems, ProblemWords> = {
  'scorecards.weight-missing': {
    title: 'A weight is missing',
    detail: ({ criterion }) =>
      `“${criterion}” has no weight, and others have. Give it a whole number of 1 or more, or leave all weights out, so that marks are points.`,
  },
  'scorecards.weight-not-valid': {
    title: 'Weight that cannot be counted',
    detail: ({ criterion, weight, largest }) =>
      `“${criterion}” has the weight ${weight}. Weights are whole numbers from 1 to ${largest}, in any ratio: for 2.5 and 1, write 5 and 2.`,
  },
  'scorecards.anchor-off-scale': {
    title: 'Words for a mark nobody can give',
    detail: ({ criterion, mark, min, max, step }) =>
      `“${criterion}” says what ${mark} means, and its marks run from ${min} to ${max}${step === 1 ? '' : ` in steps of ${step}`}. Correct the mark or the scale.`,
  },
  'scorecards.anchor-twice': {
    title: 'Two meanings of one mark',
    detail: ({ criterion, mark }) => `“${criterion}” says twice what ${mark} means. Keep one.`,
  },
  'scorecards.breakpoints-turn': {
    title: 'Breakpoints that rise and fall',
    detail: ({ criterion }) =>
      `The marks of “${criterion}” rise in one place and fall in another, so the better of two could get the lower mark. Let them only rise, or only fall.`,
  },
  'scorecards.rate-not-positive': {
    title: 'A count that adds nothing',
    detail: ({ criterion, rate }) => `“${criterion}” adds ${rate}. Give a decimal above nought, such as 0.001.`,
  },
  'scorecards.group-twice': {
    title: 'Group named twice',
    detail: ({ group }) => `There are two groups with the key “${group}”. Give each its own.`,
  },
  'scorecards.unknown-group': {
    title: 'Group there is not',
    detail: ({ criterion, group, groups }) =>
      `“${criterion}” stands in the group “${group}”. ${groups === '' ? 'There are no groups: add it, or take the criterion out of it.' : `There are: ${groups}.`}`,
  },
  'scorecards.nothing-to-mark': {
    title: 'Nothing for judges to mark',
    detail: () => 'Judges would have nothing to mark. Add a criterion that is judged.',
  },
};

export const award: Record<keyof typeof awardProblems, ProblemWords> = {
  'award.level-twice': {
    title: 'Level named twice',
    detail: ({ level }) => `There are two levels called “${level}”. Give each its own name.`,
  },
  'award.level-never-reached': {
    title: 'A level nobody can reach',
    detail: ({ level, before }) =>
      `Whoever reaches “${level}” has been given “${before}”, which stands before it and asks for no more. Put the higher level first.`,
  },
  'award.vote-worth-nothing': {
    title: 'Votes that add nothing',
    detail: ({ rate }) => `Votes would add ${rate}. Give a decimal above nought, such as 0.001.`,
  },
  'award.unknown-scorecard': {
    title: 'Scorecard there is not',
    detail: ({ scorecard }) => `There is no scorecard “${scorecard}”. Add it, or name another.`,
  },
  'award.criterion-differs': {
    title: 'One key for two criteria',
    detail: ({ criterion, scorecard, other }) =>
      `“${criterion}” has another weight, scale or kind on the scorecard “${scorecard}” than on “${other}”, and both are counted together. Give one of them a key of its own.`,
  },
  'award.not-applicable-mixed': {
    title: 'Two ways to take what does not apply',
    detail: ({ criterion }) =>
      `Where “${criterion}” does not apply, the others take its weight on one scorecard, and it counts as the lowest mark on another; both are counted together. Choose one of the two, or give one of them a key of its own.`,
  },
  'award.counts-several': {
    title: 'One name for two counts',
    detail: ({ count }) =>
      `“${count}” is what votes by the award rules are called, and a scorecard counts something under the same key. Give that criterion another key, or keep one of the two.`,
  },
  'award.metric-beside-rounds': {
    title: 'A metric of uneven weight beside several rounds',
    detail: ({ metric, round }) =>
      `“${metric}” is a part of the round “${round}”, and weighs another part of it on one scorecard than on another; both are counted together. Give the criteria and metrics of these scorecards the same weights together.`,
  },
};
