import type { tallyProblems } from '#core/problems/tally.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

export const tally: Record<keyof typeof tallyProblems, ProblemWords> = {
  'tally.weights-not-readable': {
    title: 'Weights that cannot be read',
    detail: ({ value }) =>
      `--weights holds “${value}”. Write each criterion with its weight, parted by commas: --weights "craft=60,impact=40".`,
  },
  'tally.weight-without-marks': {
    title: 'Weight for a criterion nobody marked',
    detail: ({ criterion, found }) =>
      `--weights names “${criterion}”, but the ballots hold marks for: ${found}. Correct the name, or leave it out.`,
  },
  'tally.criterion-without-weight': {
    title: 'Criterion without a weight',
    detail: ({ criterion }) =>
      `The ballots hold marks for “${criterion}”, but --weights does not name it. Add its weight, or leave --weights out for equal weights.`,
  },
  'tally.scale-not-readable': {
    title: 'Scale that cannot be read',
    detail: ({ value }) => `--scale holds “${value}”. Write the lowest and the highest mark: --scale 1-10.`,
  },
  'tally.min-judges-not-readable': {
    title: 'Number of judges that cannot be read',
    detail: ({ value }) => `--min-judges holds “${value}”. Write a whole number of 1 or more.`,
  },
  'tally.no-marks': {
    title: 'No marks',
    detail: ({ file }) => `${file} holds rows, but not one mark: every cell under “mark” is empty. Fill in the marks that were given.`,
  },
  'tally.too-many-marks': {
    title: 'More marks than a panel makes',
    detail: ({ file, about, limit }) =>
      `${file} holds about ${about} marks, and ${limit} is the most one tally takes: the public at large is not a panel. Tally the categories apart, or count the public's marks first and give one mark a group.`,
  },
  'tally.time-not-readable': {
    title: 'Time that cannot be read',
    detail: (facts) => `${place(facts)}“${facts.value}” is not a time. Write it as 2027-03-19T18:12:00Z, or leave the column out.`,
  },
  'tally.mixed-scales': {
    title: 'Marks on different scales',
    detail: (facts) =>
      `“${facts.criterion}” has marks up to ${facts.highest} and “${facts.other}” none above ${facts.otherHighest}, so they are hardly on one scale, and the longer one would decide. Say the scale of each in the rules (criteria: ${facts.other}: { scale: 1-${facts.otherHighest} }), or with --scale that they share one.`,
  },
  'tally.option-beside-rules': {
    title: 'Said twice',
    detail: ({ option }) => `--${option} stands beside --rules, and the rules say it already. Leave one of them out.`,
  },
  'tally.override-without-ballot': {
    title: 'Override of a mark that is not there',
    detail: (facts) =>
      `${place(facts)}there is no ballot of ${facts.judge} on ${facts.entry} in “${facts.category}”${facts.criterion === '' ? '' : ` with “${facts.criterion}”`}. Correct the names; they are those of the ballots.`,
  },
  'tally.override-without-name': {
    title: 'Override nobody answers for',
    detail: (facts) => `${place(facts)}the cell is empty. An override names who decided it and why.`,
  },
  'tally.result-not-readable': {
    title: 'Not a result of a tally',
    detail: ({ file }) => `${file} is not what ./plaudit tally --out writes, or of another version. Give two files made by --out.`,
  },
  'tally.file-not-writable': {
    title: 'File that cannot be written',
    detail: ({ file, reason }) => `${file} could not be written: ${reason}. Nothing was written. Choose another place.`,
  },
  'tally.same-file-twice': {
    title: 'Two results into one file',
    detail: ({ file }) => `${file} is named for two results, and the second would take the place of the first. Give each its own name.`,
  },
};
