/** Names: files and folders say what they are about. */
import { Visitor } from 'vite';
import { at, type Rule } from './rule.ts';
import { isTest, type Module, type Tree } from './tree.ts';

const bannedFolders = ['utils', 'util', 'helpers', 'common', 'misc', 'lib', 'shared'];
/** The five audiences, whoever is signed in, and who looks after the installation. */
const readers = ['public', 'entrant', 'judge', 'organiser', 'employee', 'person', 'operator'];
const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
/** Names fixed by those who look for them. */
const conventional = /^(?:README\.md|CONTRIBUTING\.md|SECURITY\.md|LICENSE[^/]*|Dockerfile)$/;
/** A noun that outgrew its file is split by noun, not by number. */
const splitBadly = /-(?:\d|helpers?|utils?)\.(?:tsx?|css)$/;

function paths(tree: Tree): string[] {
  const folders = tree.files.flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, i, parts) => parts.slice(0, i + 1).join('/')),
  );
  return [...new Set([...folders, ...tree.files])].sort();
}

const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);

type Title = { readonly start: number; readonly text: string };

/** What `test('…')`, `it.each(…)('…')` and their kin are called, where the title is written out. */
function titlesOf(module: Module): Title[] {
  const found: Title[] = [];
  const rootName = (node: { type: string }): string => {
    const inner = node as { type: string; name?: string; object?: { type: string }; callee?: { type: string }; tag?: { type: string } };
    const next = inner.object ?? inner.callee ?? inner.tag;
    return inner.type === 'Identifier' ? (inner.name ?? '') : next ? rootName(next) : '';
  };
  new Visitor({
    CallExpression(node) {
      const [title] = node.arguments;
      const plain = node.callee.type === 'Identifier' || node.callee.type === 'CallExpression' || node.callee.type === 'MemberExpression';
      if (!plain || node.arguments.length < 2 || !['test', 'it'].includes(rootName(node.callee))) return;
      if (
        node.callee.type === 'MemberExpression' &&
        node.callee.property.type === 'Identifier' &&
        ['use', 'step', 'describe', 'extend'].includes(node.callee.property.name)
      )
        return;
      if (title?.type === 'Literal' && typeof title.value === 'string') found.push({ start: title.start, text: title.value });
      if (title?.type === 'TemplateLiteral') found.push({ start: title.start, text: module.text.slice(title.start + 1, title.end - 1) });
    },
  }).visit(module.program);
  return found;
}

function titleFault({ text }: Title): string | undefined {
  // A row of a table may bring the sentence, or most of it.
  const rows = /%[sdifjop#$]|\$[a-z{]/i.test(text);
  if (!rows && text.split(/\s+/).length < 4) return 'a title is a sentence about the domain';
  if (/^should\b|\bshould\b.*\bwhen\b/i.test(text)) return 'a title says what is so, not what should be';
  if (text.endsWith('.')) return 'a title has no full stop';
  return undefined;
}

export const nameRules: readonly Rule[] = [
  {
    says: 'no folder is called utils, helpers, common, misc, lib or shared',
    find: (tree) => paths(tree).filter((path) => !tree.files.includes(path) && bannedFolders.includes(base(path))),
    plant: { 'src/core/utils/a.ts': '', 'tests/support/a.ts': '', 'src/ui/common/deep/a.tsx': '' },
    found: ['src/core/utils', 'src/ui/common'],
  },
  {
    says: 'files and folders are named in kebab-case after what they are about',
    find: (tree) => paths(tree).filter((path) => !conventional.test(base(path)) && (!kebab.test(base(path)) || splitBadly.test(path))),
    plant: {
      'src/core/exactMean.ts': '',
      'src/core/scoring-2.ts': '',
      'src/core/link-helpers.ts': '',
      'src/core/sha-256.ts': '',
      'README.md': '',
      'src/UI/a.ts': '',
      '.oxlintrc.json': '',
    },
    found: ['src/UI', 'src/core/exactMean.ts', 'src/core/link-helpers.ts', 'src/core/scoring-2.ts'],
  },
  {
    says: 'a page is named after its subject and its reader',
    find: (tree) =>
      tree.files.filter(
        (path) =>
          /^src\/slices\/[^/]+\/pages\/.*\.tsx$/.test(path) &&
          !isTest(path) &&
          !new RegExp(`/[a-z0-9-]+\\.(?:${readers.join('|')})\\.tsx$`).test(path),
      ),
    plant: {
      'src/slices/judging/pages/ballot.judge.tsx': '',
      'src/slices/judging/pages/progress.tsx': '',
      'src/slices/judging/pages/progress-events.ts': '',
      'src/slices/judging/pages/panel.manager.tsx': '',
    },
    found: ['src/slices/judging/pages/panel.manager.tsx', 'src/slices/judging/pages/progress.tsx'],
  },
  {
    says: 'the title of a test is a sentence',
    find: (tree) =>
      tree.modules
        .filter(({ path }) => isTest(path))
        .flatMap((module) =>
          titlesOf(module).flatMap((title) => {
            const fault = titleFault(title);
            return fault ? [at(module, title.start, `“${title.text}”: ${fault}`)] : [];
          }),
        ),
    plant: {
      'src/core/a.test.ts':
        "test('works', () => {});\ntest('a judge with a conflict is never assigned the entry', () => {});\nit('should refuse a mark when late', () => {});\ntest.each([1])('adds %i', () => {});\ntest('an entry is counted only once.', () => {});\n",
    },
    found: [
      'src/core/a.test.ts:1: “works”: a title is a sentence about the domain',
      'src/core/a.test.ts:3: “should refuse a mark when late”: a title says what is so, not what should be',
      'src/core/a.test.ts:5: “an entry is counted only once.”: a title has no full stop',
    ],
  },
];
