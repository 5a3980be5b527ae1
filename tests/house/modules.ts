/** What a module may reach: one instance of everything, screens apart from the server, ui apart from the product. */
import { at, eachModule, type Rule } from './rule.ts';
import { isTest, type Module, type Tree } from './tree.ts';

const product = (path: string) => path.startsWith('src/') && !isTest(path);
/** Folders whose `.ts` the server loads from source, beside the bundle and never inside it. */
const outsideBundle = /^src\/(?:core|platform|slices|http|words)\/.*\.ts$/;
const partOrUi = /^src\/(?:slices\/[^/]+\/parts|ui)\//;

const layerOf = (path: string) => /^src\/(?:slices\/[^/]+|[^/]+)\//.exec(path)?.[0] ?? 'src/';

function imports(
  about: (path: string) => boolean,
  say: (module: Module, i: Module['imports'][number]) => string | undefined,
): Rule['find'] {
  return eachModule(about, (module) =>
    module.imports.flatMap((i) => {
      const wrong = say(module, i);
      return wrong ? [at(module, i.start, wrong)] : [];
    }),
  );
}

/** Whether a module is of the platform, or imports one of a slice that is, however far down. */
function restsOnPlatform(tree: Tree): (path: string) => boolean {
  const below = new Map(tree.modules.map(({ path, imports: all }) => [path, all.filter((i) => !i.typeOnly).map(({ target }) => target)]));
  return (path) => {
    const reached = new Set([path]);
    for (const one of reached) if (one.startsWith('src/slices/')) for (const next of below.get(one) ?? []) reached.add(next);
    return [...reached].some((one) => one.startsWith('src/platform/'));
  };
}

export const moduleRules: readonly Rule[] = [
  {
    says: 'a screen reaches a module of the server by its # name, so that the server has one instance of it',
    find: imports(
      (path) => product(path) && path.endsWith('.tsx'),
      (_, { relative, target, specifier }) =>
        relative && outsideBundle.test(target) ? `${specifier} would be bundled a second time; write #${target.slice(4)}` : undefined,
    ),
    plant: {
      'src/slices/entries/pages/a.public.tsx':
        "import { b } from '../views.ts';\nimport { c } from '#slices/entries/views.ts';\nimport { P } from '../parts/p.tsx';\nexport default [b, c, P];\n",
    },
    found: ['src/slices/entries/pages/a.public.tsx:1: ../views.ts would be bundled a second time; write #slices/entries/views.ts'],
  },
  {
    says: 'a module that runs straight from source never imports a screen',
    find: imports(
      (path) => product(path) && (outsideBundle.test(path) || /^src\/(?:cli|main)\/.*\.ts$/.test(path)),
      (_, { target, typeOnly }) => (target.endsWith('.tsx') && !typeOnly ? `Node cannot load ${target}` : undefined),
    ),
    plant: { 'src/http/app.ts': "import type { A } from '../root.tsx';\nimport { b } from '#ui/b.tsx';\nexport const c: A = b;\n" },
    found: ['src/http/app.ts:2: Node cannot load src/ui/b.tsx'],
  },
  {
    says: 'a relative import stays inside its floor or slice',
    find: imports(product, (module, { relative, target, specifier }) =>
      relative && target.startsWith('src/') && ![layerOf(module.path), 'src/'].includes(layerOf(target)) && layerOf(module.path) !== 'src/'
        ? `${specifier} leaves ${layerOf(module.path)}; write #${target.slice(4)}`
        : undefined,
    ),
    plant: {
      'src/slices/people/links.ts':
        "import './store.ts';\nimport '../../core/numeric/exact.ts';\nimport '../entries/index.ts';\nimport '../../routes.ts';\n",
    },
    found: [
      'src/slices/people/links.ts:2: ../../core/numeric/exact.ts leaves src/slices/people/; write #core/numeric/exact.ts',
      'src/slices/people/links.ts:3: ../entries/index.ts leaves src/slices/people/; write #slices/entries/index.ts',
    ],
  },
  {
    says: 'parts never import operations or platform, nor anything that rests on them',
    find: (tree) => {
      const rests = restsOnPlatform(tree);
      return imports(
        (path) => /^src\/slices\/[^/]+\/parts\//.test(path) && product(path),
        (_, { target, typeOnly }) => (!typeOnly && rests(target) ? `a part takes what it shows as props; not from ${target}` : undefined),
      )(tree);
    },
    plant: {
      'src/slices/entries/parts/card.tsx':
        "import { submitEntry } from '#slices/entries/index.ts';\nimport type { Entry } from '#slices/entries/index.ts';\nimport { shape } from '#slices/entries/schemas.ts';\nimport { log } from '#platform/log.server.ts';\nimport './card.css';\nexport const a: Entry = [submitEntry, shape, log];\n",
      'src/slices/entries/index.ts': "export { submitEntry } from './writing.ts';\n",
      'src/slices/entries/writing.ts':
        "import { operation } from '#platform/operation.server.ts';\nimport './index.ts';\nexport const submitEntry = operation;\n",
      'src/slices/entries/schemas.ts': "import type { EntryId } from '#platform/ids.ts';\nexport const shape: EntryId = '';\n",
    },
    found: [
      'src/slices/entries/parts/card.tsx:1: a part takes what it shows as props; not from src/slices/entries/index.ts',
      'src/slices/entries/parts/card.tsx:4: a part takes what it shows as props; not from src/platform/log.server.ts',
    ],
  },
  {
    says: 'ui knows neither slices nor words nor where its data comes from',
    find: imports(
      (path) => path.startsWith('src/ui/') && product(path),
      (_, { target, own }) => (own && !/^src\/(?:ui|core)\//.test(target) ? `ui may not know ${target}` : undefined),
    ),
    plant: {
      'src/ui/tables/table.tsx':
        "import '#ui/tokens.css';\nimport '#core/numeric/exact.ts';\nimport { wordsFor } from '#words/index.ts';\nexport const w = wordsFor;\n",
    },
    found: ['src/ui/tables/table.tsx:3: ui may not know src/words/index.ts'],
  },
  {
    says: 'parts and ui import nothing that only a server has',
    find: imports(
      (path) => partOrUi.test(path) && product(path),
      (_, { target, typeOnly }) =>
        !typeOnly && (target.startsWith('node:') || /\.server\.tsx?$/.test(target)) ? `the browser has no ${target}` : undefined,
    ),
    plant: { 'src/ui/a.tsx': "import { join } from 'node:path';\nexport const a = join;\n" },
    found: ['src/ui/a.tsx:1: the browser has no node:path'],
  },
  {
    says: 'a platform module that needs the server ends in .server.ts',
    find: imports(
      (path) => path.startsWith('src/platform/') && product(path) && !path.endsWith('.server.ts'),
      (_, { target, typeOnly }) =>
        !typeOnly && (/^(?:node:|pg$|graphile-worker$|nodemailer$|@node-rs\/argon2$)/.test(target) || target.endsWith('.server.ts'))
          ? `imports ${target} and is not called .server.ts`
          : undefined,
    ),
    plant: {
      'src/platform/files.ts': "import 'node:fs';\n",
      'src/platform/mail.server.ts': "import 'nodemailer';\n",
      'src/platform/ids.ts': "import { v7 } from 'uuid';\nimport type { Pool } from 'pg';\nexport const a: Pool = v7;\n",
    },
    found: ['src/platform/files.ts:1: imports node:fs and is not called .server.ts'],
  },
  {
    says: 'the product never imports a test or what tests stand on',
    find: imports(product, (_, { target }) =>
      isTest(target) || target.startsWith('tests/') || target === 'vitest' ? `imports ${target}` : undefined,
    ),
    plant: {
      'src/main/web.ts': "import '#tests/support/database.ts';\n",
      'src/main/web.test.ts': "import '#tests/support/database.ts';\n",
    },
    found: ['src/main/web.ts:1: imports tests/support/database.ts'],
  },
  {
    says: 'JSX is written only in pages, parts, shells, ui and the root',
    find: (tree) =>
      tree.files
        .filter(
          (path) =>
            path.endsWith('.tsx') && !/^src\/(?:slices\/[^/]+\/(?:pages|parts)\/|shells\/|ui\/|root\.tsx$|entry\.[a-z]+\.tsx$)/.test(path),
        )
        .map((path) => `${path}: JSX has no place here`),
    plant: {
      'src/slices/messages/mails.tsx': '',
      'src/slices/people/pages/sign-in.public.tsx': '',
      'src/root.tsx': '',
      'src/http/app.tsx': '',
    },
    found: ['src/http/app.tsx: JSX has no place here', 'src/slices/messages/mails.tsx: JSX has no place here'],
  },
];
