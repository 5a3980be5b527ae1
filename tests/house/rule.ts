/** A rule of the house: a sentence, a reading of the tree that finds what breaks it, and a planted violation that it must find. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { folderTree, type Module, type Tree } from './tree.ts';

export type Rule = {
  /** A sentence about the house; it is the title of the test. */
  readonly says: string;
  /** One line for each violation, `path:line: what`, in the order of the tree. */
  readonly find: (tree: Tree) => readonly string[];
  /** Files of a small tree that breaks the rule and, beside them, files that come close and do not. */
  readonly plant: Readonly<Record<string, string>>;
  /** Exactly what `find` says about the planted tree. */
  readonly found: readonly string[];
};

export function at(module: Module, offset: number, what: string): string {
  return `${module.path}:${module.lineAt(offset)}: ${what}`;
}

/** Writes the planted files into a folder of their own and reads them as a tree. */
export function findPlanted(rule: Rule): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'plaudit-house-'));
  try {
    for (const [path, text] of Object.entries(rule.plant)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return rule.find(folderTree(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A rule that looks at one module at a time. */
export function eachModule(about: (path: string) => boolean, look: (module: Module) => readonly string[]): Rule['find'] {
  return (tree) => tree.modules.filter((module) => about(module.path)).flatMap(look);
}
