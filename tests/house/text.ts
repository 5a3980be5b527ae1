/** What no file of the project says. Patterns are put together from pieces, so that this file does not break its own rules. */
import type { Rule } from './rule.ts';
import type { Tree } from './tree.ts';

type Banned = { readonly pattern: RegExp; readonly why: string };

const code: readonly Banned[] = [
  { pattern: new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|X${'XX'}|HA${'CK'})\\b`), why: 'unfinished work belongs in the issue list' },
  { pattern: new RegExp(`@ts-${'(?:ignore|nocheck|expect-error)'}`), why: 'the compiler is not told to look away' },
  { pattern: new RegExp(`(?:es${'lint'}|ox${'lint'})-disable`), why: 'the linter is not told to look away' },
  { pattern: new RegExp(`\\.(?:only|skip|todo)${'\\('}`), why: 'every test runs' },
];

const everywhere: readonly Banned[] = [
  { pattern: new RegExp(`(?:^|[\\s"'\`(=:])/(?:(?:wo${'rk'}|home/[a-z]+|Us${'ers'})/|ro${'ot'}/(?!\\.))`), why: 'a path of one machine' },
  { pattern: new RegExp(`//registry\\.${'[a-z]+'}|npm${'js'}\\.(?:org|com)|"re${'solved'}":`), why: 'a registry host' },
  { pattern: new RegExp(`\\bissue #?${'\\d'}`, 'i'), why: 'the project speaks of itself, not of its issue list' },
];

const isText = (path: string) =>
  /\.(?:tsx?|css|sql|md|json|ya?ml|sh|service|csv|svg|html|txt)$|\/?(?:plaudit|Dockerfile|run|LICENSE|\.npmrc|\.gitignore)$/.test(path);
const isCode = (path: string) => /\.(?:tsx?|css|sql)$/.test(path);
/** A licence text is others' words. */
const ours = (path: string) => !/(?:^|\/)LICENSE[^/]*$/.test(path);

function search(tree: Tree, about: (path: string) => boolean, banned: readonly Banned[]): string[] {
  return tree.files
    .filter((path) => about(path) && ours(path))
    .flatMap((path) =>
      tree
        .read(path)
        .split('\n')
        .flatMap((line, i) => banned.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${path}:${i + 1}: ${why}`)),
    );
}

const inSql = (path: string) => path.endsWith('.sql') && path.startsWith('db/');
const inSlices = (path: string) => /^src\/slices\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);
const business = (path: string) => inSql(path) || /^src\/(?:core|slices)\/.*\.ts$/.test(path);

export const textRules: readonly Rule[] = [
  {
    says: 'code leaves no work unfinished and tells no checker to look away',
    find: (tree) => search(tree, isCode, code),
    plant: {
      'src/core/a.ts': `// TO${'DO'} later\nexport const a = 1;\n// @ts-${'ignore'}\nexport const b = 2;\n`,
      'src/core/a.test.ts': `test.${'skip'}('an entry is counted once', () => {});\n// ox${'lint'}-disable\n`,
    },
    found: [
      'src/core/a.test.ts:1: every test runs',
      'src/core/a.test.ts:2: the linter is not told to look away',
      'src/core/a.ts:1: unfinished work belongs in the issue list',
      'src/core/a.ts:3: the compiler is not told to look away',
    ],
  },
  {
    says: 'no file names a registry host, a path of one machine or the issue list',
    find: (tree) => search(tree, isText, everywhere),
    plant: {
      'package-lock.json': `{\n"re${'solved'}": "x"\n}\n`,
      'docs/a.md': `See /wo${'rk'}/main.\nA link to /workshop/ stays, and /ro${'ot'}/.npm in an image.\nNot /ro${'ot'}/plaudit.\nAs issue ${'2'} says.\n`,
      '.npmrc': `registry=https://registry.${'example'}.org\n`,
    },
    found: [
      '.npmrc:1: a registry host',
      'docs/a.md:1: a path of one machine',
      'docs/a.md:3: a path of one machine',
      'docs/a.md:4: the project speaks of itself, not of its issue list',
      'package-lock.json:2: a registry host',
    ],
  },
  {
    says: 'SQL and slices take no advisory lock, make no sequence and wait on no LISTEN',
    find: (tree) =>
      search(tree, business, [
        { pattern: /pg_(?:try_)?advisory/i, why: 'no advisory locks' },
        {
          pattern: /\b(?:big|small)?serial\b|create\s+sequence|as\s+identity|nextval\s*\(/i,
          why: 'no sequences; ids come from the application',
        },
        { pattern: /(?:^|[`'"])\s*listen\s+[a-z_]/i, why: 'LISTEN only wakes; the queue does it' },
        { pattern: /\btimestamp\b(?!\s+with\s+time\s+zone)(?=[\s,)]*(?:not|null|default|,|\)|$))/i, why: 'instants are timestamptz' },
      ]),
    plant: {
      'db/migrations/0001-a.sql':
        'create table a (id bigserial, at timestamptz not null, b timestamp not null);\nselect pg_advisory_lock(1);\nlisten news;\n',
      'src/slices/people/store.ts': "export const a = 'select pg_try_advisory_xact_lock(1)';\n",
    },
    found: [
      'db/migrations/0001-a.sql:1: no sequences; ids come from the application',
      'db/migrations/0001-a.sql:1: instants are timestamptz',
      'db/migrations/0001-a.sql:2: no advisory locks',
      'db/migrations/0001-a.sql:3: LISTEN only wakes; the queue does it',
      'src/slices/people/store.ts:1: no advisory locks',
    ],
  },
  {
    says: 'migrations are numbered without a gap and named after their one intention',
    find: (tree) =>
      tree.files
        .filter((path) => path.startsWith('db/migrations/'))
        .flatMap((path, i) => {
          const number = String(i + 1).padStart(4, '0');
          return new RegExp(`/${number}-[a-z0-9]+(?:-[a-z0-9]+)*\\.sql$`).test(path)
            ? []
            : [`${path}: expected ${number}-what-it-does.sql`];
        }),
    plant: { 'db/migrations/0001-people.sql': '', 'db/migrations/0003-entries.sql': '', 'db/migrations/0003-more.sql': '' },
    found: ['db/migrations/0003-entries.sql: expected 0002-what-it-does.sql'],
  },
  {
    says: 'a table that belongs to no organisation says why, in the line above it',
    find: (tree) =>
      tree.files.filter(inSql).flatMap((path) => {
        const lines = tree.read(path).split('\n');
        return lines.flatMap((line, i) =>
          line.startsWith('create table directory.') && !/^-- .{20}/.test(lines[i - 1] ?? '') ? [`${path}:${i + 1}: ${line}`] : [],
        );
      }),
    plant: {
      'db/migrations/0001-people.sql':
        '-- A person enters with many organisations.\ncreate table directory.people (\n  id uuid\n);\n\ncreate table directory.hosts (id uuid);\n',
    },
    found: ['db/migrations/0001-people.sql:6: create table directory.hosts (id uuid);'],
  },
  {
    says: 'slices ask the database one thing after another, for in a transaction they have one connection',
    find: (tree) => search(tree, inSlices, [{ pattern: /\bPromise\s*\.\s*all(?:Settled)?\b/, why: 'one after another, or `together`' }]),
    plant: {
      'src/slices/people/views.ts': 'export const all = (ids: string[]) =>\n  Promise.all(ids.map(one));\n',
      'src/slices/people/people.test.ts': 'await Promise.all([save(), save()]);\n',
    },
    found: ['src/slices/people/views.ts:2: one after another, or `together`'],
  },
];
