import type { Facts } from '#core/problems/problem.ts';
import type { tallyProblems } from '#core/problems/tally.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

const figures = (value: unknown): string => new Intl.NumberFormat('en').format(Number(value));

const howAlike: Readonly<Record<string, string>> = {
  capitals: 'they differ in capitals alone',
  spaces: 'they differ in spaces alone',
  hidden: 'they differ by characters that are not shown',
};

const oneScale = ({ judge, max }: Facts): string =>
  `If all were given the same scale, say it (--scale 1-${max === 5 ? 10 : max}, or scale: in the rules); if not, bring the marks of ${judge} onto that of the others first.`;

export const tally: Record<keyof typeof tallyProblems, ProblemWords> = {
  'tally.weights-not-readable': {
    title: 'Weights that cannot be read',
    detail: ({ value }) =>
      `--weights holds “${value}”. Write each criterion with its weight, parted by commas: --weights "craft=60,impact=40".`,
  },
  'tally.weight-without-marks': {
    title: 'Weight for a criterion nobody marked',
    detail: ({ criterion, found, rulesFile }) =>
      `${rulesFile === undefined ? '--weights names' : 'the rules name'} “${criterion}”, but the ballots hold marks for: ${found}. Correct the name, or leave it out.`,
  },
  'tally.criterion-without-weight': {
    title: 'Criterion without a weight',
    detail: ({ criterion, rulesFile }) =>
      rulesFile === undefined
        ? `The ballots hold marks for “${criterion}”, but --weights does not name it. Add its weight, or leave --weights out for equal weights.`
        : `the ballots hold marks for “${criterion}”, but the criteria of the rules do not name it. Add it with its weight, or take its marks out of the ballots.`,
  },
  'tally.scale-not-readable': {
    title: 'Scale that cannot be read',
    detail: ({ value }) =>
      `--scale holds “${value}”. Write the lowest and the highest mark, whole numbers with the lowest first: --scale 1-10, and --step 0.5 beside it where halves are given.`,
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
      `${file} holds about ${figures(about)} rows of marks, and ${figures(limit)} is the most one tally takes: so many come from the public, which is no panel of judges. Tally each category by itself; or count the public’s votes first and give them with --votes (entry,category,votes).`,
  },
  'tally.time-not-readable': {
    title: 'Time that cannot be read',
    detail: (facts) => `${place(facts)}“${shown(facts.value)}” is not a time. Write it as 2027-03-19T18:12:00Z, or leave the column out.`,
  },
  'tally.mixed-scales': {
    title: 'Marks on different scales',
    detail: (facts) =>
      `${place(facts)}“${facts.criterion}” has marks up to ${facts.highest} and “${facts.other}” none above ${facts.otherHighest}, so they are hardly on one scale, and the longer one would decide. Say the scale of each in the rules (criteria: ${facts.other}: { scale: 1-${facts.otherHighest} }), or with --scale that they share one.`,
  },
  'tally.judge-on-another-scale': {
    title: 'Judge on another scale',
    detail: (facts) =>
      facts.wider === true
        ? `${place(facts)}${facts.judge} goes up to ${facts.highest}, while most judges stay within ${facts.max}: they hardly marked on one scale, and ${facts.judge} would decide. ${oneScale(facts)}`
        : `${place(facts)}the highest of the ${facts.marks} marks of ${facts.judge} is ${facts.highest}, while ${facts.share} of 100 marks of the others lie above ${facts.within}: was ${facts.judge} marking out of ${facts.within}, and the others out of ${facts.max}? ${oneScale(facts)}`,
  },
  'tally.category-on-another-scale': {
    title: 'Category on another scale',
    detail: (facts) =>
      `${place(facts)}the highest of the ${facts.marks} marks in “${facts.category}” is ${facts.highest}, while ${facts.share} of 100 marks elsewhere lie above ${facts.within}: was it marked out of ${facts.within}, and the rest out of ${facts.max}? If all was marked on one scale, say it (--scale 1-${facts.max}, or scale: in the rules); if not, tally the category by itself.`,
  },
  'tally.stray-mark': {
    title: 'Mark far from all others',
    detail: (facts) =>
      `${place(facts)}the mark of ${facts.judge} for “${facts.criterion}” on “${facts.entry}” is ${facts.mark}, and ${facts.among === 1 ? 'the other mark lies' : `the other ${facts.among} marks lie`} within ${facts.min} to ${facts.max}. Correct it; or, if it was meant, say what the scale was (--scale ${Math.min(Number(facts.min), Number(facts.mark))}-${Math.max(Number(facts.max), Number(facts.mark))}, or scale: in the rules).`,
  },
  'tally.no-usual-scale': {
    title: 'Scale that cannot be guessed',
    detail: (facts) =>
      `${place(facts)}a mark is ${facts.highest}, and no scale judges are usually given (1–5, 0–5, 1–10, 0–10, 0–20, 0–100) holds ${facts.marks === 1 ? 'it' : 'such marks'}. Say the lowest and the highest mark there can be: --scale 1-1000, or scale: in the rules.`,
  },
  'tally.names-alike': {
    title: 'Names that look alike',
    detail: ({ kind, name, first, differ, file = null, row = null, firstFile, firstRow }) =>
      differ === 'twice'
        ? `the ${kind} “${shown(name)}” is named twice. Name it once; if they are two, add what tells them apart.`
        : `${place({ file, row })}the ${kind} “${shown(name)}” looks like “${shown(first)}”${firstRow === null ? '' : ` (${firstFile === file ? '' : `${firstFile}, `}row ${firstRow})`}; ${howAlike[`${differ}`] ?? 'they differ by characters that look the same, such as quotes or dashes'}. If they are one, write them alike; if they are two, add what tells them apart.`,
  },
  'tally.name-not-shown': {
    title: 'Name with a character that is not shown',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” holds a character that is not shown (${facts.character}) and can make a page or a terminal say something else. Take it out.`,
  },
  'tally.name-too-long': {
    title: 'Name that is too long',
    detail: (facts) =>
      `${place(facts)}the name that begins “${shown(facts.value)}” has ${facts.length} characters, and ${facts.limit} is the most. Give a short name; does a column of comments stand in its place, or is a double quote never closed?`,
  },
  'tally.ballots-twice': {
    title: 'The same ballots twice',
    detail: ({ file, first }) => `${file} is the same file as ${first}, so its marks would count twice. Name it once with --ballots.`,
  },
  'tally.rounds-not-declared': {
    title: 'Rounds nobody declared',
    detail: (facts) =>
      `${place(facts)}the column “round” says “${facts.round}” here and “${facts.first}” further up, but the rules declare no rounds, so their marks would be thrown together. Declare them (rounds: { ${facts.first}: 50, ${facts.round}: 50 } in --rules), or take the column out to count all as one.`,
  },
  'tally.letters-for-marks': {
    title: 'Letters or words for marks',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” is no number, and what such a letter or word is worth is not for us to guess. Say it in the rules: criteria: { ${facts.criterion}: { marks: { ${facts.example} } } }.`,
  },
  'tally.metric-among-marks': {
    title: 'Metric among the marks',
    detail: (facts) =>
      `${place(facts)}“${facts.criterion}” is a metric of the rules, and here it stands among the marks of ${facts.judge}. What is measured comes by --metrics (entry,category,metric,value): take these rows out of the ballots, or give the criterion another name.`,
  },
  'tally.step-not-readable': {
    title: 'Step that cannot be read',
    detail: ({ value }) => `--step holds “${value}”. Write how far marks lie apart, 1 or a whole part of it: --step 0.5.`,
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
  'tally.override-in-several-rounds': {
    title: 'Override of a ballot that could be of several rounds',
    detail: (facts) =>
      `${place(facts)}${facts.judge} marked ${facts.entry} in more than one round. Add a column “round” and say in it which is meant: ${facts.rounds}.`,
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
  'tally.output-is-input': {
    title: 'Result in the place of what it was made from',
    detail: ({ file, input }) =>
      `${file} would take the place of ${input === file ? 'what was read' : `${input}, which was read`}. Nothing was written. Choose another name for the result.`,
  },
  'tally.same-file-twice': {
    title: 'Two results into one file',
    detail: ({ file, other }) =>
      `${file} is named for two results${other === file ? '' : ` (${other} is the same file)`}, and the second would take the place of the first. Give each its own name.`,
  },
};
