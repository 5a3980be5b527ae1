/** Rules of who may enter, in words. The sentence is one-way: it is read by people, the data is what decides. */
import type { Answer } from '#core/rules/kleene.ts';
import { subjectOf } from './facts.ts';
import { reasonSentence } from './reasons.ts';
import { needsSentence, ruleSentence, sentence } from './sentence.ts';

export const eligibility = {
  rule: ruleSentence,
  /** What a rule needs, by itself: of a division, who is in it. */
  condition: needsSentence,
  reason: reasonSentence,
  fact: subjectOf,
  answer: (answer: Answer): string => ({ yes: 'yes', no: 'no', unknown: 'not enough known' })[answer],
  /** Where `when` of a rule does not hold. */
  doesNotApply: 'The rule does not apply here.',
  missing: (facts: readonly string[]): string => sentence(`to be known: ${facts.map((fact) => subjectOf(fact)).join(', ')}`),
  whole: (answer: Answer): string =>
    ({ yes: 'Eligible.', no: 'Not eligible.', unknown: 'Not enough is known to say whether this is eligible.' })[answer],
  cli: {
    about: 'rules of who may enter, as data',
    explain: 'say each rule of a YAML file in one sentence, with everything that is wrong with it; with facts, the verdict and its reasons',
    file: 'rules by their keys, or a whole edition with them under “rules”',
    facts: 'what is known of one entry, as YAML: the names of facts with their values',
    json: 'print JSON instead',
    advice: (text: string): string => `Advice: ${text}`,
  },
};
