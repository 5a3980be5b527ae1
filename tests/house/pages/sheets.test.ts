/** Style sheets of one page share one space of names: a class that two of them begin looks, somewhere, as nobody meant it. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Classes that begin a rule of their own: `.name {` at the left edge. */
function classesIn(sheet: string): Set<string> {
  const words = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return new Set([...words.matchAll(/^\.([a-z][\w-]*) \{/gm)].map(([, name = '']) => name));
}

function begunTwice(sheets: ReadonlyMap<string, string>): string[] {
  const homes = new Map<string, string[]>();
  for (const [file, sheet] of sheets) for (const name of classesIn(sheet)) homes.set(name, [...(homes.get(name) ?? []), file]);
  return [...homes].filter(([, files]) => files.length > 1).map(([name, files]) => `.${name}: ${files.join(', ')}`);
}

test('no class of the interface is begun by two style sheets', () => {
  const files = globSync('src/**/*.css', { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  expect(begunTwice(new Map(files.map((file) => [file, readFileSync(resolve(root, file), 'utf8')])))).toEqual([]);
});

test('a class of one sheet that another one begins as well is named with both', () => {
  const sheets = new Map([
    ['a.css', '.proof {\n  border: 0;\n}\n.a {\n  color: red;\n}\n'],
    ['b.css', '/* .a { } */\n.proof {\n  margin: 0;\n}\n.b .a {\n}\n'],
  ]);
  expect(begunTwice(sheets)).toEqual(['.proof: a.css, b.css']);
});
