/** Acts on the rules of an edition: each makes the part anew from what there is, and a refusal is told where it was written. */
import type { z } from 'zod';
import type { FieldProblem } from '#core/problems/problem.ts';
import { Problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { fieldOf } from '#core/rules/editing.ts';
import type { Rules } from '#core/rules/shape.ts';
import { partsOf as pathParts, readYaml, type Yaml } from '#platform/formats/yaml.ts';
import type { Words } from '#words/index.ts';
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

/** One fault of a text, at its line. */
export type Fault = { readonly row: number; readonly path: string; readonly text: string };

type Read = { readonly ok: true; readonly yaml: Yaml } | { readonly ok: false; readonly faults: readonly Fault[] };

/** One rule in its notation, or why it is no YAML. */
export function readRule(text: string, { problems }: Words): Read {
  const yaml = readYaml(text, 100_000);
  if (yaml.ok) return { ok: true, yaml };
  const faults = yaml.refusals.map(
    ({ code, facts }): Fault => ({ row: Number(facts.row ?? 1), path: '', text: problems[code].detail(facts) }),
  );
  return { ok: false, faults };
}

/** Everything a refusal says of one rule, at the lines of its text; undefined where it is about something else. */
export function faultsIn(error: unknown, key: string, yaml: Yaml, { problems }: Words): readonly Fault[] | undefined {
  if (!(error instanceof Problem) || error.fields.length === 0) return undefined;
  const start = `rules.${key}`;
  if (!error.fields.every(({ path }) => path === start || path.startsWith(`${start}.`))) return undefined;
  const found = error.fields.map(({ path, code, facts }): Fault => {
    const within = path.slice(start.length + 1);
    const at = pathParts(yaml.value, within);
    const { row } = code === 'eligibility.unknown-key' ? yaml.placeOf(at.slice(0, -1), at.at(-1)) : yaml.placeOf(at);
    return { row, path: within, text: problems[code].detail(facts) };
  });
  return found.toSorted((a, b) => a.row - b.row);
}
