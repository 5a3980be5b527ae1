/** Where a module's imports lead, as the rules speak of them: a path in the tree, or the name of a package. */
import { posix } from 'node:path';
import type { ParseResult } from 'vite';

export type Import = {
  readonly specifier: string;
  /** `src/core/ranking.ts` for our own, `zod` or `node:fs` for others. */
  readonly target: string;
  readonly own: boolean;
  readonly relative: boolean;
  /** Nothing of it is left when the types are stripped. */
  readonly typeOnly: boolean;
  /** Line-free position in the text. */
  readonly start: number;
};

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function resolved(path: string, specifier: string): Pick<Import, 'specifier' | 'target' | 'own' | 'relative'> {
  if (specifier.startsWith('.')) {
    return { specifier, target: posix.join(posix.dirname(path), specifier), own: true, relative: true };
  }
  if (specifier.startsWith('#tests/')) return { specifier, target: specifier.slice(1), own: true, relative: false };
  if (specifier.startsWith('#')) return { specifier, target: `src/${specifier.slice(1)}`, own: true, relative: false };
  return { specifier, target: specifier.startsWith('node:') ? specifier : packageName(specifier), own: false, relative: false };
}

/** Static imports, re-exports and dynamic imports of a literal, in the order of the text. */
export function importsOf(path: string, text: string, parsed: ParseResult): Import[] {
  const found: Import[] = [];
  for (const { moduleRequest, entries, start } of parsed.module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ ...resolved(path, moduleRequest.value), typeOnly, start });
  }
  for (const { entries, start } of parsed.module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (from) found.push({ ...resolved(path, from.value), typeOnly: entries.every((entry) => entry.isType), start });
  }
  for (const { moduleRequest, start } of parsed.module.dynamicImports) {
    const literal = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"`][^$]*['"`]$/.test(literal)) found.push({ ...resolved(path, literal.slice(1, -1)), typeOnly: false, start });
  }
  return found.sort((a, b) => a.start - b.start);
}
