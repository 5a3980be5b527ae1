/** Acts on the rules of an edition: each makes the part anew from what there is, and a refusal is told where it was written. */
import type { z } from 'zod';
import type { FieldProblem } from '#core/problems/problem.ts';
import { Problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { fieldOf } from '#core/rules/editing.ts';
import type { Rules } from '#core/rules/shape.ts';
import { rowsIn, sides, type Values } from './rule-values.ts';

/** A part as it is sent to be saved. */
export type Body = z.output<ReturnType<typeof z.json>>;
export const asBody = (part: object): Body => plainJson(part) as Body;

export const keyIn = (values: Values): string => (values.key ?? '').trim().toLowerCase();

/** The rules with one of them anew. */
export const withRuleAt = (now: Rules, key: string, rule: unknown): Body => asBody({ ...now, [key]: rule });

export function withoutRuleAt(now: Rules, key: string): Body {
  const { [key]: _gone, ...rest } = now;
  return asBody(rest);
}

/** Where in the form a path within a rule was written: `needs.all.1.atLeast` in the second row. */
function fieldAt(path: readonly string[], values: Values): string {
  const [first = '', ...rest] = path;
  const side = sides.find((each) => each === first);
  return side ? `${side}.${fieldOf(rest, rowsIn(values, side))}` : first;
}

/** A refusal of the rules told at the fields of the form of one. */
export function atFields(error: unknown, key: string, values: Values): unknown {
  if (!(error instanceof Problem)) return error;
  const start = `rules.${key}`;
  const fields = error.fields.map((each): FieldProblem => {
    if (each.path === start || each.path === 'rules') return { ...each, path: 'key' };
    return each.path.startsWith(`${start}.`) ? { ...each, path: fieldAt(each.path.slice(start.length + 1).split('.'), values) } : each;
  });
  return new Problem(error.code, error.facts, fields);
}
