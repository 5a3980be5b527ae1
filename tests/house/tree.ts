/** The tree as the rules see it: every file of the project, and every TypeScript module parsed by a real parser. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { type Import, importsOf } from './imports.ts';

export type Module = {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
  readonly lineAt: (offset: number) => number;
};

export type Tree = {
  readonly root: string;
  /** Every file the project keeps: tracked, or new and not ignored. */
  readonly files: readonly string[];
  readonly modules: readonly Module[];
  readonly read: (path: string) => string;
};

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function parseModule(path: string, text: string): Module {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`);
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    program: parsed.program,
    imports: importsOf(path, text, parsed),
    lineAt: lineCounter(text),
  };
}

function treeOf(root: string, files: readonly string[]): Tree {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const modules = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')).map((path) => parseModule(path, read(path)));
  return { root, files, modules, read };
}

/** The patterns of .gitignore: plain names, at the root or anywhere, and endings. Another kind would be read wrongly, so it is refused. */
function ignoredBy(text: string): (path: string) => boolean {
  const patterns = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const tests = patterns.map((pattern) => {
    const name = /^(\/?)(\*?)([\w.-]+)(\/?)$/.exec(pattern);
    if (name === null) throw new Error(`.gitignore: the rules of the house do not understand ${pattern}`);
    const [, rooted, star, rest = ''] = name;
    const escaped = rest.replaceAll('.', '\\.');
    return new RegExp(`${rooted ? '^' : '(?:^|/)'}${star ? '[^/]*' : ''}${escaped}(?:/|$)`);
  });
  return (path) => tests.some((pattern) => pattern.test(path));
}

function filesBelow(root: string, ignored: (path: string) => boolean, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored(path)) return [];
    if (entry.isDirectory()) return filesBelow(root, ignored, path);
    return entry.isFile() ? [path] : [];
  });
}

/** A folder whole, but for what its .gitignore leaves out: the project, with or without git, or a planted violation. */
export function folderTree(root: string): Tree {
  const file = join(root, '.gitignore');
  const ignored = ignoredBy(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return treeOf(root, filesBelow(root, (path) => path === '.git' || ignored(path)).sort());
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path);
/** Hand-written product code: no tests, and nothing a tool wrote (`.gen.ts`). */
export const isProduct = (path: string) => path.startsWith('src/') && !isTest(path) && !path.includes('.gen.');
