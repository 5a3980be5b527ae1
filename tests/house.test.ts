/**
 * The rules of the house. Each is run on the project, where it finds nothing, and on a planted violation, where it finds
 * exactly that: a rule that reads no files or understands nothing cannot pass. A rule has no list of exceptions.
 */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coreRules } from './house/core.ts';
import { layerRules } from './house/layers.ts';
import { migrationRules } from './house/migrations.ts';
import { moduleRules } from './house/modules.ts';
import { nameRules } from './house/names.ts';
import { paperRules } from './house/papers.ts';
import { findPlanted, type Rule } from './house/rule.ts';
import { shapeRules } from './house/shape.ts';
import { sizeRules } from './house/sizes.ts';
import { textRules } from './house/text.ts';
import { folderTree, isProduct } from './house/tree.ts';

/** All that core may import from outside: shapes, hashes, signatures and calendar arithmetic, each pure. */
const corePackages = ['zod', '@noble/hashes', '@noble/ed25519', 'temporal-polyfill'];

const subjects: Readonly<Record<string, readonly Rule[]>> = {
  layers: layerRules,
  modules: moduleRules,
  core: coreRules(corePackages),
  shape: shapeRules,
  sizes: sizeRules,
  names: nameRules,
  text: textRules,
  papers: paperRules,
  migrations: migrationRules,
};

const tree = folderTree(resolve(import.meta.dirname, '..'));

test('the rules read the whole product: as many modules as there are files, with imports and functions in them', () => {
  const files = tree.files.filter((path) => isProduct(path) && /\.tsx?$/.test(path));
  const modules = tree.modules.filter(({ path }) => isProduct(path));
  expect(modules.length).toBe(files.length);
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length / 2);
  expect(modules.reduce((lines, module) => lines + module.lines, 0)).toBeGreaterThan(modules.length);
});

test('the rules read what .gitignore leaves in, and nothing that was installed or built', () => {
  expect(tree.files.filter((path) => /(?:^|\/)node_modules\/|^(?:build|data|\.git)\//.test(path))).toEqual([]);
  expect(tree.files).toContain('.gitignore');
});

for (const [subject, rules] of Object.entries(subjects)) {
  describe(subject, () => {
    for (const rule of rules) {
      test(rule.says, () => {
        expect(rule.find(tree)).toEqual([]);
      });
      test(`a planted violation is found: ${rule.says}`, () => {
        expect(findPlanted(rule)).toEqual(rule.found);
        expect(rule.found.length).toBeGreaterThan(0);
      });
    }
  });
}
