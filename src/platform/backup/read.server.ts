/** Reading a backup from its first byte to its last, and holding all of it against what it says of itself. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { opened } from './age.server.ts';
import { type Incoming, membersOf, wholeOf } from './archive.server.ts';
import { type Contents, contentOf, contentsShape, type Manifest, manifestShape, members, queue, tableOf } from './contents.ts';

const decompress = promisify(gunzip);

/** Told in the order of the archive: rows, then content. Each is awaited before more is read. */
export type Reader = {
  readonly rows?: (table: string, columns: readonly string[], piece: Buffer) => Promise<void> | void;
  readonly content?: (organisation: string, sha256: string, body: AsyncIterable<Buffer>) => Promise<void>;
  readonly progress?: (bytes: number) => void;
};

export type Backup = { readonly manifest: Manifest; readonly contents: Contents };

type Counted = { rows: number; readonly hash: Hash };

function rowsIn(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

/** What has been read so far, and whether it is what the end says. */
class Counting {
  readonly tables = new Map<string, Counted>();
  readonly wrong: string[] = [];
  files = 0;
  bytes = 0;

  count(table: string, piece: Buffer): void {
    const counted = this.tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
    this.tables.set(table, counted);
    counted.rows += rowsIn(piece);
    counted.hash.update(piece);
  }

  async *hashing(sha256: string, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const part of body) {
      hash.update(part);
      this.bytes += part.length;
      yield part;
    }
    this.files += 1;
    if (hash.digest('hex') !== sha256) this.wrong.push(sha256);
  }

  differences({ tables, files, damaged }: Contents): string[] {
    const known = new Set(damaged.map((path) => path.slice(-64)));
    const rows = Object.entries(tables).flatMap(([name, told]) => {
      const found = this.tables.get(name);
      const same = told.rows === (found?.rows ?? 0) && (told.rows === 0 || found?.hash.digest('hex') === told.sha256);
      return same ? [] : [name];
    });
    return [
      ...rows,
      ...[...this.tables.keys()].filter((name) => !(name in tables)),
      ...(files.count === this.files && files.bytes === this.bytes ? [] : ['files']),
      ...this.wrong.filter((sha256) => !known.has(sha256)),
    ];
  }
}

function parsed<S extends z.ZodType>(shape: S, bytes: Buffer, file: string): z.output<S> {
  try {
    return shape.parse(JSON.parse(bytes.toString()));
  } catch {
    throw problem('backup.not-a-backup', { file });
  }
}

function columnsOf(manifest: Manifest, table: string, file: string): readonly string[] {
  const columns = table === queue.name ? queue.columns : manifest.tables.find(({ name }) => name === table)?.columns;
  if (columns === undefined) throw problem('backup.not-a-backup', { file });
  return columns;
}

async function takeMember({ name, body }: Incoming, manifest: Manifest, reader: Reader, counting: Counting, file: string): Promise<void> {
  const table = tableOf(name);
  const content = contentOf(name);
  if (table !== undefined) {
    const piece = await decompress(await wholeOf(body));
    counting.count(table, piece);
    await reader.rows?.(table, columnsOf(manifest, table, file), piece);
  } else if (content !== undefined) {
    const hashed = counting.hashing(content.sha256, body);
    if (reader.content) await reader.content(content.organisation, content.sha256, hashed);
    for await (const _ of hashed);
  }
}

async function* bytesOf(file: string, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const part of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    read += part.length;
    progress(read);
    yield part;
  }
}

async function needFile(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw problem('backup.missing', { file });
  });
}

/** How a backup begins: what it is of, and the installation secret. The rest is not read. */
export async function readBeginning(file: string, passphrase: string): Promise<{ readonly manifest: Manifest; readonly secret: string }> {
  await needFile(file);
  let manifest: Manifest | undefined;
  for await (const member of membersOf(
    opened(
      bytesOf(file, () => undefined),
      passphrase,
      file,
    ),
    file,
  )) {
    if (manifest === undefined) manifest = parsed(manifestShape, await wholeOf(member.body), file);
    else if (member.name === members.secret) return { manifest, secret: (await wholeOf(member.body)).toString() };
    else break;
  }
  throw problem('backup.not-a-backup', { file });
}

/** @throws Problem `backup.missing`, those of the seal, and `backup.not-whole` where it does not hold what it says */
export async function readBackup(file: string, passphrase: string, reader: Reader): Promise<Backup> {
  await needFile(file);
  const counting = new Counting();
  let manifest: Manifest | undefined;
  let contents: Contents | undefined;
  for await (const member of membersOf(opened(bytesOf(file, reader.progress ?? (() => undefined)), passphrase, file), file)) {
    if (manifest === undefined) {
      if (member.name !== members.manifest) throw problem('backup.not-a-backup', { file });
      manifest = parsed(manifestShape, await wholeOf(member.body), file);
    } else if (member.name === members.contents) contents = parsed(contentsShape, await wholeOf(member.body), file);
    else await takeMember(member, manifest, reader, counting, file);
  }
  if (manifest === undefined || contents === undefined) throw problem('backup.not-whole', { file, what: members.contents });
  const wrong = counting.differences(contents);
  if (wrong.length > 0) throw problem('backup.not-whole', { file, what: wrong.slice(0, 5).join(', ') });
  return { manifest, contents };
}
