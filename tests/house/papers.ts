/** Papers that bind: every dependency has its reason, every word of the glossary is the only one for its concept. */
import { posix } from 'node:path';
import { Visitor } from 'vite';
import { at, type Rule } from './rule.ts';
import type { Tree } from './tree.ts';

const dependencyPage = 'docs/decisions/dependencies.md';
const glossaryPage = 'docs/glossary.md';

/** The cells of every table row of a page, without the heading and the line under it. */
function rowsOf(page: string): string[][] {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const headings = new Set(cells.flatMap((row, i) => (row.every((cell) => /^:?-+:?$/.test(cell)) ? [i - 1, i] : [])));
  return cells.filter((_, i) => !headings.has(i));
}

function declared(tree: Tree): string[] {
  const {
    dependencies = {},
    devDependencies = {},
    optionalDependencies = {},
  } = JSON.parse(tree.read('package.json')) as Record<string, Record<string, string>>;
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort();
}

function dependencyFaults(tree: Tree): string[] {
  const explained = new Map(rowsOf(tree.read(dependencyPage)).map(([name = '', reason = '']) => [name.replaceAll('`', ''), reason]));
  const names = declared(tree);
  return [
    ...names.filter((name) => (explained.get(name) ?? '').length < 10).map((name) => `${name} has no reason in ${dependencyPage}`),
    ...[...explained.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is explained in ${dependencyPage} and not a dependency`),
  ];
}

/** Words the glossary rules out, each with the word that stands for the concept. */
function ruledOut(tree: Tree): { readonly pattern: RegExp; readonly word: string; readonly instead: string }[] {
  return rowsOf(tree.read(glossaryPage)).flatMap(([word = '', , never = '']) =>
    never
      .split(',')
      .map((other) => other.trim())
      .filter((other) => other !== '' && other !== '–')
      .map((other) => ({ pattern: new RegExp(`(?<![\\w-])${other}s?(?![\\w-])`, 'i'), word: other, instead: word.replaceAll('*', '') })),
  );
}

function strayWords(tree: Tree): string[] {
  const banned = ruledOut(tree);
  return tree.modules
    .filter(({ path }) => path.startsWith('src/words/'))
    .flatMap((module) => {
      const found: string[] = [];
      const look = (start: number, text: string) => {
        for (const { pattern, word, instead } of banned)
          if (pattern.test(text)) found.push(at(module, start, `“${word}”: the word is ${instead}`));
      };
      new Visitor({
        Literal(node) {
          if (typeof node.value === 'string') look(node.start, node.value);
        },
        TemplateElement(node) {
          look(node.start, node.value.raw);
        },
      }).visit(module.program);
      return found;
    });
}

function decisionFaults(tree: Tree): string[] {
  const pages = tree.files.filter((path) => /^docs\/decisions\/\d/.test(path));
  const index = tree.read('docs/decisions/README.md');
  return pages.flatMap((path, i) => {
    const number = String(i + 1).padStart(4, '0');
    const name = path.slice('docs/decisions/'.length);
    const lines = tree.read(path).trimEnd().split('\n');
    return [
      ...(name.startsWith(`${number}-`) ? [] : [`${path}: expected number ${number}`]),
      ...(lines[0]?.startsWith(`# ${i + 1}. `) ? [] : [`${path}: opens with “# ${i + 1}. What was decided”`]),
      ...(lines.length >= 20 && lines.length <= 60 ? [] : [`${path}: ${lines.length} lines, 20 to 60`]),
      ...(index.includes(`(${name})`) ? [] : [`${path}: not in docs/decisions/README.md`]),
    ];
  });
}

function brokenLinks(tree: Tree): string[] {
  const there = new Set(tree.files.flatMap((path) => path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))));
  return tree.files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...tree.read(path).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
        .map(([, link = '']) => ({ link, target: posix.join(posix.dirname(path), link).replace(/\/$/, '') }))
        .filter(({ target }) => !there.has(target))
        .map(({ link }) => `${path}: ${link} leads nowhere`),
    );
}

export const paperRules: readonly Rule[] = [
  {
    says: 'every link from one page to another leads somewhere',
    find: brokenLinks,
    plant: {
      'README.md':
        'See [the tour](docs/tour.md#start), [decisions](docs/decisions/), [the web](https://example.org) and [below](#below).\n',
      'docs/decisions/0001-one.md': '[back](../../README.md), [on](0002-two.md)\n',
    },
    found: ['README.md: docs/tour.md leads nowhere', 'docs/decisions/0001-one.md: 0002-two.md leads nowhere'],
  },
  {
    says: 'decisions are numbered without a gap, listed, and told in 20 to 60 lines',
    find: decisionFaults,
    plant: {
      'docs/decisions/README.md': '1. [One](0001-one.md)\n2. [Three](0003-three.md)\n',
      'docs/decisions/0001-one.md': `# 1. One\n${'text\n'.repeat(20)}`,
      'docs/decisions/0003-three.md': `# 3. Three\n${'text\n'.repeat(60)}`,
      'docs/decisions/0003-unlisted.md': `# 3. Unlisted\n${'text\n'.repeat(30)}`,
    },
    found: [
      'docs/decisions/0003-three.md: expected number 0002',
      'docs/decisions/0003-three.md: opens with “# 2. What was decided”',
      'docs/decisions/0003-three.md: 61 lines, 20 to 60',
      'docs/decisions/0003-unlisted.md: not in docs/decisions/README.md',
    ],
  },
  {
    says: 'every dependency has its reason in writing, and every reason its dependency',
    find: dependencyFaults,
    plant: {
      'package.json': '{ "dependencies": { "zod": "4", "left-pad": "1" }, "devDependencies": { "knip": "6" } }',
      [dependencyPage]:
        '| package | reason |\n| --- | --- |\n| `zod` | shapes shared by forms and API |\n| `left-pad` | handy |\n| moment | dates and what comes with them |\n',
    },
    found: [
      'knip has no reason in docs/decisions/dependencies.md',
      'left-pad has no reason in docs/decisions/dependencies.md',
      'moment is explained in docs/decisions/dependencies.md and not a dependency',
    ],
  },
  {
    says: 'a concept has one word, and no sentence uses another',
    find: strayWords,
    plant: {
      [glossaryPage]:
        '| word | meaning | never |\n|---|---|---|\n| **entry** | competes | submission, application |\n| **judge** | marks | – |\n',
      'src/words/en/entries.ts':
        "export const entries = {\n  sent: 'Your submission is in.',\n  count: () => `applications`,\n  fine: 'The application form is an entry form: re-submissions are not a word.',\n};\n",
    },
    found: [
      'src/words/en/entries.ts:2: “submission”: the word is entry',
      'src/words/en/entries.ts:3: “application”: the word is entry',
      'src/words/en/entries.ts:4: “application”: the word is entry',
    ],
  },
];
