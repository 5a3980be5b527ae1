/** What each component costs to draw on the server, as React does it in production. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Bench, type Figure, meanOf } from '../figure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that what is built finds the packages it runs with. */
const folder = join(root, 'build', 'bench-components');

type Times = { readonly name: string; readonly n: number; readonly times: readonly number[] };

async function measured(): Promise<readonly Times[]> {
  await build({
    root,
    mode: 'production',
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { ssr: fileURLToPath(new URL('./scenes.ts', import.meta.url)), outDir: folder, emptyOutDir: true, minify: false },
  });
  const measure = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production' };
  return JSON.parse(execFileSync(process.execPath, [measure, join(folder, 'scenes.js')], { encoding: 'utf8', env })) as Times[];
}

const promised: Readonly<Record<string, number>> = { 'Table of 100 rows and 8 columns': 1, 'Form of 20 fields': 1 };

export const components: Bench = {
  name: 'components',
  about: 'Components drawn on the server, without the page around them',
  run: async (say) => {
    say('built as the product is, then each drawn six hundred times');
    try {
      return (await measured()).map(({ name, n, times }): Figure => {
        const { mean, error } = meanOf(times);
        const most = promised[name];
        return { name, value: mean, unit: 'CPU ms', n, error, ...(most !== undefined && { promise: { most } }) };
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
