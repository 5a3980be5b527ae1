/** Imports point down. The floors from below: core · words · platform · http, ui · slices in order · shells · screens · doors · main · cli. */
import { at, eachModule, type Rule } from './rule.ts';
import { isTest, type Module } from './tree.ts';

/** The order of an award's life: a slice may use those before it, never those after it. */
const sliceOrder = [
  'system',
  'people',
  'programmes',
  'lists',
  'messages',
  'companies',
  'metrics',
  'files',
  'entries',
  'nominations',
  'screening',
  'judging',
  'results',
  'privacy',
  'credentials',
  'recognition',
  'badges',
  'integrations',
  'site',
] as const;

type Floor = { readonly name: string; readonly height: number; readonly slice?: string };

/**
 * `root.tsx`, the table of routes, and the API. The command line stands above main: it is what starts the processes. The verifier is a
 * door that stands low: the page that recounts without us may know the rules, their words and the archive, and nothing of the product.
 */
const doors = /^src\/(?:[^/]+$|api\/)/;
const floors: readonly (readonly [RegExp, string, number])[] = [
  [/^src\/core\//, 'core', 0],
  [/^src\/words\//, 'words', 1],
  [/^src\/platform\//, 'platform', 2],
  [/^src\/http\//, 'http', 3],
  [/^src\/ui\//, 'ui', 3],
  [/^src\/verifier\//, 'verifier', 3],
  [/^src\/shells\//, 'shells', 5],
  [doors, 'doors', 7],
  [/^src\/main\//, 'main', 8],
  [/^src\/cli\//, 'cli', 9],
];

/** A slice's rooms lie below the shells, its screens (pages and parts) above them: a screen is drawn inside a shell. */
function floorOf(path: string): Floor | undefined {
  const slice = /^src\/slices\/([^/]+)\//.exec(path)?.[1];
  if (slice !== undefined) {
    const screen = /^src\/slices\/[^/]+\/(?:pages|parts)\//.test(path);
    return { name: screen ? `screens of ${slice}` : `slice ${slice}`, height: screen ? 6 : 4, slice };
  }
  const row = floors.find(([where]) => where.test(path));
  return row && { name: row[1], height: row[2] };
}

const product = (path: string) => path.startsWith('src/') && !isTest(path);
const rank = (slice: string) => sliceOrder.indexOf(slice as (typeof sliceOrder)[number]);

/** `say` answers what is wrong with one import of our own, or nothing. */
function ownImports(say: (module: Module, target: string, from: Floor, to: Floor) => string | undefined): Rule['find'] {
  return eachModule(product, (module) =>
    module.imports.flatMap(({ own, target, start }) => {
      const [from, to] = [floorOf(module.path), floorOf(target)];
      const wrong = own && from && to && say(module, target, from, to);
      return wrong ? [at(module, start, wrong)] : [];
    }),
  );
}

/** What every process imports first, so that mails, tasks and listeners of all slices are declared. */
const loader = 'src/main/slices.ts';

export const layerRules: readonly Rule[] = [
  {
    says: 'imports point down the floors of the house',
    find: ownImports((_, target, from, to) =>
      to.height > from.height || (to.height === from.height && to.name !== from.name && to.slice === undefined)
        ? `${from.name} may not import ${to.name} (${target})`
        : undefined,
    ),
    plant: {
      'src/core/a.ts': "import '#platform/database/db.server.ts';\n",
      'src/http/a.ts': "\nimport { b } from '#ui/b.ts';\nexport const c = b;\n",
      'src/verifier/main.ts': "import '#core/a.ts';\nimport '#slices/people/index.ts';\nimport '#ui/b.ts';\n",
      'src/slices/people/index.ts': "export * from '#shells/public.tsx';\n",
      'src/slices/people/pages/a.tsx': "import '#shells/public.tsx';\nimport '#core/a.ts';\n",
      'src/cli/web.ts': "const m = await import('#main/web.ts');\nexport const n = m;\n",
      'src/main/a.ts': "import '../routes.ts';\nconst m = await import('#cli/web.ts');\nexport const n = m;\n",
    },
    found: [
      'src/core/a.ts:1: core may not import platform (src/platform/database/db.server.ts)',
      'src/http/a.ts:2: http may not import ui (src/ui/b.ts)',
      'src/main/a.ts:2: main may not import cli (src/cli/web.ts)',
      'src/slices/people/index.ts:1: slice people may not import shells (src/shells/public.tsx)',
      'src/verifier/main.ts:2: verifier may not import slice people (src/slices/people/index.ts)',
      'src/verifier/main.ts:3: verifier may not import ui (src/ui/b.ts)',
    ],
  },
  {
    says: 'a slice uses the slices before it in the life of an award, never those after it',
    find: ownImports((_, target, from, to) =>
      from.slice !== undefined && to.slice !== undefined && rank(to.slice) > rank(from.slice)
        ? `time runs one way: ${from.slice} before ${to.slice} (${target})`
        : undefined,
    ),
    plant: {
      'src/slices/entries/submit.ts':
        "import '#slices/programmes/index.ts';\nimport type { Ballot } from '#slices/judging/index.ts';\nexport type B = Ballot;\n",
      'src/slices/programmes/pages/home.public.tsx': "import '#slices/results/index.ts';\n",
      'src/slices/judging/pages/ballot.judge.tsx': "import '#slices/entries/index.ts';\n",
    },
    found: [
      'src/slices/entries/submit.ts:2: time runs one way: entries before judging (src/slices/judging/index.ts)',
      'src/slices/programmes/pages/home.public.tsx:1: time runs one way: programmes before results (src/slices/results/index.ts)',
    ],
  },
  {
    says: 'a slice is entered only through its index.ts',
    find: ownImports((_, target, from, to) =>
      to.slice !== undefined && from.slice !== to.slice && target !== `src/slices/${to.slice}/index.ts`
        ? `${target} is inside a slice; ask its index.ts`
        : undefined,
    ),
    plant: {
      'src/slices/judging/ballots.ts': "import './store.ts';\nimport '#slices/entries/store.ts';\nimport '#slices/entries/index.ts';\n",
      'src/main/web.ts': "import '#slices/judging/jobs.ts';\n",
    },
    found: [
      'src/main/web.ts:1: src/slices/judging/jobs.ts is inside a slice; ask its index.ts',
      'src/slices/judging/ballots.ts:2: src/slices/entries/store.ts is inside a slice; ask its index.ts',
    ],
  },
  {
    says: 'every slice has its place in the order of an award',
    find: (tree) =>
      [...new Set(tree.files.flatMap((path) => /^src\/slices\/([^/]+)\//.exec(path)?.[1] ?? []))]
        .filter((slice) => rank(slice) === -1)
        .map((slice) => `src/slices/${slice}: not in the order ${sliceOrder.join(' → ')}`),
    plant: { 'src/slices/people/index.ts': '', 'src/slices/juries/index.ts': '' },
    found: [`src/slices/juries: not in the order ${sliceOrder.join(' → ')}`],
  },
  {
    says: 'every process loads every slice, in the order of an award',
    find: (tree) => {
      const there = [...new Set(tree.files.flatMap((path) => /^src\/slices\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? []))];
      const loaded = tree.modules
        .filter(({ path }) => path === loader)
        .flatMap(({ imports }) => imports.flatMap(({ target }) => /^src\/slices\/([^/]+)\//.exec(target)?.[1] ?? []));
      const wanted = there.sort((a, b) => rank(a) - rank(b));
      return wanted.join(' → ') === loaded.join(' → ') ? [] : [`${loader}: loads ${loaded.join(' → ')}, not ${wanted.join(' → ')}`];
    },
    plant: {
      'src/slices/people/index.ts': '',
      'src/slices/entries/index.ts': '',
      'src/slices/judging/index.ts': '',
      [loader]: "import '#slices/entries/index.ts';\nimport '#slices/people/index.ts';\n",
    },
    found: [`${loader}: loads entries → people, not people → entries → judging`],
  },
];
