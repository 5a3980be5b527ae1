import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../tests/support/child.ts';
import { temporaryFolder } from '../../tests/support/folders.ts';

const checkout = resolve(import.meta.dirname, '../..');
const folders: string[] = [];

/** No package of this miniature comes from a registry; one that is asked for must fail at once. */
const offline = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0', npm_config_prefer_offline: 'true' };

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Our launcher and set-up in a checkout whose only packages are two folders of its own: a Node and a developers' tool. */
function miniature(): string {
  const root = temporaryFolder('launcher');
  folders.push(root);
  for (const name of ['runtime', 'src/cli', 'node-package', 'tool']) mkdirSync(join(root, name), { recursive: true });
  for (const name of ['plaudit', 'runtime/setup.mjs', 'runtime/turn.mjs', 'runtime/obstacles.mjs'])
    cpSync(join(checkout, name), join(root, name));
  symlinkSync(process.execPath, join(root, 'node-package/node'));
  writeJson(join(root, 'node-package/package.json'), { name: 'miniature-node', version: '24.0.0', bin: { node: 'node' } });
  writeJson(join(root, 'tool/package.json'), { name: 'tool', version: '1.0.0' });
  const node = `node-${process.platform}-${process.arch}`;
  writeJson(join(root, 'runtime/package.json'), { name: 'r', optionalDependencies: { [node]: 'file:../node-package' } });
  writeJson(join(root, 'runtime/package-lock.json'), {
    name: 'r',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'r', optionalDependencies: { [node]: 'file:../node-package' } },
      '../node-package': { name: 'miniature-node', version: '24.0.0', optional: true, bin: { node: 'node' } },
      [`node_modules/${node}`]: { resolved: '../node-package', link: true },
    },
  });
  writePackages(root, { devDependencies: { tool: 'file:tool' } });
  writeFileSync(
    join(root, 'src/cli/main.ts'),
    'console.log(JSON.stringify({ args: process.argv.slice(2), node: process.argv0, cwd: process.cwd() }));',
  );
  return root;
}

function writePackages(root: string, wanted: { devDependencies?: Record<string, string>; dependencies?: Record<string, string> }): void {
  writeJson(join(root, 'package.json'), { name: 'm', version: '1.0.0', ...wanted });
  writeJson(join(root, 'package-lock.json'), {
    name: 'm',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'm', version: '1.0.0', ...wanted },
      'node_modules/tool': { resolved: 'tool', link: true },
      tool: { version: '1.0.0', dev: true },
      ...(wanted.dependencies === undefined ? {} : { 'node_modules/absent': { version: '1.0.0', integrity: 'sha512-AAAA' } }),
    },
  });
}

async function plaudit(root: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = root) {
  const running = run(join(root, 'plaudit'), args, { ...offline, ...env }, cwd);
  const { code } = await running.exited;
  return { code, output: running.output() };
}

const installs = (output: string) => output.split('\n').filter((line) => / (done|failed) \(/.test(line)).length;
const stampOf = (root: string) => join(root, 'node_modules/.plaudit-installed');

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the launcher', () => {
  it('sets up once, then runs from any folder and through a link', async () => {
    const root = miniature();
    const first = await plaudit(root, ['--version']);
    expect({ code: first.code, installs: installs(first.output) }).toEqual({ code: 0, installs: 2 });
    const link = join(root, 'elsewhere');
    mkdirSync(link);
    symlinkSync('../plaudit', join(link, 'awards'));
    const running = run(join(link, 'awards'), ['tally', 'a b'], offline, link);
    await running.exited;
    expect(JSON.parse(running.output())).toEqual({ args: ['tally', 'a b'], node: join(root, 'runtime/node_modules/.bin/node'), cwd: link });
  });

  it("brings the developers' tools when the suite is asked for, and keeps them", async () => {
    const root = miniature();
    await plaudit(root, ['start']);
    expect(existsSync(join(root, 'node_modules/tool'))).toBe(false);
    expect(installs((await plaudit(root, ['test'])).output)).toBe(1);
    expect(existsSync(join(root, 'node_modules/tool'))).toBe(true);
    expect(installs((await plaudit(root, ['start'])).output)).toBe(0);
  });

  it('makes a half-finished installation anew', async () => {
    const root = miniature();
    await plaudit(root, ['start']);
    rmSync(stampOf(root));
    mkdirSync(join(root, 'node_modules/half'));
    const again = await plaudit(root, ['start']);
    expect(again.output).toContain('An earlier set-up did not finish');
    expect({ code: again.code, installs: installs(again.output), half: existsSync(join(root, 'node_modules/half')) }).toEqual({
      code: 0,
      installs: 1,
      half: false,
    });
  });

  it('installs again when the lockfile has changed', async () => {
    const root = miniature();
    await plaudit(root, ['start']);
    writePackages(root, {});
    expect(installs((await plaudit(root, ['start'])).output)).toBe(1);
    expect(installs((await plaudit(root, ['start'])).output)).toBe(0);
  });

  it('lets two starts at once set up one after the other', async () => {
    const root = miniature();
    const both = await Promise.all([plaudit(root, ['start']), plaudit(root, ['start'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ output }) => installs(output)).sort((a, b) => a - b)).toEqual([0, 2]);
  });

  it('says that the registry is out of reach, leaves no stamp, and succeeds once it is not needed', async () => {
    const root = miniature();
    writePackages(root, { dependencies: { absent: '1.0.0' } });
    const failed = await plaudit(root, ['start']);
    expect(failed.code).toBe(3);
    expect(failed.output).toContain('the package registry could not be reached (ECONNREFUSED)');
    expect(existsSync(stampOf(root))).toBe(false);
    writePackages(root, {});
    expect((await plaudit(root, ['start'])).code).toBe(0);
  });

  it('leaves a whole installation whole when a change of it fails', async () => {
    const root = miniature();
    await plaudit(root, ['test']);
    const stamp = readFileSync(stampOf(root), 'utf8');
    writePackages(root, { dependencies: { absent: '1.0.0' }, devDependencies: { tool: 'file:tool' } });
    expect((await plaudit(root, ['test'])).code).toBe(3);
    expect(readFileSync(stampOf(root), 'utf8')).toBe(stamp);
    expect(existsSync(join(root, 'node_modules/tool'))).toBe(true);
    writePackages(root, { devDependencies: { tool: 'file:tool' } });
    expect(installs((await plaudit(root, ['test'])).output)).toBe(0);
  });

  it('says what is missing when there is no npm, and when there is no Node at all', async () => {
    const root = miniature();
    const tools = join(root, 'bin');
    mkdirSync(tools);
    for (const name of ['sh', 'cat', 'cksum', 'uname', 'readlink']) symlinkSync(join('/usr/bin', name), join(tools, name));
    const without = await plaudit(root, ['start'], { PATH: tools });
    expect(without).toEqual({ code: 3, output: expect.stringContaining('Node.js is not installed') });
    symlinkSync(process.execPath, join(tools, 'node'));
    const withoutNpm = await plaudit(root, ['start'], { PATH: tools });
    expect(withoutNpm).toEqual({ code: 3, output: expect.stringContaining('npm is not installed') });
  });

  it('says which folder it cannot write', () => {
    const root = miniature();
    chmodSync(root, 0o555);
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}; // root writes anywhere
    const { status, stderr } = spawnSync(join(root, 'plaudit'), ['start'], { ...somebody, cwd: root, encoding: 'utf8' });
    chmodSync(root, 0o711);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`${root} cannot be written`) });
  });
});
