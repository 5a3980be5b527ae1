/** A stand-in for the scanner of others, on a real port, in clamd's own words: it finds EICAR's test string and nothing else. */
import { createServer, type Socket } from 'node:net';

/** The string every scanner answers to; in two parts, so that this file is not taken for it. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE'}!$H+H*`;

export type Clamd = {
  readonly address: string;
  /** Bytes it looks at before it says that it is too much. */
  limit: number;
  /** Answers nothing and hangs up. */
  silent: boolean;
  readonly stop: () => Promise<void>;
};

/** Lengths before pieces until a length of nought, as clamd(8) has it. */
function contentOf(bytes: Buffer): { readonly whole: boolean; readonly content: Buffer } {
  const parts: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return { whole: true, content: Buffer.concat(parts) };
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { whole: false, content: Buffer.concat(parts) };
}

function serve(clamd: Clamd, socket: Socket): void {
  let bytes = Buffer.alloc(0);
  let answered = false;
  socket.on('error', () => undefined);
  socket.on('data', (part) => {
    // What is still on its way after the answer is taken and thrown away.
    if (answered) return;
    bytes = Buffer.concat([bytes, part]);
    if (clamd.silent || !bytes.toString('latin1', 0, 10).startsWith('zINSTREAM\0')) {
      socket.destroy();
      return;
    }
    const { whole, content } = contentOf(bytes);
    answered = whole || content.length > clamd.limit;
    if (content.length > clamd.limit) socket.end('INSTREAM size limit exceeded. ERROR\0');
    else if (whole) socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
}

export async function startClamd(): Promise<Clamd> {
  const server = createServer((socket) => serve(made, socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const made: Clamd = {
    address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    limit: 1_000_000,
    silent: false,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
  return made;
}
