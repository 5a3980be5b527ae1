/** Where in a file of rules stands what a refusal is about that was only found once the marks were known. */
import { readFileSync } from 'node:fs';
import type { Refusal } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { readYamlFile, type Yaml } from '#platform/formats/yaml.ts';

type Path = readonly (string | number)[];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The path of a named thing in a list of them, or in keys with values; undefined where there is none. */
function named(root: Readonly<Record<string, unknown>>, key: string, id: string, name: unknown): Path | undefined {
  const held = root[key];
  if (isMap(held)) return Object.hasOwn(held, String(name)) ? [key, String(name)] : undefined;
  const at = Array.isArray(held) ? held.findIndex((each: unknown) => isMap(each) && each[id] === name) : -1;
  return at < 0 ? undefined : [key, at];
}

/** Facts that name a thing of the rules, most telling first: where such things stand, and what their name is called there. */
const things = [
  ['criterion', 'criteria', 'id'],
  ['metric', 'metrics', 'metric'],
  ['round', 'rounds', 'round'],
  ['level', 'levels', 'level'],
] as const;

function pathOf(root: Readonly<Record<string, unknown>>, { code, facts }: Refusal): Path | undefined {
  for (const [fact, key, id] of things) {
    const name = facts[fact];
    const path = name === undefined || name === null ? undefined : named(root, key, id, name);
    if (path === undefined) continue;
    const own = path.reduce<unknown>((at, part) => (at as Readonly<Record<string | number, unknown>>)[part], root);
    if (!code.startsWith('scoring.scale') && code !== 'scoring.step-not-valid') return path;
    return isMap(own) && 'scale' in own ? [...path, 'scale'] : 'scale' in root ? ['scale'] : path;
  }
  if (facts.aggregation !== undefined && 'aggregation' in root) return ['aggregation'];
  if (facts.rung !== undefined && 'ties' in root) return ['ties'];
  return facts.criterion !== undefined && 'criteria' in root ? ['criteria'] : undefined;
}

function yamlOf(file: string): Yaml | undefined {
  try {
    return readYamlFile(file, readFileSync(file, 'utf8'));
  } catch {
    // Gone or changed since it was read: the refusal stands without its line.
    return undefined;
  }
}

/** Refusals that name no row, with file, line and column of the rules they come from where these can be found. */
export function locatedInRules(refusals: readonly Refusal[], file: string | undefined): readonly Refusal[] {
  if (file === undefined || refusals.every(({ facts }) => facts.row !== undefined && facts.row !== null)) return refusals;
  const yaml = yamlOf(file);
  if (!yaml || !isMap(yaml.value)) return refusals;
  const root = yaml.value;
  return refusals.map((refusal) => {
    if (typeof refusal.facts.row === 'number') return refusal;
    const path = pathOf(root, refusal);
    if (!path) return refusal;
    const { row, column } = yaml.placeOf(path);
    return { ...refusal, facts: { ...refusal.facts, rulesFile: printable(file), rulesLine: row, rulesColumn: column } };
  });
}
