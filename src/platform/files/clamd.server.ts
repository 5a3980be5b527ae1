/**
 * A virus scanner beside us, spoken to in clamd's own words (INSTREAM, clamd(8)): the content goes to it in pieces with their lengths
 * before them, and it answers one line.
 */
import { connect, type Socket } from 'node:net';

/** `host:port`, or the path of a socket. */
export type ScannerAddress = string;

let scanner: ScannerAddress | undefined;

/** Said once by each process; undefined where there is no scanner. */
export function configureScanner(address: ScannerAddress | undefined): void {
  scanner = address;
}

export function scansContents(): boolean {
  return scanner !== undefined;
}

export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly name: string }
  /** Larger than the scanner is set to look at. */
  | { readonly kind: 'too-large' };

const patience = 120_000;

function socketTo(address: ScannerAddress): Socket {
  const parts = /^(.+):(\d+)$/.exec(address);
  const [, host = '', port = ''] = parts ?? [];
  return parts ? connect({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) }) : connect({ path: address });
}

/** @throws Error for an answer nobody expects; the job is tried again */
function verdictOf(answer: string): Verdict {
  const text = answer.replaceAll('\0', '').trim();
  if (/^stream: OK$/.test(text)) return { kind: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { kind: 'found', name: found.slice(0, 200) };
  if (/size limit exceeded/i.test(text)) return { kind: 'too-large' };
  throw new Error('the scanner answered neither yes nor no');
}

function answerFrom(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.once('end', () => done(Buffer.concat(parts).toString('utf8')));
    // It closes as soon as it has seen enough, with pieces of ours still on their way: what it said before counts.
    socket.once('error', (error) => (parts.length > 0 ? done(Buffer.concat(parts).toString('utf8')) : fail(error)));
    socket.once('close', () => (parts.length > 0 ? done(Buffer.concat(parts).toString('utf8')) : fail(new Error('the scanner hung up'))));
    socket.setTimeout(patience, () => socket.destroy(new Error('the scanner does not answer')));
  });
}

function written(socket: Socket, bytes: Uint8Array, over: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (over() || socket.destroyed || socket.write(bytes)) return done();
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      done();
    };
    socket.once('drain', go);
    socket.once('close', go);
  });
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>, over: () => boolean): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'), over);
  for await (const part of content) {
    if (over()) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.byteLength);
    await written(socket, length, over);
    await written(socket, part, over);
  }
  await written(socket, Buffer.alloc(4), over);
}

/** The line broke while something was being sent. What was answered on it may be lost with it, so it is worth asking again. */
const isCut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');

async function scanOnce(address: ScannerAddress, content: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const socket = socketTo(address);
  let over = false;
  const answer = answerFrom(socket).finally(() => {
    over = true;
  });
  try {
    await Promise.race([send(socket, content, () => over), answer]);
    return verdictOf(await answer);
  } finally {
    answer.catch(() => undefined);
    socket.destroy();
  }
}

const tries = 5;

/**
 * `read` gives the content anew for each try. A scanner that has seen enough answers and closes, and a piece sent at that very moment
 * breaks the line before its answer is read; the next try reads it.
 * @throws Error where the scanner is away or does not answer
 */
export async function scan(read: () => Promise<AsyncIterable<Uint8Array>>): Promise<Verdict> {
  if (scanner === undefined) throw new Error('no scanner is configured');
  for (let left = tries - 1; ; left--) {
    try {
      return await scanOnce(scanner, await read());
    } catch (error) {
      if (left === 0 || !isCut(error)) throw error;
    }
  }
}
