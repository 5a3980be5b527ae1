/** The pages reach the server's own modules as the process has them: a second copy would be a second pool, a second clock. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const bundle = readFileSync(resolve(import.meta.dirname, '../../build/server/index.js'), 'utf8');

test('the server bundle holds screens, and imports every module of the server from its source', () => {
  const bundled = [...bundle.matchAll(/^\/\/#region (src\/\S+)/gm)].map(([, path = '']) => path);
  expect(bundled.length).toBeGreaterThan(20);
  expect(bundled.filter((path) => /^src\/(?:core|platform|slices|http|words)\/.*\.ts$/.test(path) && !path.includes('/pages/'))).toEqual(
    [],
  );
  expect(bundle).toContain('from "#http/visit.ts"');
  expect(bundle).toContain('from "#words/index.ts"');
});
