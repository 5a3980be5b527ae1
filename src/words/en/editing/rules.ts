/** Sentences of the page on which rules of who may enter are written. */
import { subjectOf } from '../eligibility/facts.ts';

const places = (n: number) => (n === 1 ? 'one category' : `${n} categories`);

const tests: Readonly<Record<string, string>> = {
  atLeast: 'is at least',
  atMost: 'is at most',
  above: 'is more than',
  below: 'is less than',
  equals: 'is',
  oneOf: 'is one of',
  hasAnyOf: 'includes one of',
  since: 'lies on or after',
  until: 'lies on or before',
  between: 'lies within',
  yearsAtLeast: 'is so many years ago',
  given: 'is given',
  wordsAtLeast: 'has at least so many words',
  wordsAtMost: 'has at most so many words',
  wonEver: 'at some time',
  wonLast: 'in the last so many editions',
  wonEditions: 'in one of these editions',
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

export const ruleEditor = {
  title: 'Rules of who may enter',
  lead: 'A rule is data: what you choose is what decides. It is said back to you as one sentence, which is what everybody reads.',
  none: 'No rules yet: anybody may enter everywhere.',
  list: 'The rules of this edition',
  add: 'Add a rule',
  counts: (n: number) => (n === 0 ? 'Counts nowhere yet' : `Counts in ${places(n)}`),
  parts: (n: number) => `Parts ${places(n)} of entries judged apart`,
  choose: 'Choose a rule to change it, or add one.',
  close: 'Choose none',
  newRule: 'A new rule',
  key: 'Key',
  keyHint: 'Small letters, figures and hyphens, such as three-years. Categories name the rule by it, so it stays.',
  name: 'What you call it',
  optional: 'optional',
  says: 'What you say to entrants about it',
  saysHint: 'Stands below the sentence. The sentence itself is made from the rule.',
  decides: 'What it does',
  decidesKinds: { eligible: 'It decides who may enter', advice: 'It advises; nothing depends on it' },
  stage: 'When it is asked',
  stageKinds: { submit: 'As an entry is sent in', screening: 'When people look at entries, with proofs' },
  sides: { needs: 'What has to hold', when: 'Only where' },
  sideHints: { needs: 'At least one line.', when: 'Nothing here: the rule is asked of every entry.' },
  join: 'Of these lines',
  joins: { all: 'all have to hold', any: 'one is enough' },
  row: (n: number) => `Line ${n}`,
  fact: 'Fact',
  test: 'Test',
  value: 'Held against',
  valueHint: 'A number; an amount such as 100000000 USD; a day such as 2026-07-01, or two; names with commas between; yes or no.',
  not: 'It is the other way round',
  proved: 'Only with a proof somebody has seen',
  nothing: 'No line',
  factName: (name: string, fields: Readonly<Record<string, string>>): string => {
    if (name === 'won.any') return 'What the nominee won, in any category';
    if (name === 'won.same') return 'What the nominee won, in the same category';
    return capital(subjectOf(name, fields));
  },
  tests,
  sentence: 'What it says',
  notYet: 'Not whole yet: once every line has a fact, a test and what it is held against, the sentence stands here.',
  save: 'Save the rule',
  nested: 'In this rule conditions stand in each other, so it is changed in its notation below.',
  notation: 'As text, for experts',
  notationHint: 'One rule in YAML: needs, when, decides, stage, name, says. Every fault is told with its line.',
  saveText: 'Save the text',
  faults: (n: number) => `${n === 1 ? 'One fault' : `${n} faults`}. Nothing was saved.`,
  faultsTable: 'What is wrong in the text',
  line: 'Line',
  place: 'Where',
  wrong: 'What is wrong',
  advice: 'Nothing is wrong, but look again',
  factOf: (name: string, fields: Readonly<Record<string, string>>): string => capital(subjectOf(name, fields)),
  origins: {
    title: 'Where it is known from',
    entry: 'The entry and its category say it.',
    winners: 'The list of past winners.',
    nominations: 'Nominations by others, as far as they were confirmed.',
    register: 'The register of companies, once people look at entries.',
    asked: 'The answer to',
    inForm: (title: string) => `in the form “${title}”`,
    nobody: (categories: readonly string[]) =>
      `Nobody tells it in ${categories.slice(0, 3).join(', ')}${categories.length > 3 ? ` and ${categories.length - 3} more` : ''}, so there the rule stays open.`,
    how: (fact: string) => {
      if (fact.startsWith('answer.')) return 'The form used there does not have the question.';
      if (fact === 'entry.nominee' || fact === 'entry.nominator') return 'Say of the category which kinds it takes.';
      if (fact === 'entry.answers') return 'Entries there are not written by a form.';
      if (fact.startsWith('nominations.'))
        return 'Give the timeline a time for nominations, and confirmed ones are counted; or let a question of the form ask how many there are.';
      return 'Let a question of the form used there answer it.';
    },
    toForms: 'Entry forms',
  },
  untold: 'Asks for what nobody tells',
  where: 'Where it counts',
  nowhere: 'Nowhere yet. Name a category, and it counts there and in everything below.',
  use: 'Let it count in',
  useChoose: 'Choose a category',
  useAct: 'Let it count there',
  leave: 'Take it out',
  leaveMore: (title: string) => `of ${title}`,
  division: (name: string, of: string) => `Tells who is in “${name}” of ${of}`,
  remove: 'Delete the rule',
  removeUsed: 'Categories still name it. Take it out of them first, then it can be deleted.',
  removeText: 'Nothing names it, so nothing changes for entrants. You can undo it.',
  removeAct: 'Delete it',
  undo: 'Undo',
  undoMore: 'the last change of the rules',
  saved: {
    saved: 'The rule is saved.',
    removed: 'The rule is deleted.',
    used: 'It counts there now.',
    left: 'It counts there no more.',
    undone: 'It is as it was before.',
    unlocked: 'The edition is unlocked. Every change from now on is told with your reason.',
    locked: 'The edition is locked again.',
  },
  change: 'Change the rules',
  see: 'See the rules',
};
