/** Archives made piece by piece, held against programs that are not ours. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it, test } from 'vitest';
import { openZip } from '../zip.server.ts';
import { type ZipMember, zipped } from './zip-stream.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'zipped-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}

const video = new Uint8Array(randomBytes(50_001));
const text = new TextEncoder().encode('Words, words, words. '.repeat(40));
const members = (): ZipMember[] => [
  { name: 'index.html', bytes: text },
  { name: 'files/größe 🏆.mp4', content: pieces(video) },
  { name: 'empty', content: pieces(new Uint8Array(0)) },
  { name: 'none.txt', bytes: new Uint8Array(0) },
];

test('our own reader finds every file as it was given, and the same files make the same bytes', async () => {
  const bytes = await buffer(zipped(members()));
  const archive = openZip('a.zip', bytes, 1_000_000);
  expect(archive.names).toEqual(['index.html', 'files/größe 🏆.mp4', 'empty', 'none.txt']);
  expect(archive.read('files/größe 🏆.mp4')?.equals(video)).toBe(true);
  expect(archive.read('index.html')?.equals(text)).toBe(true);
  expect([archive.read('empty')?.length, archive.read('none.txt')?.length]).toEqual([0, 0]);
  expect((await buffer(zipped(members()))).equals(bytes)).toBe(true);
});

const reads = (program: string, ...asked: string[]) => spawnSync(program, asked, { encoding: 'buffer', maxBuffer: 100_000_000 });
const has = (program: string, asked: string) => reads(program, asked).status === 0;

describe.skipIf(!has('unzip', '-v'))('Info-ZIP', () => {
  it('finds nothing wrong and unpacks what was given', async () => {
    const path = join(folder, 'info.zip');
    writeFileSync(path, await buffer(zipped(members())));
    const tested = reads('unzip', '-t', path);
    expect([tested.status, String(tested.stdout).split('\n').at(-2)]).toEqual([0, `No errors detected in compressed data of ${path}.`]);
    expect(reads('unzip', '-p', path, 'files/*').stdout.equals(video)).toBe(true);
  });
});

describe.skipIf(!has('python3', '--version'))('Python', () => {
  const program = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(),len(z.namelist()))';

  it('reads an archive of more files than the old format can count', async () => {
    const many = Array.from({ length: 66_000 }, (_, i) => ({ name: `${i}`, content: pieces(new Uint8Array(0)) }));
    const path = join(folder, 'many.zip');
    writeFileSync(path, await buffer(zipped(many)));
    expect(String(reads('python3', '-c', program, path).stdout)).toBe('None 66000\n');
  });

  it('reads what begins behind four gigabytes', async () => {
    const path = join(folder, 'far.zip');
    // A hole in the file stands for what would lie before.
    const start = 5 * 1024 ** 3;
    const made =
      'import sys\nf=open(sys.argv[1],"r+b")\nb=f.read()\nf.seek(0)\nf.truncate(0)\nf.seek(int(sys.argv[2]))\nf.write(b)\nf.close()';
    writeFileSync(path, await buffer(zipped(members(), start)));
    expect(reads('python3', '-c', made, path, String(start)).status).toBe(0);
    expect(String(reads('python3', '-c', program, path).stdout)).toBe('None 4\n');
  });
});

it('holds no more than the piece at hand, however long a content is', async () => {
  const [piece, count] = [new Uint8Array(1_000_000), 300];
  async function* long() {
    for (let i = 0; i < count; i += 1) yield piece;
  }
  let [length, most] = [0, 0];
  const before = process.memoryUsage().arrayBuffers;
  for await (const part of zipped([{ name: 'long', content: long() }])) {
    length += part.byteLength;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(length).toBeGreaterThan(count * 1_000_000);
  expect(most).toBeLessThan(50_000_000);
});

it('names no file it has not got: an archive that breaks off has no directory', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
    throw new Error('the disk is gone');
  }
  const path = join(folder, 'broken.zip');
  const parts: Uint8Array[] = [];
  const work = (async () => {
    for await (const part of zipped([{ name: 'a', content: broken() }])) parts.push(part);
  })();
  await expect(work).rejects.toThrow('the disk is gone');
  writeFileSync(path, Buffer.concat(parts));
  expect(() => openZip('broken.zip', readFileSync(path), 1_000)).toThrow('zip.broken');
});
