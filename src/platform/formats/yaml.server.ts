import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { problem } from '#core/problems/problem.ts';

/** Rules are a page of text; what is longer was meant for something else. In characters. */
const longest = 1_000_000;

export type YamlPlace = { readonly row: number; readonly column: number };

export type Yaml = {
  readonly value: unknown;
  /** Line and column, counted from 1, of what stands at a path; with `key`, of that key in it. */
  readonly placeOf: (path: readonly PropertyKey[], key?: string) => YamlPlace;
};

/** Reads one YAML 1.2 document. Throws `yaml.not-readable` with line and column; keys that stand twice are among what it refuses. */
export function readYaml(file: string, text: string): Yaml {
  if (text.length > longest) throw problem('yaml.too-long', { file, limit: longest });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, strict: true });
  const [fault] = document.errors;
  const placeAt = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset);
    return { row: Math.max(1, line), column: Math.max(1, col) };
  };
  if (fault) throw problem('yaml.not-readable', { file, ...placeAt(fault.pos[0]), reason: fault.message.split('\n')[0] ?? '' });
  const beginOf = (node: unknown): number | undefined =>
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined;
  const placeOf = (path: readonly PropertyKey[], key?: string): YamlPlace => {
    const node = document.getIn(path, true);
    const pair =
      key !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
    const offset = beginOf(pair?.key) ?? beginOf(node);
    // What is missing has no place of its own; where it should stand has.
    return offset === undefined && path.length > 0 ? placeOf(path.slice(0, -1)) : placeAt(offset ?? 0);
  };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {}, placeOf };
  } catch (error) {
    throw problem('yaml.not-readable', { file, row: 1, column: 1, reason: error instanceof Error ? error.message : String(error) });
  }
}
