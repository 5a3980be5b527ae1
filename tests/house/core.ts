/** Core is pure: functions of values, the same on every machine. */
import { type ESTree, Visitor } from 'vite';
import { at, eachModule, type Rule } from './rule.ts';
import { isTest, type Module } from './tree.ts';

const inCore = (path: string) => path.startsWith('src/core/') && !isTest(path);
const outsideNumeric = (path: string) => inCore(path) && !path.startsWith('src/core/numeric/');

/** Names that are there on their own and answer differently from one moment or machine to the next. */
const impureGlobals = new Set([
  'Intl',
  'performance',
  'crypto',
  'process',
  'fetch',
  'console',
  'globalThis',
  'window',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]); // prettier
const impureMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now']);
const localeMethods = new Set([
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'localeCompare',
  'getTimezoneOffset',
]);
/** IEEE 754 fixes + − × ÷ √ and whole-number steps; of Math, only these are the same everywhere. */
const exactMath = new Set(['abs', 'ceil', 'floor', 'trunc', 'round', 'sign', 'sqrt', 'min', 'max', 'imul', 'clz32', 'fround']);

function memberName(node: ESTree.MemberExpression): string {
  const object = node.object.type === 'Identifier' ? node.object.name : '';
  return node.property.type === 'Identifier' && !node.computed ? `${object}.${node.property.name}` : `${object}.?`;
}

function impurities(module: Module): string[] {
  const found: [number, string][] = [];
  const say = (node: { start: number }, what: string) => found.push([node.start, what]);
  new Visitor({
    MemberExpression(node) {
      const name = memberName(node);
      const [object = '', property = ''] = name.split('.');
      if (impureMembers.has(name) || impureGlobals.has(object)) say(node, `${name} is not a function of values`);
      else if (localeMethods.has(property)) say(node, `${property} depends on where it runs`);
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      if (node.callee.name === 'Date' && node.arguments.length === 0) say(node, 'new Date() reads the clock');
      else if (impureGlobals.has(node.callee.name)) say(node, `${node.callee.name} is not a function of values`);
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      if (node.callee.name === 'Date') say(node, 'Date() reads the clock');
      else if (impureGlobals.has(node.callee.name)) say(node, `${node.callee.name}() is not a function of values`);
    },
  }).visit(module.program);
  return found.map(([start, what]) => at(module, start, what));
}

function inexactMath(module: Module): string[] {
  const found: string[] = [];
  new Visitor({
    MemberExpression(node) {
      const [object, property = ''] = memberName(node).split('.');
      const constant = /^[A-Z0-9_]+$/.test(property);
      if (object === 'Math' && property !== 'random' && !exactMath.has(property) && !constant) {
        found.push(at(module, node.start, `Math.${property} differs between machines; core/numeric has what is exact`));
      }
    },
    BinaryExpression(node) {
      const whole = [node.left, node.right].some((side) => side.type === 'Literal' && typeof side.value === 'bigint');
      if (node.operator === '**' && !whole)
        found.push(at(module, node.start, '** differs between machines; core/numeric has what is exact'));
    },
  }).visit(module.program);
  return found;
}

function imports(allowed: readonly string[]): Rule['find'] {
  return eachModule(inCore, (module) =>
    module.imports.flatMap(({ own, target, start }) =>
      own || allowed.includes(target) ? [] : [at(module, start, `core may not import ${target}`)],
    ),
  );
}

/** `packages` is the whole list of what core may import; it stands in house.test.ts. */
export function coreRules(packages: readonly string[]): readonly Rule[] {
  return [
    {
      says: 'core imports only itself and the packages on its list',
      find: imports(packages),
      plant: {
        'src/core/a.ts':
          "import { z } from 'zod';\nimport { readFileSync } from 'node:fs';\nimport { sha256 } from '@noble/hashes/sha2.js';\nimport type { Kysely } from 'kysely';\nexport const a: Kysely = [z, readFileSync, sha256];\n",
        'src/core/a.test.ts': "import 'vitest';\n",
      },
      found: ['src/core/a.ts:2: core may not import node:fs', 'src/core/a.ts:4: core may not import kysely'],
    },
    {
      says: 'core has no clock, no randomness, no locale and no input or output',
      find: eachModule(inCore, impurities),
      plant: {
        'src/core/a.ts':
          "export const a = Date.now();\nexport const b = new Date();\nexport const c = new Date('2026-01-01T00:00:00Z');\nexport const d = Math.random();\nexport const e = new Intl.NumberFormat('en');\nexport const f = performance.now();\nexport const g = crypto.randomUUID();\nexport const h = 'a'.localeCompare('b');\nexport const i = Temporal.Now.instant();\nexport const j = fetch('x');\n",
        'src/platform/a.ts': 'export const a = Date.now();\n',
      },
      found: [
        'src/core/a.ts:1: Date.now is not a function of values',
        'src/core/a.ts:2: new Date() reads the clock',
        'src/core/a.ts:4: Math.random is not a function of values',
        'src/core/a.ts:5: Intl.NumberFormat is not a function of values',
        'src/core/a.ts:6: performance.now is not a function of values',
        'src/core/a.ts:7: crypto.randomUUID is not a function of values',
        'src/core/a.ts:8: localeCompare depends on where it runs',
        'src/core/a.ts:9: Temporal.Now is not a function of values',
        'src/core/a.ts:10: fetch() is not a function of values',
      ],
    },
    {
      says: 'what core computes recomputes on every machine: only exact arithmetic outside core/numeric',
      find: eachModule(outsideNumeric, inexactMath),
      plant: {
        'src/core/a.ts':
          'export const a = (x: number) => Math.exp(x) + Math.sqrt(x) + Math.PI;\nexport const b = (x: number) => x ** 0.5;\nexport const c = (n: bigint) => 10n ** n;\n',
        'src/core/numeric/log.ts': 'export const log = Math.log;\n',
      },
      found: [
        'src/core/a.ts:1: Math.exp differs between machines; core/numeric has what is exact',
        'src/core/a.ts:2: ** differs between machines; core/numeric has what is exact',
      ],
    },
  ];
}
