/**
 * The seal of a backup: the age format, version 1 (https://age-encryption.org/v1), with a passphrase. The payload is cut into chunks
 * of 64 KiB, each with its own tag and a nonce that counts; the last is marked. So nothing may be cut off, swapped or changed unseen.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { problem } from '#core/problems/problem.ts';
import { ByteReader, blocks } from './bytes.ts';

const version = 'age-encryption.org/v1';
const cipher = 'chacha20-poly1305';
const tag = 16;
const chunk = 64 * 1024;
/** 128 MiB and about half a second for each guess; a file that asks for much more would be a trap. */
const workFactor = 17;
const mostWork = 20;
const longestHeader = 1024;

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

function keyOf(passphrase: string, salt: Uint8Array, work: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** work, r: 8, p: 1, maxmem: 256 * 2 ** work * 8 };
  return new Promise((done, fail) => {
    const salted = Buffer.concat([Buffer.from(`${version}/scrypt`), salt]);
    scrypt(passphrase.normalize('NFKC'), salted, 32, options, (error, key) => (error ? fail(error) : done(key)));
  });
}

function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tag });
  return Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
}

/** Undefined when it is not what was sealed under this key and nonce. */
function unseal(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < tag) return undefined;
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tag });
  opening.setAuthTag(sealed.subarray(-tag));
  try {
    return Buffer.concat([opening.update(sealed.subarray(0, -tag)), opening.final()]);
  } catch {
    return undefined;
  }
}

function derived(key: Uint8Array, salt: Uint8Array, about: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, about, 32));
}

/** Eleven bytes that count and one that marks the last. */
function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

const noNonce = Buffer.alloc(12);

function macOf(fileKey: Uint8Array, header: string): Buffer {
  return createHmac('sha256', derived(fileKey, Buffer.alloc(0), 'header'))
    .update(header)
    .digest();
}

/** Seals a stream under a passphrase; `work` is the logarithm of what a guess costs, and only tests take a smaller one. */
export async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string, work = workFactor): AsyncGenerator<Buffer> {
  const [fileKey, salt, nonce] = [randomBytes(16), randomBytes(16), randomBytes(16)];
  const wrapped = seal(await keyOf(passphrase, salt, work), noNonce, fileKey);
  const header = `${version}\n-> scrypt ${text(salt)} ${work}\n${text(wrapped)}\n---`;
  yield Buffer.from(`${header} ${text(macOf(fileKey, header))}\n`);
  yield nonce;
  const key = derived(fileKey, nonce, 'payload');
  let count = 0;
  for await (const { bytes, last } of blocks(plain, chunk)) {
    yield seal(key, nonceOf(count, last), bytes);
    count += 1;
  }
}

type Header = { readonly salt: Buffer; readonly work: number; readonly wrapped: Buffer; readonly signed: string; readonly mac: Buffer };

const shape = /^(age-encryption\.org\/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9]\d?)\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n$/;

async function readHeader(reader: ByteReader, file: string): Promise<Header> {
  let read = '';
  for (let line = 0; line < 4; line += 1) {
    const next = await reader.line(longestHeader);
    if (next === undefined) throw problem('backup.not-a-backup', { file });
    read += `${next}\n`;
  }
  const [, signed = '', salt = '', work = '', wrapped = '', mac = ''] = shape.exec(read) ?? [];
  if (signed === '' || Number(work) > mostWork) throw problem('backup.not-a-backup', { file });
  const bytes = (base64: string) => Buffer.from(base64, 'base64');
  return { salt: bytes(salt), work: Number(work), wrapped: bytes(wrapped), signed, mac: bytes(mac) };
}

async function openHeader(reader: ByteReader, passphrase: string, file: string): Promise<Buffer> {
  const header = await readHeader(reader, file);
  const fileKey = unseal(await keyOf(passphrase, header.salt, header.work), noNonce, header.wrapped);
  if (fileKey === undefined) throw problem('backup.wrong-passphrase', { file });
  if (!timingSafeEqual(macOf(fileKey, header.signed), header.mac)) throw problem('backup.changed', { file, at: 0 });
  return fileKey;
}

/**
 * What was sealed, as it is read. Every byte given out is what was sealed at that place.
 * @throws Problem `backup.not-a-backup`, `backup.wrong-passphrase`, `backup.changed` (with the byte it was found at), `backup.cut-off`
 */
export async function* opened(bytes: AsyncIterable<Buffer>, passphrase: string, file: string): AsyncGenerator<Buffer> {
  const reader = new ByteReader(bytes);
  const fileKey = await openHeader(reader, passphrase, file);
  const nonce = await reader.take(16);
  if (nonce.length < 16) throw problem('backup.cut-off', { file });
  const key = derived(fileKey, nonce, 'payload');
  let count = 0;
  for await (const { bytes: piece, last } of blocks(reader.rest(), chunk + tag)) {
    const plain = unseal(key, nonceOf(count, last), piece);
    if (plain === undefined) throw problem(last ? 'backup.cut-off' : 'backup.changed', { file, at: count * chunk });
    yield plain;
    count += 1;
  }
}
