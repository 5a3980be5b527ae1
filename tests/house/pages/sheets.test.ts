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

/** `* + *`, `h2 + *`: whatever comes or goes, a browser then works out again everything in what it stood in, thousands of lines of it. */
const restyling = (sheet: string): string[] => sheet.match(/(?<=^|[\s>+~,(])(?:\*|[a-z][a-z0-9]*)\s*[+~]\s*\*/gm) ?? [];

test('no rule is about anything behind anything: to take one line out of a list would style the whole list again', () => {
  const sheets = globSync('src/**/*.css', { cwd: root }).map(
    (file) => [file, restyling(readFileSync(resolve(root, file), 'utf8'))] as const,
  );
  expect(sheets.filter(([, found]) => found.length > 0)).toEqual([]);
  expect(restyling('.stack > * + * {\n}\n.read > h2 + *,\n.a + * {\n}\n.b > :where(:not(:first-child)) {\n}\n.c ~ * > .d {\n}\n')).toEqual([
    '* + *',
    'h2 + *',
  ]);
});
