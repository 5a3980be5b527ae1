import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTarHead, tarEnd, tarHead, tarPadding } from './tar.ts';

const long = `files/${'0'.repeat(36)}/${'f'.repeat(64)}`;

it('an archive is unpacked by the system’s own tar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-tar-'));
  const members = [
    ['manifest.json', '{}'],
    [long, 'x'.repeat(513)],
  ] as const;
  const parts = members.flatMap(([name, text]) => [tarHead(name, text.length), Buffer.from(text), tarPadding(text.length)]);
  writeFileSync(join(folder, 'a.tar'), Buffer.concat([...parts, tarEnd]));
  execFileSync('tar', ['xf', 'a.tar'], { cwd: folder });
  expect(members.map(([name]) => readFileSync(join(folder, name), 'utf8'))).toEqual(members.map(([, text]) => text));
  rmSync(folder, { recursive: true });
});

it('a head says the name and the size it was made with, however long and large', () => {
  for (const [name, size] of [
    ['a', 0],
    [long, 8 ** 11 - 1],
    [long, 8 ** 11],
    ['b/c', 2 ** 45],
  ] as const)
    expect(readTarHead(tarHead(name, size))).toEqual({ name, size });
});

it('a head that was changed is none, and an empty block is the end', () => {
  const head = tarHead('a', 12);
  head[3] = 66;
  expect(() => readTarHead(head)).toThrow(RangeError);
  expect(readTarHead(tarEnd.subarray(0, 512))).toBeUndefined();
});
