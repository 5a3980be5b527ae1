import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Attack, corpus, outOfReach } from './corpus.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Attacks whose test is not where it is said to be. */
function unshown(attacks: readonly Attack[]): string[] {
  return attacks.flatMap(({ attack, tests }) => {
    const missing = tests.filter(
      ([file, title]) =>
        !/\.test\.tsx?$/.test(file) || !existsSync(resolve(root, file)) || !readFileSync(resolve(root, file), 'utf8').includes(title),
    );
    return tests.length === 0 ? [`${attack}: no test`] : missing.map(([file, title]) => `${attack}: no “${title}” in ${file}`);
  });
}

test('every attack has its tests, each under the title that is told here', () => {
  expect(unshown(corpus)).toEqual([]);
  expect(new Set(corpus.map(({ attack }) => attack)).size).toBe(corpus.length);
  expect(Object.keys(outOfReach).filter((attack) => corpus.some((one) => one.attack === attack))).toEqual([]);
});

test('an attack without a test, or with one that is gone, is found', () => {
  const gone = { attack: 'gone', tests: [['tests/house/attacks/attacks.db.test.ts', 'no such title']] } as const;
  expect(unshown([{ attack: 'bare', tests: [] }, gone])).toEqual([
    'bare: no test',
    `gone: no “no such title” in tests/house/attacks/attacks.db.test.ts`,
  ]);
});
