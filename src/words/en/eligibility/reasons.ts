/** Why a rule said what it said, one sentence a reason. */
import { fullYears } from '#core/rules/amounts.ts';
import type { Reason } from '#core/rules/verdict.ts';
import { dates } from '../dates.ts';
import { type FieldNames, figure, quoted, subjectOf, valueText } from './facts.ts';
import { boundText, clauseOf, sentence } from './sentence.ts';

function wins({ wins: won = [] }: Reason): string {
  return won
    .map(({ edition, category }) => [category && quoted(category), edition && `in ${quoted(edition)}`].filter(Boolean).join(' '))
    .join(', ');
}

function opened(reason: Reason, clause: string, names: FieldNames | undefined): string {
  const { test, why, had, missing } = reason;
  const asks = `and the rule asks that ${clause}`;
  const subject = 'fact' in test ? subjectOf(test.fact, names) : subjectOf(missing[0] ?? 'honours.wins', names);
  switch (why) {
    case 'empty':
      return `${subject} was left empty, ${asks}`;
    case 'unproved':
      return `${subject} is said to be ${valueText(had)}, and nobody has seen a proof yet; the rule asks that ${clause}`;
    case 'currency':
      return `${subject} is ${valueText(had)}, and the rule counts in another currency: it asks that ${clause}`;
    case 'class':
    case 'open-ended':
      return `${subject} is ${valueText(had)}, ${asks}`;
    case 'unfit':
      return `${subject} is ${valueText(had)}, which cannot be held against the rule: it asks that ${clause}`;
    case 'win':
      return `it is not known when or in which category the nominee won${wins(reason) === '' ? '' : ` ${wins(reason)}`}, ${asks}`;
    default:
      return `${missing.map((fact) => subjectOf(fact, names)).join(', ') || subject} ${missing.length > 1 ? 'are' : 'is'} not known, ${asks}`;
  }
}

/** How it is, for a test of a fact that is known: `the company has been operating for 2 years on 1 March 2026`. */
function found({ test, had, on }: Reason, names: FieldNames | undefined): string {
  if (!('fact' in test)) return '';
  if ('yearsAtLeast' in test && typeof had === 'string' && on !== undefined) {
    const years = fullYears(had, on);
    const span = `${figure(years)} full ${years === 1 ? 'year' : 'years'}`;
    if (test.fact === 'company.operatingSince') return `the company has been operating for ${span} on ${dates.date(on)}`;
    return `${span} ${years === 1 ? 'has' : 'have'} passed since ${subjectOf(test.fact, names)} on ${dates.date(on)}`;
  }
  return `${subjectOf(test.fact, names)} is ${valueText(had)}`;
}

function refused(reason: Reason, clause: string, names: FieldNames | undefined): string {
  const { test, negated, given = [] } = reason;
  if ('won' in test)
    return negated
      ? `the nominee won ${wins(reason)}, and the rule asks that ${clause}`
      : `no such win is known, and the rule asks that ${clause}`;
  if ('answers' in test)
    return `${figure(given.length)} of the ${figure(test.answers.length)} answers ${given.length === 1 ? 'is' : 'are'} given, and the rule asks that ${clause}`;
  if ('given' in test) return `${subjectOf(test.fact, names)} ${negated ? 'is given, and must not be' : 'is not given, and has to be'}`;
  const is = found(reason, names);
  if (negated) return `${is}, and the rule asks that ${clause}`;
  if ('yearsAtLeast' in test) return `${is}; at least ${figure(test.yearsAtLeast)} ${test.yearsAtLeast === 1 ? 'is' : 'are'} needed`;
  if ('atLeast' in test) return `${is}; ${boundText('atLeast', test.atLeast)} is needed`;
  if ('atMost' in test) return `${is}; ${boundText('atMost', test.atMost)} is needed`;
  if ('above' in test) return `${is}; ${boundText('above', test.above)} is needed`;
  if ('below' in test) return `${is}; ${boundText('below', test.below)} is needed`;
  return `${is}, and the rule asks that ${clause}`;
}

/** One reason. `names`: what the fields of the form are called. */
export function reasonSentence(reason: Reason, names?: FieldNames): string {
  const clause = clauseOf(reason.test, reason.negated, names);
  if (reason.answer === 'unknown') return sentence(opened(reason, clause, names));
  if (reason.answer === 'no') return sentence(refused(reason, clause, names));
  const plain = !('fact' in reason.test) || 'given' in reason.test || typeof reason.had === 'boolean';
  return sentence(plain ? clause : `${clause}: ${found(reason, names)}`);
}
