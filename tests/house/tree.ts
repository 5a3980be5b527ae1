/** The tree as the rules see it: every file of the project, and every TypeScript module parsed by a real parser. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

export function treeOf(root: string, files: readonly string[]): Tree {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const modules = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')).map((path) => parseModule(path, read(path)));
  return { root, files, modules, read };
}

/** The project itself, as git sees it: what is tracked, and what would be if it were added. */
export function projectTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const there = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  return treeOf(root, [...new Set(listed.split('\0'))].filter((path) => path !== '' && there(path)).sort());
}

/** Any folder, whole: for planted violations. */
export function folderTree(root: string): Tree {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile());
  return treeOf(root, files.sort());
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path);
/** Hand-written product code: no tests, and nothing a tool wrote (`.gen.ts`). */
export const isProduct = (path: string) => path.startsWith('src/') && !isTest(path) && !path.includes('.gen.');
