import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { Problem, problem } from '#core/problems/problem.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { unsafeIn } from '#core/problems/visible.ts';
import { beneath, presetOf } from '#core/ranking/presets/beneath.ts';
import { presets } from '#core/ranking/presets/presets.ts';
import { rulesShape, type WrittenRules } from '#core/verdict/rules-shape.ts';
import { readYamlFile, type Yaml } from '#platform/formats/yaml.ts';

type Issue = z.core.$ZodIssue;

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : i === 0 ? String(part) : `.${String(part)}`)).join('');

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  );
}

/** Keys whose values have a form of their own. */
const forms: Readonly<Record<string, Refusal['facts']>> = {
  atLeast: { needed: 'decimal' },
  below: { needed: 'decimal' },
  margin: { needed: 'decimal' },
  points: { needed: 'decimal' },
  weight: { needed: 'weight' },
  scale: { needed: 'scale' },
};

/** What was needed instead, as facts for its sentence. */
function need(issue: Issue): Refusal['facts'] {
  switch (issue.code) {
    case 'invalid_type':
      return { needed: issue.expected };
    case 'too_small':
      return { needed: issue.inclusive === false ? 'above' : 'least', limit: Number(issue.minimum) };
    case 'too_big':
      return { needed: issue.inclusive === false ? 'below' : 'most', limit: Number(issue.maximum) };
    case 'invalid_value':
      return { needed: 'one-of', options: issue.values.map(String).join(', ') };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? { needed: 'one-of', options: issue.options.map(String).join(', ') }
        : { needed: 'form' };
    default:
      return { needed: 'form' };
  }
}

function refusalsOf(file: string, { value, placeOf }: Yaml, issue: Issue, under: readonly PropertyKey[] = []): Refusal[] {
  const path = issue.code === 'custom' && issue.params?.issue === undefined ? issue.path : [...under, ...issue.path];
  if (issue.code === 'custom') {
    const inner = issue.params?.issue as Issue | undefined;
    if (inner) return refusalsOf(file, { value, placeOf }, inner, issue.path.slice(0, issue.path.length - inner.path.length));
    const needed: unknown = issue.params?.needed;
    if (typeof needed === 'string') return [notValid(file, { value, placeOf }, [...under, ...issue.path], { needed })];
    return [{ code: 'rules.weights-not-hundred', facts: { file, ...placeOf(path), weights: String(issue.params?.weights ?? '') } }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'rules.unknown-key', facts: { file, ...placeOf(path, key), key, path: pathText(path) } }));
  }
  return [notValid(file, { value, placeOf }, path, forms[String(path.at(-1))] ?? need(issue))];
}

/** As much of a value as a sentence can hold. */
const inShort = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A value in place of another, or of none. */
function notValid(file: string, { value, placeOf }: Yaml, path: readonly PropertyKey[], needed: Refusal['facts']): Refusal {
  // A short form (`aggregation: best`) was read as the long one: what is wrong is the word itself.
  const short = typeof valueAt(value, path.slice(0, -1)) !== 'object';
  const at = short ? path.slice(0, -1) : path;
  const found = valueAt(value, at);
  const facts = { file, ...placeOf(at), path: pathText(at), ...needed };
  if (found === undefined) return { code: 'rules.missing', facts };
  return { code: 'rules.not-valid', facts: { ...facts, value: inShort(JSON.stringify(found)) } };
}

function unsafeText(file: string, text: string, place: Refusal['facts']): Refusal[] {
  const character = unsafeIn(text);
  return character === undefined ? [] : [{ code: 'rules.not-shown', facts: { file, ...place, value: text.slice(0, 60), character } }];
}

/** Characters in names, titles and the like that would make a page or a terminal say something else. */
function unsafeTexts(file: string, yaml: Yaml, held: unknown = yaml.value, path: readonly PropertyKey[] = []): Refusal[] {
  if (typeof held === 'string') return unsafeText(file, held, yaml.placeOf(path));
  if (typeof held !== 'object' || held === null) return [];
  if (Array.isArray(held)) return held.flatMap((each: unknown, i) => unsafeTexts(file, yaml, each, [...path, i]));
  return Object.entries(held).flatMap(([key, each]: [string, unknown]) => [
    ...unsafeText(file, key, yaml.placeOf(path, key)),
    ...unsafeTexts(file, yaml, each, [...path, key]),
  ]);
}

/** A refusal of a preset nobody has; `place` where a file names it. */
export function unknownPreset(preset: string, place: Refusal['facts'] = { file: null }): Refusal {
  return { code: 'rules.unknown-preset', facts: { ...place, preset, presets: presets.map(({ id }) => id).join(', ') } };
}

/** The value of a file of rules with the preset it names beneath it, or one named beside it. */
function onPreset(file: string, { value, placeOf }: Yaml, beside: string | undefined): Result<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: true, value };
  const said = value as Readonly<Record<string, unknown>>;
  const named = said.preset;
  if (named !== undefined && beside !== undefined)
    return { ok: false, refusals: [{ code: 'tally.option-beside-rules', facts: { option: 'preset' } }] };
  const id = beside ?? named;
  if (typeof id !== 'string') return { ok: true, value };
  const preset = presetOf(id);
  if (!preset) return { ok: false, refusals: [unknownPreset(id, { file, ...placeOf(['preset']) })] };
  return { ok: true, value: { ...beneath(preset, said), preset: id } };
}

/** Rules from a YAML file, or every reason they cannot be taken, each with its line and column. `preset`: one named beside the file. */
export function readRules(file: string, preset?: string): Result<WrittenRules> {
  try {
    const yaml = readYamlFile(file, textOf(file));
    if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
      return { ok: false, refusals: [{ code: 'rules.not-a-map', facts: { file, row: 1, column: 1 } }] };
    const unsafe = unsafeTexts(file, yaml);
    if (unsafe.length > 0) return { ok: false, refusals: unsafe };
    const whole = onPreset(file, yaml, preset);
    if (!whole.ok) return whole;
    const read = rulesShape.safeParse(whole.value);
    if (read.success) return { ok: true, value: read.data };
    return { ok: false, refusals: read.error.issues.flatMap((issue) => refusalsOf(file, yaml, issue)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ok: false, refusals: [{ code: error.code, facts: error.facts }] };
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw problem('csv.unreadable-file', { file, reason: String(error.code) });
  }
}
