import type { assignProblems } from '#core/problems/assign.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

export const assign: Record<keyof typeof assignProblems, ProblemWords> = {
  'assign.option-not-readable': {
    title: 'Option that cannot be read',
    detail: ({ option, value, form }) => `${option} holds “${value}”. Write ${form}.`,
  },
  'assign.too-many-pairs': {
    title: 'Too many pairs',
    detail: ({ entries, judges, limit }) =>
      `${entries} entries and ${judges} judges are more than ${limit} pairs. Assign the categories in several runs.`,
  },
  'assign.loads-crossed': {
    title: 'Least load above the most',
    detail: ({ least, most }) => `--min-load ${least} is more than --max-load ${most}. Exchange them, or lower --min-load.`,
  },
  'assign.name-twice': {
    title: 'Name given twice',
    detail: (facts) => `${place(facts)}“${facts.name}” stands in row ${facts.before} already. Remove one, or give the other its own name.`,
  },
  'assign.names-alike': {
    title: 'Names that look alike',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.name)}” looks like “${shown(facts.first)}” in row ${facts.before}; they differ by capitals, spaces or characters that look the same or are not shown. If they are one, remove one; if they are two, add what tells them apart.`,
  },
  'assign.unknown-category': {
    title: 'Unknown category',
    detail: (facts) =>
      `${place(facts)}no entry is in a category “${shown(facts.name)}”. ${facts.nearest === null ? 'No entry names a category at all.' : `The nearest name is “${shown(facts.nearest)}”.`} Correct the name, or take it out.`,
  },
  'assign.unknown-name': {
    title: 'Unknown name',
    detail: (facts) =>
      `${place(facts)}“${facts.name}” is not in the file of ${facts.column === 'entry' ? 'entries' : 'judges'}. Correct the name, or add it there.`,
  },
  'assign.pair-twice': {
    title: 'Pair given twice',
    detail: (facts) => `${place(facts)}${facts.entry} and ${facts.judge} stand in an earlier row already. Remove one of the two.`,
  },
  'assign.affinity-not-readable': {
    title: 'Affinity that cannot be read',
    detail: (facts) => `${place(facts)}“${facts.value}” is no affinity. Write a whole number from 0 to 1000, or the word conflict.`,
  },
  'assign.flag-not-readable': {
    title: 'Neither yes nor no',
    detail: (facts) => `${place(facts)}“${facts.value}” is neither yes nor no. Write yes, or no, or leave the cell empty for no.`,
  },
  'assign.kept-twice': {
    title: 'Seat given twice',
    detail: (facts) => `${place(facts)}${facts.judge} has a seat on ${facts.entry} in row ${facts.before} already. Remove one of the rows.`,
  },
  'assign.kept-too-many': {
    title: 'More seats kept than asked for',
    detail: (facts) =>
      `${place(facts)}${facts.name} would keep ${facts.seats} seats, and ${facts.most} is the most. Raise the limit, or remove seats from the file.`,
  },
  'assign.impossible': {
    title: 'Demand that cannot be met',
    detail: ({ why }) => `No assignment can meet this demand. ${why}`,
  },
  'assign.panels-not-found': {
    title: 'No panels that hold every rule',
    detail: ({ entry, proven }) =>
      proven
        ? `All seats can be filled, but not with panels that hold every rule; ${entry} is one that fails. Allow more judges for it, or more first-year judges (--first-year-share).`
        : `All seats can be filled, but no panels that hold every rule were found in the time given; ${entry} is one that fails. Allow more judges for it, or more first-year judges (--first-year-share).`,
  },
  'assign.seed-not-committed': {
    title: 'Not the seed that was committed',
    detail: ({ commitment }) =>
      `The seed does not open the commitment ${commitment}. Use the seed that was committed before entries closed.`,
  },
};
