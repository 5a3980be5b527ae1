/** When a field, a group or a section is shown: only by answers to other fields, so that browser and server say the same. */
import { z } from 'zod';
import { key } from '../editions/key.ts';

const bound = z.number().min(-1e12).max(1e12);

/** Said about one other field: one of these options was chosen; it was answered or not; its number is in [atLeast, below). */
const test = z.union([
  z.strictObject({ field: key, is: z.array(key).min(1).max(100) }),
  z.strictObject({ field: key, answered: z.boolean() }),
  z.strictObject({ field: key, atLeast: bound, below: bound.optional() }),
  z.strictObject({ field: key, below: bound }),
]);
export type Test = z.output<typeof test>;

export const condition = z.union([
  test,
  z.strictObject({ all: z.array(test).min(1).max(20) }),
  z.strictObject({ any: z.array(test).min(1).max(20) }),
]);
export type Condition = z.output<typeof condition>;

export function testsOf(when: Condition | undefined): readonly Test[] {
  if (when === undefined) return [];
  if ('all' in when) return when.all;
  return 'any' in when ? when.any : [when];
}

/** Whether a condition is met, given whether each of its tests is. */
export function isMet(when: Condition | undefined, meets: (one: Test) => boolean): boolean {
  if (when === undefined) return true;
  return 'any' in when ? when.any.some(meets) : testsOf(when).every(meets);
}
