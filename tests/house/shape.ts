/** The shape of a slice: a door without logic, one place that writes, each table written by one slice alone. */
import { type ESTree, Visitor } from 'vite';
import { at, eachModule, type Rule } from './rule.ts';
import { isTest, type Module, type Tree } from './tree.ts';

const inSlice = (path: string) => path.startsWith('src/slices/') && !isTest(path);
const isStore = (path: string) => /(?:\/store\/[^/]+|[/-]store)\.ts$/.test(path);

const writes = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const locks = new Set(['forUpdate', 'forShare', 'forNoKeyUpdate', 'forKeyShare']);
const writtenSql =
  /\b(?:(?:insert\s+into|delete\s+from|merge\s+into)\s+([a-z_.]+)|update\s+([a-z_.]+)\s+set\b|for\s+(?:no\s+key\s+)?update\b|for\s+(?:key\s+)?share\b)/gi;

type Write = { readonly start: number; readonly call: string; readonly table: string | undefined };

function writesOf(module: Module): Write[] {
  const found: Write[] = [];
  new Visitor({
    CallExpression(node) {
      if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return;
      const call = node.callee.property.name;
      if (!writes.has(call) && !locks.has(call)) return;
      const [first] = node.arguments;
      const table = first?.type === 'Literal' && typeof first.value === 'string' ? first.value.split(/\s+as\s+/)[0] : undefined;
      found.push({ start: node.callee.property.start, call, table: writes.has(call) ? table : undefined });
    },
    TemplateElement(node) {
      for (const [call, into, updated] of node.value.raw.matchAll(writtenSql)) {
        found.push({ start: node.start, call: call.toLowerCase().replace(/\s+/g, ' '), table: into ?? updated });
      }
    },
  }).visit(module.program);
  return found;
}

function sharedTables(tree: Tree): string[] {
  const writers = new Map<string, Set<string>>();
  for (const module of tree.modules.filter(({ path }) => inSlice(path))) {
    for (const { table } of writesOf(module)) {
      const slice = module.path.split('/')[2] ?? '';
      if (table) writers.set(table, (writers.get(table) ?? new Set()).add(slice));
    }
  }
  return [...writers]
    .filter(([, slices]) => slices.size > 1)
    .map(([table, slices]) => `${table} is written by ${[...slices].sort().join(' and ')}`);
}

const isDoor = (path: string) => /^src\/slices\/[^/]+\/index\.ts$/.test(path);

function doorFaults(module: Module): string[] {
  // A bare import is a module that signs up what it handles: mails, jobs, events of earlier slices.
  const passesOn = (statement: ESTree.Program['body'][number]) =>
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && statement.source !== null) ||
    (statement.type === 'ImportDeclaration' && statement.specifiers.length === 0);
  const logic = module.program.body
    .filter((statement) => !passesOn(statement))
    .map((statement) => at(module, statement.start, 'a door only passes on what others may use'));
  return module.text.startsWith('/**') ? logic : [`${module.path}:1: opens with what the slice is, its states and who acts`, ...logic];
}

/** An operation of the system alone is called by the slice's own jobs and may stay inside. */
type Named = { readonly start: number; readonly constant: string; readonly operation: string; readonly inside: boolean };

/** `export const submitEntry = operation('entries.submit-entry', …)`. */
function operationsOf(module: Module): Named[] {
  const found: Named[] = [];
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return;
      const [name] = init.arguments;
      if (init.callee.name !== 'operation' || name?.type !== 'Literal') return;
      const inside = /\bwho: \['system'\]/.test(module.text.slice(init.start, init.end));
      found.push({ start: id.start, constant: id.name, operation: String(name.value), inside });
    },
  }).visit(module.program);
  return found;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function operationFaults(tree: Tree): string[] {
  return tree.modules
    .filter(({ path }) => inSlice(path))
    .flatMap((module) => {
      const slice = module.path.split('/')[2] ?? '';
      const door = tree.modules.find(({ path }) => path === `src/slices/${slice}/index.ts`)?.text ?? '';
      return operationsOf(module).flatMap(({ start, constant, operation, inside }) => [
        ...(operation === `${slice}.${kebab(constant)}`
          ? []
          : [at(module, start, `${constant} is called ${operation}, not ${slice}.${kebab(constant)}`)]),
        ...(inside || new RegExp(`\\b${constant}\\b`).test(door) ? [] : [at(module, start, `${constant} is not at the door of ${slice}`)]),
      ]);
    });
}

export const shapeRules: readonly Rule[] = [
  {
    says: 'the index.ts of a slice opens with what it is about and holds no logic',
    find: eachModule(isDoor, doorFaults),
    plant: {
      'src/slices/people/index.ts':
        "/** People. */\nimport './mails.ts';\nexport { signIn } from './sessions.ts';\nexport type * from './schemas.ts';\nexport const limit = 3;\n",
      'src/slices/entries/index.ts': "export * from './entries.ts';\n",
    },
    found: [
      'src/slices/entries/index.ts:1: opens with what the slice is, its states and who acts',
      'src/slices/people/index.ts:5: a door only passes on what others may use',
    ],
  },
  {
    says: 'an operation is called as it is written, and stands at the door of its slice',
    find: operationFaults,
    plant: {
      'src/slices/entries/index.ts': "/** Entries. */\nexport { submitEntry } from './submit.ts';\n",
      'src/slices/entries/submit.ts':
        "export const submitEntry = operation('entries.submit-entry', {});\nexport const withdraw = operation('entry.withdraw', {});\nexport const close = operation('entries.close', { who: ['system'] });\n",
    },
    found: [
      'src/slices/entries/submit.ts:2: withdraw is called entry.withdraw, not entries.withdraw',
      'src/slices/entries/submit.ts:2: withdraw is not at the door of entries',
    ],
  },
  {
    says: 'a slice writes and locks its tables only in its store',
    find: eachModule(
      (path) => inSlice(path) && !isStore(path),
      (module) => writesOf(module).map(({ start, call }) => at(module, start, `${call} belongs in store.ts`)),
    ),
    plant: {
      'src/slices/judging/ballots.ts':
        "export const a = (db) => db.updateTable('ballots').set({});\nexport const b = (db) => db.selectFrom('ballots').forUpdate();\nexport const c = (sql) => sql`delete from ballots`;\nexport const d = (db) => db.selectFrom('ballots');\n",
      'src/slices/judging/store.ts': "export const e = (db) => db.insertInto('ballots');\n",
      'src/slices/judging/panel-store.ts': "export const f = (db) => db.insertInto('panels');\n",
    },
    found: [
      'src/slices/judging/ballots.ts:1: updateTable belongs in store.ts',
      'src/slices/judging/ballots.ts:2: forUpdate belongs in store.ts',
      'src/slices/judging/ballots.ts:3: delete from ballots belongs in store.ts',
    ],
  },
  {
    says: 'a table is written by one slice alone',
    find: sharedTables,
    plant: {
      'src/slices/entries/store.ts': "export const a = (db) => db.insertInto('entries');\n",
      'src/slices/screening/store.ts':
        "export const a = (sql) => sql`update entries set title = ''`;\nexport const b = (db) => db.insertInto('decisions');\n",
    },
    found: ['entries is written by entries and screening'],
  },
];
