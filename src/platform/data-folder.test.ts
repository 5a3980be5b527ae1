import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, writeSecretFile } from './data-folder.server.ts';

const base = join(tmpdir(), `plaudit-folder-${process.pid}`);
mkdirSync(base);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with all folders above it, closed to the eyes of others', () => {
    const folder = join(base, 'a/b/c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).mode & 0o066).toBe(0);
  });

  it('that cannot be made is refused at once, with the reason', () => {
    writeFileSync(join(base, 'file'), '');
    for (const [folder, reason] of [
      ['/proc/plaudit/data', 'ENOENT'],
      [join(base, 'file/data'), 'ENOTDIR'],
      [join(base, 'file'), 'ENOTDIR'],
    ] as const) {
      expect(() => makeFolder(folder)).toThrow(
        expect.objectContaining({ code: 'installation.folder-not-writable', facts: expect.objectContaining({ folder, reason }) }),
      );
    }
  });

  it('keeps its secret readable by its owner alone', () => {
    const file = join(base, 'secret');
    writeSecretFile(file, 'a secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
