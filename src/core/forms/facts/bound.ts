/**
 * Questions that answer a fact of the rules: the answer then counts as what rules ask for by that name. Only facts nobody else tells are
 * asked so; a category, a day, files and past wins are known without a question.
 */
import { z } from 'zod';
import { sizeClasses } from '../../companies/sizes.ts';
import type { FieldProblem } from '../../problems/problem.ts';
import type { FactName } from '../../rules/facts.ts';
import type { Field, FieldOf } from '../fields.ts';
import type { Placed } from '../shape.ts';

export const askableFacts = [
  'company.country',
  'company.operatingSince',
  'company.revenue',
  'company.staff',
  'entry.updated',
  'group.revenue',
  'group.staff',
  'nominations.all',
  'nominations.customer',
  'nominations.peer',
  'nominations.self',
] as const satisfies readonly FactName[];
export const askableFact = z.enum(askableFacts);
export type AskableFact = (typeof askableFacts)[number];

const alone = ({ choose }: FieldOf<'choice'>): boolean => choose.max === 1;
const keysOf = ({ options }: FieldOf<'choice'>): string[] => options.map(({ key }) => key);
const among = (field: FieldOf<'choice'>, keys: readonly string[]): boolean =>
  alone(field) && !field.other && keysOf(field).every((key) => keys.includes(key));

/** By options: countries by their two letters, sizes by their classes, yes and no. */
function choiceFits(field: FieldOf<'choice'>, fact: AskableFact): boolean {
  switch (fact) {
    case 'company.country':
      return alone(field) && keysOf(field).every((key) => /^[a-z]{2}$/.test(key));
    case 'company.staff':
    case 'group.staff':
      return among(field, sizeClasses);
    case 'entry.updated':
      return among(field, ['yes', 'no']);
    default:
      return false;
  }
}

/** Whether the answer to a question can be what a fact is. */
export function fitsFact(field: Field, fact: AskableFact): boolean {
  switch (field.kind) {
    case 'choice':
      return choiceFits(field, fact);
    case 'consent':
      return fact === 'entry.updated';
    case 'date':
      return fact === 'company.operatingSince';
    case 'money':
      return fact === 'company.revenue' || fact === 'group.revenue';
    case 'number':
      return fact.endsWith('.staff') || fact.startsWith('nominations.');
    default:
      return false;
  }
}

/** Facts a question does not fit, and facts a form asks for twice, where it does the second time. */
export function boundProblems(placed: readonly Placed[]): FieldProblem[] {
  const first = new Map<AskableFact, string>();
  return placed.flatMap(({ field, path }): FieldProblem[] => {
    const { fact, key, kind } = field;
    if (fact === undefined) return [];
    const before = first.get(fact);
    first.set(fact, before ?? key);
    return [
      ...(fitsFact(field, fact)
        ? []
        : [{ path: `${path}.fact`, code: 'forms.fact-of-another-kind', facts: { field: key, fact, kind } } as const]),
      ...(before === undefined
        ? []
        : [{ path: `${path}.fact`, code: 'forms.fact-twice', facts: { field: key, fact, first: before } } as const]),
    ];
  });
}
