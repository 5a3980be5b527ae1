/** Sizes a reader can hold: files, functions, folders. */
import { type ESTree, Visitor } from 'vite';
import type { Rule } from './rule.ts';
import { isProduct, type Module, type Tree } from './tree.ts';

const limit = { median: 80, p95: 250, file: 400, functionP95: 45, function: 80, component: 120, process: 80, folder: 20 };

/** Nearest-rank percentile: the smallest value with at least `share` of all values at or below it. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const products = (tree: Tree) => tree.modules.filter((module) => isProduct(module.path));

type Measured = { readonly where: string; readonly lines: number; readonly component: boolean };

/** Functions with a body of statements; one that only returns an expression is as long as the expression. */
function functionsOf(module: Module): Measured[] {
  const found: Measured[] = [];
  const measure = (node: { start: number; end: number }, name: string) => {
    const [first, last] = [module.lineAt(node.start), module.lineAt(node.end)];
    found.push({
      where: `${module.path}:${first}`,
      lines: last - first + 1,
      component: module.path.endsWith('.tsx') && /^[A-Z]/.test(name),
    });
  };
  const named = (id: ESTree.BindingPattern | null | undefined) => (id?.type === 'Identifier' ? id.name : '');
  const names = new Map<number, string>();
  new Visitor({
    VariableDeclarator(node) {
      if (node.init) names.set(node.init.start, named(node.id));
    },
    FunctionDeclaration(node) {
      measure(node, named(node.id));
    },
    FunctionExpression(node) {
      measure(node, names.get(node.start) ?? named(node.id));
    },
    ArrowFunctionExpression(node) {
      if (!node.expression) measure(node, names.get(node.start) ?? '');
    },
  }).visit(module.program);
  return found;
}

function longFunctions(tree: Tree): string[] {
  const functions = products(tree).flatMap(functionsOf);
  const p95 = percentile(
    functions.map(({ lines }) => lines),
    0.95,
  );
  const long = functions
    .filter(({ lines, component }) => lines > (component ? limit.component : limit.function))
    .map(({ where, lines, component }) => `${where}: ${lines} lines, at most ${component ? limit.component : limit.function}`);
  return p95 > limit.functionP95 ? [...long, `p95 of ${functions.length} functions: ${p95} lines, at most ${limit.functionP95}`] : long;
}

function fileSizes(tree: Tree): string[] {
  const lines = products(tree).map((module) => module.lines);
  const [median, p95] = [percentile(lines, 0.5), percentile(lines, 0.95)];
  return [
    ...(median > limit.median ? [`median of ${lines.length} files: ${median} lines, at most ${limit.median}`] : []),
    ...(p95 > limit.p95 ? [`p95 of ${lines.length} files: ${p95} lines, at most ${limit.p95}`] : []),
  ];
}

function fullFolders(tree: Tree): string[] {
  const counts = new Map<string, number>();
  for (const path of tree.files.filter((file) => /^(?:src|tests|tools|bench)\/.*\.(?:tsx?|css)$/.test(file) && !file.includes('.gen.'))) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > limit.folder)
    .map(([folder, count]) => `${folder}: ${count} files, at most ${limit.folder}`);
}

const lines = (count: number) => 'export {};\n'.repeat(count);
const body = (count: number) => '  void 0;\n'.repeat(count);

export const sizeRules: readonly Rule[] = [
  {
    says: 'no file is longer than 400 lines',
    find: (tree) =>
      tree.modules
        .filter(({ path, lines }) => lines > limit.file && !path.includes('.gen.'))
        .map(({ path, lines }) => `${path}: ${lines} lines, at most ${limit.file}`),
    plant: {
      'src/core/a.ts': lines(401),
      'src/core/b.ts': lines(400),
      'tests/journeys/c.test.ts': lines(500),
      'src/platform/database/schema.gen.ts': lines(900),
    },
    found: ['src/core/a.ts: 401 lines, at most 400', 'tests/journeys/c.test.ts: 500 lines, at most 400'],
  },
  {
    says: 'half of the product files have at most 80 lines and 95 in 100 at most 250',
    find: fileSizes,
    plant: { 'src/core/a.ts': lines(81), 'src/core/b.ts': lines(90), 'src/core/c.ts': lines(251), 'src/core/a.test.ts': lines(1) },
    found: ['median of 3 files: 90 lines, at most 80', 'p95 of 3 files: 251 lines, at most 250'],
  },
  {
    says: 'no function is longer than 80 lines, a component than 120, and 95 in 100 have at most 45',
    find: longFunctions,
    plant: {
      'src/core/a.ts': `export function a(): void {\n${body(78)}}\nexport const b = () => {\n${body(79)}};\n`,
      'src/ui/c.tsx': `export function Card() {\n${body(118)}}\nexport const Long = () => {\n${body(119)}};\n`,
    },
    found: [
      'src/core/a.ts:81: 81 lines, at most 80',
      'src/ui/c.tsx:121: 121 lines, at most 120',
      'p95 of 4 functions: 121 lines, at most 45',
    ],
  },
  {
    says: 'a process in main is read on one screen of 80 lines',
    find: (tree) =>
      products(tree)
        .filter(({ path, lines }) => /^src\/main\/[^/]+$/.test(path) && lines >= limit.process)
        .map(({ path, lines }) => `${path}: ${lines} lines, under ${limit.process}`),
    plant: { 'src/main/web.ts': lines(80), 'src/main/jobs.ts': lines(79), 'src/main/demo/season.ts': lines(80) },
    found: ['src/main/web.ts: 80 lines, under 80'],
  },
  {
    says: 'a folder holds at most 20 files',
    find: fullFolders,
    plant: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`src/core/a/f${i}.ts`, ''])),
    found: ['src/core/a: 21 files, at most 20'],
  },
];
