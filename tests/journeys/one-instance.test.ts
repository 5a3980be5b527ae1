/** The pages reach the server's own modules as the process has them: a second copy would be a second pool, a second clock. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

/** A context is found again only under the very object it was put under, so the guard can read what source put there only as one module. */
const script = `
  import { RouterContextProvider } from 'react-router';
  import { visitContext } from '#http/visit.ts';
  const { routes } = await import('./build/server/index.js');
  const context = new RouterContextProvider();
  const prepare = () => { throw new Error('reached through one instance'); };
  context.set(visitContext, { prepare });
  await routes.root.module.middleware[0]({ context, request: new Request('http://localhost') }).catch((error) => console.log(error.message));
`;

test('the server bundle uses the modules of the server, not copies of them @scripts', () => {
  const root = resolve(import.meta.dirname, '../..');
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' });
  expect(said).toContain('reached through one instance');
});
