import type { Facts } from '#core/problems/problem.ts';
import type { rulesProblems } from '#core/problems/tally.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../problem-words.ts';

/** `rules.yaml, line 4, column 3: `; what was sent rather than read has no file. */
const at = ({ file, row, column }: Facts): string => `${file === undefined ? '' : `${file}, `}line ${row}, column ${column}: `;

const see = 'docs/how-to/tally-rules.md lists all of them.';

const needs = ({ needed, limit, options }: Facts): string => {
  switch (needed) {
    case 'int':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'record':
    case 'object':
      return 'keys with values';
    case 'least':
      return `${limit} or more`;
    case 'above':
      return `more than ${limit}`;
    case 'most':
      return `${limit} or less`;
    case 'below':
      return `less than ${limit}`;
    case 'one-of':
      return `one of: ${options}`;
    case 'decimal':
      return 'a number such as 7.75';
    case 'weight':
      return 'a whole number of 1 or more, or a per cent';
    case 'scale':
      return 'the lowest and the highest mark, whole numbers with the lowest first, such as 1-10, or 1-10 by 0.5 where halves are given';
    case 'step':
      return 'how far marks lie apart: 1, or a whole part of it such as 0.5';
    case 'marks':
      return 'what each letter or word is worth, such as { A: 5, B: 4 }';
    default:
      return 'a value of another form';
  }
};

export const rules: Record<keyof typeof rulesProblems, ProblemWords> = {
  'yaml.too-long': {
    title: 'YAML too long',
    detail: ({ file, limit }) =>
      `${file ?? 'This text'} is longer than ${limit} characters, which no edition and no set of rules is. Give the file that holds it.`,
  },
  'yaml.endless': {
    title: 'YAML without an end',
    detail: ({ file, deepest, mostValues }) =>
      `${file ?? 'This text'} is more than ${deepest} levels deep, or what it repeats by stars makes it more than ${mostValues} values. Write out what the stars stand for.`,
  },
  'yaml.not-readable': {
    title: 'Text that is not YAML',
    detail: (facts) => `${at(facts)}this is not YAML: ${facts.reason}. Correct the line; keys are followed by a colon and a space.`,
  },
  'yaml.key-twice': {
    title: 'Key that stands twice',
    detail: (facts) => `${at(facts)}“${shown(facts.key)}” stands twice, and only one can hold. Take one of them out.`,
  },
  'yaml.alias-of-nothing': {
    title: 'Star that stands for nothing',
    detail: (facts) =>
      `${at(facts)}“*${shown(facts.alias)}” stands for what is called “&${shown(facts.alias)}” above it, and nothing is. Write it out, or put text that begins with a star in quotes.`,
  },
  'yaml.tag': {
    title: 'YAML with a tag',
    detail: (facts) => `${at(facts)}a word that begins with “!” is a tag, and tags are not read. Take it out, or put text in quotes.`,
  },
  'rules.not-a-map': {
    title: 'Rules that are a list or a word',
    detail: (facts) =>
      `${at(facts)}rules are keys with values, a line each, such as “scale: 1-10”; this file begins otherwise. If it is a list of criteria, write criteria: above it; ${see}`,
  },
  'rules.not-shown': {
    title: 'Rules with a character that is not shown',
    detail: (facts) =>
      `${at(facts)}“${shown(facts.value)}” holds a character that is not shown (${facts.character}) and can make a page or a terminal say something else. Take it out.`,
  },
  'rules.unknown-key': {
    title: 'Unknown key in the rules',
    detail: (facts) =>
      `${at(facts)}there is no “${facts.key}”${facts.path === '' ? '' : ` in ${facts.path}`}. Correct the name or leave it out; ${see}`,
  },
  'rules.missing': {
    title: 'Rules without a value they need',
    detail: (facts) => `${at(facts)}“${facts.path}” is missing, and needs ${needs(facts)}.`,
  },
  'rules.not-valid': {
    title: 'Value the rules cannot take',
    detail: (facts) => `${at(facts)}“${facts.path}” needs ${needs(facts)}; there is ${facts.value}.`,
  },
  'rules.unknown-preset': {
    title: 'Preset there is not',
    detail: (facts) =>
      `${facts.file === null ? '--preset: ' : at(facts)}there is no preset “${facts.preset}”. Give one of: ${facts.presets}; --presets tells what each holds.`,
  },
  'rules.weights-not-hundred': {
    title: 'Weights that do not come to 100 %',
    detail: (facts) =>
      `${at(facts)}the weights are ${facts.weights}, and per cents have to come to 100 %. Correct them, or write whole numbers in any ratio without the %.`,
  },
};
