/**
 * YAML in and out, as data and nothing else: the core schema of YAML 1.2 whatever a document says of itself, no tags, every fault at once
 * with its line. Aliases are read as what they stand for as long as they stay small.
 */
import { Document, isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';

/** A whole edition is some hundred kilobytes. In characters. */
const longest = 5_000_000;
const deepest = 100;
const mostFaults = 100;
const mostValues = 1_000_000;

export type YamlPlace = { readonly row: number; readonly column: number };

export type Yaml = {
  readonly value: unknown;
  /**
   * Line and column, counted from 1, of what stands at a path; with `key`, of that key in it. What is missing has the place it would
   * stand in.
   */
  readonly placeOf: (path: readonly PropertyKey[], key?: string) => YamlPlace;
};

/** What was read, or everything that keeps it from being read; facts `row` and `column` where there is a place. */
export type YamlRead = ({ readonly ok: true } & Yaml) | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Tags that some readers know and JSON has no value for are as strange as invented ones; 1.1 would read `no` as false and make dates. */
const dataOnly = { prettyErrors: false, strict: true, schema: 'core', resolveKnownTags: false, merge: false, logLevel: 'error' } as const;

type PlaceAt = (offset: number) => YamlPlace;

const beginOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined;

/** Ours rather than the parser's: that compares every key of a map with every other, and meets an alias of nothing only when it is used. */
function faultsOfNames(document: Document.Parsed, placeAt: PlaceAt): Refusal[] {
  const found: Refusal[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node) && !anchors.has(node.source))
        found.push({ code: 'yaml.alias-of-nothing', facts: { ...placeAt(beginOf(node) ?? 0), alias: node.source } });
      else if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Map(_, map) {
      if (map.anchor !== undefined) anchors.add(map.anchor);
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) found.push({ code: 'yaml.key-twice', facts: { ...placeAt(beginOf(key) ?? 0), key: name } });
        keys.add(name);
      }
    },
  });
  return found;
}

function faultsOf(document: Document.Parsed, placeAt: PlaceAt): Refusal[] {
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  return [
    ...document.errors.map(
      ({ pos, message }): Refusal => ({
        code: 'yaml.not-readable',
        facts: { ...placeAt(pos[0]), reason: message.split('\n')[0] ?? '' },
      }),
    ),
    ...tags.map(({ pos }): Refusal => ({ code: 'yaml.tag', facts: placeAt(pos[0]) })),
    ...faultsOfNames(document, placeAt),
  ];
}

/** Whether a value is deeper or larger than any document is: aliases can make it so in a few lines, or lead back to themselves. */
function tooMuch(value: unknown): boolean {
  const waiting: (readonly [unknown, number])[] = [[value, 0]];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [held, depth] = next;
    values += 1;
    if (depth > deepest || values > mostValues) return true;
    if (typeof held === 'object' && held !== null) for (const each of Object.values(held)) waiting.push([each, depth + 1]);
  }
  return false;
}

const refused = (refusals: readonly Refusal[]): YamlRead => ({ ok: false, refusals });
const endless = refused([{ code: 'yaml.endless', facts: { deepest, mostValues } }]);

/** Reads one document; an empty one is a map without keys. */
export function readYaml(text: string, limit = longest): YamlRead {
  if (text.length > limit) return refused([{ code: 'yaml.too-long', facts: { limit } }]);
  const lines = new LineCounter();
  const placeAt: PlaceAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { row: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const document = parseDocument(text, { ...dataOnly, lineCounter: lines, uniqueKeys: false });
    // The parser catches the end of its stack by itself, once for each bracket it gives up.
    if (document.errors.some(({ message }) => message.startsWith('Maximum call stack'))) return endless;
    const faults = faultsOf(document, placeAt);
    if (faults.length > 0) return refused(faults.slice(0, mostFaults));
    const placeOf = (path: readonly PropertyKey[], key?: string): YamlPlace => {
      const node = document.getIn(path, true);
      const pair =
        key !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
      const offset = beginOf(pair?.key) ?? beginOf(node);
      return offset === undefined && path.length > 0 ? placeOf(path.slice(0, -1)) : placeAt(offset ?? 0);
    };
    const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    return tooMuch(value) ? endless : { ok: true, value, placeOf };
  } catch (error) {
    // How the parser says that aliases multiply, and the end of the stack.
    if (error instanceof RangeError || error instanceof ReferenceError) return endless;
    throw error;
  }
}

/**
 * The parts of a path whose parts stand between dots (`rules.at-least-three.needs.all.0`), for what it leads to in a value: keys may hold
 * dots themselves, and of those that fit the longest is meant.
 */
export function partsOf(value: unknown, path: string): readonly string[] {
  if (path === '') return [];
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const fitting = keys.filter((key) => path === key || path.startsWith(`${key}.`)).sort((a, b) => b.length - a.length);
  const [key = path.split('.')[0] ?? ''] = fitting;
  const held = fitting.length > 0 ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return [key, ...partsOf(held, path.slice(key.length + 1))];
}

/** Reads a file's text. Throws the first reason it cannot be read, as a problem that names the file. */
export function readYamlFile(file: string, text: string): Yaml {
  const read = readYaml(text);
  if (read.ok) return read;
  const [first] = read.refusals;
  throw problem(first?.code ?? 'yaml.not-readable', { file, ...first?.facts });
}

/** Lines a person would write below a bar: the library loses spaces at the edges of others. */
const ofLines = (text: string): boolean => /^\S.*\n/.test(text) && !/[^\S\n](?:\n|$)|[^\P{C}\n]|[\u2028\u2029]/u.test(text);

/** Writes JSON-able data so that `readYaml` gives the same, and the same data always gives the same bytes: keys in their order, no folding. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== 'string' || !/[\n\r]/.test(scalar.value)) return;
      scalar.type = ofLines(scalar.value) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
}
