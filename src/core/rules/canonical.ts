import { plainMoney } from './amounts.ts';
import type { Condition, FactTest, Rule } from './shape.ts';
import { told } from './told.ts';

function canonicalTest(test: FactTest): FactTest {
  const { operator, needed, fact, on, proved } = told(test);
  if (operator === 'oneOf' && needed.length === 1) return { fact, equals: needed[0] ?? '' };
  const kept = typeof needed === 'string' ? plainMoney(needed) : needed;
  return { fact, [operator]: kept, ...(on === undefined ? {} : { on }), ...(proved ? { proved } : {}) } as FactTest;
}

/** In one key order, so that equal conditions are equal texts. */
const textOf = (condition: Condition): string => JSON.stringify(condition);

function joined(name: 'all' | 'any', parts: readonly Condition[]): Condition {
  const flat = parts.map(canonicalCondition).flatMap((part): readonly Condition[] => {
    if (name === 'all' && 'all' in part) return part.all;
    return name === 'any' && 'any' in part ? part.any : [part];
  });
  const once = [...new Map(flat.map((part) => [textOf(part), part])).values()];
  const [only, ...more] = once;
  if (only && more.length === 0) return only;
  return name === 'all' ? { all: once } : { any: once };
}

/**
 * A condition in the one form of all that say the same in so many words: all in all and any in any are one list, a list of one is that
 * one, what stands twice in a list stands once, not of not is gone, one of one is equal to it, not yes is no. The order stays the writer’s. It answers
 * as the condition it was made of.
 */
export function canonicalCondition(condition: Condition): Condition {
  if ('all' in condition) return joined('all', condition.all);
  if ('any' in condition) return joined('any', condition.any);
  if ('not' in condition) {
    const within = canonicalCondition(condition.not);
    if ('equals' in within && typeof within.equals === 'boolean') return { fact: within.fact, equals: !within.equals };
    return 'not' in within ? within.not : { not: within };
  }
  if ('answers' in condition) {
    const { answers, atLeast } = condition;
    return answers.length === 1 && atLeast === 1 ? { fact: `answer.${answers[0]}`, given: true } : { answers, atLeast };
  }
  if ('won' in condition) {
    const { editions, last, category } = condition.won;
    return { won: { ...(editions ? { editions } : {}), ...(last === undefined ? {} : { last }), category } };
  }
  return canonicalTest(condition);
}

/** What a rule says, without what it is called and what the organiser says of it: of two with equal texts, either will do. */
export type RuleMeaning = Pick<Rule, 'decides' | 'stage' | 'needs'> & { readonly when?: Condition };

export function canonicalRule({ decides, stage, when, needs }: Rule): RuleMeaning {
  return { decides, stage, ...(when ? { when: canonicalCondition(when) } : {}), needs: canonicalCondition(needs) };
}
