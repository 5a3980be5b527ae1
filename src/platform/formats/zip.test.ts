import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openZip, zip } from './zip.server.ts';

const files = [
  { name: 'manifest.json', bytes: new TextEncoder().encode('{"format":"plaudit-recount"}') },
  { name: 'checkpoints/größe.txt', bytes: new Uint8Array(randomBytes(5000)) },
  { name: 'empty', bytes: new Uint8Array(0) },
];

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)}` : String(error);
  }
  return 'nothing';
};

it('gives back every file it was given, and the same bytes for the same files', () => {
  const archive = openZip('a.zip', zip(files), 1_000_000);
  expect(archive.names).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files) expect(new Uint8Array(archive.read(name) ?? [1])).toEqual(bytes);
  expect(archive.read('other')).toBeUndefined();
  expect(zip(files)).toEqual(zip(files));
});

it('stops unpacking at the limit, whatever the archive says of itself', () => {
  const bomb = zip([{ name: 'zeros', bytes: new Uint8Array(5_000_000) }]);
  expect(bomb.length).toBeLessThan(10_000);
  expect(code(() => openZip('bomb.zip', bomb, 1_000_000).read('zeros'))).toBe('zip.too-large');
});

it('refuses an archive that is cut short, and a file that is not what its checksum says', () => {
  const whole = zip(files);
  for (const length of [0, 10, whole.length - 30, whole.length - 1]) {
    expect(code(() => openZip('cut.zip', whole.subarray(0, length), 1_000_000))).toBe('zip.broken');
  }
  const changed = Buffer.from(whole);
  const at = whole.indexOf('plaudit') > 0 ? whole.indexOf('plaudit') : 60;
  changed[at] = (changed[at] ?? 0) ^ 1;
  expect(code(() => openZip('changed.zip', changed, 1_000_000).read('manifest.json'))).toBe('zip.broken');
});

it('refuses an archive with two files of one name: each reader would take another', () => {
  expect(code(() => openZip('twice.zip', zip([...files, ...files.slice(0, 1)]), 1_000_000))).toBe('zip.broken');
});
