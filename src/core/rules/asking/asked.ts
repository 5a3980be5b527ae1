import type { Condition, Rule, Test } from '../shape.ts';

function testsIn(condition: Condition): readonly Test[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  return 'not' in condition ? testsIn(condition.not) : [condition];
}

function namesIn(test: Test): readonly string[] {
  if ('won' in test) return ['honours.wins', ...(test.won.category === 'same' ? ['entry.category'] : [])];
  if ('answers' in test) return test.answers.map((key) => `answer.${key}`);
  return [test.fact, ...('yearsAtLeast' in test && test.on === undefined ? ['entry.day'] : [])];
}

/** The facts rules ask for, in the order they first do, each with the tests that ask. */
export function factsAsked(rules: readonly Rule[]): ReadonlyMap<string, readonly Test[]> {
  const asked = new Map<string, Test[]>();
  const tests = rules.flatMap(({ when, needs }) => [...(when ? testsIn(when) : []), ...testsIn(needs)]);
  for (const test of tests) for (const name of namesIn(test)) asked.set(name, [...(asked.get(name) ?? []), test]);
  return asked;
}
