/**
 * Files on their way through this process, piece by piece. The memory of a piece is given back as soon as the piece is written: left to
 * the collector, which looks at what lies in JavaScript's own memory, sixty-four megabytes of pieces lie about before it comes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** Whoever calls this was the last to hold the piece. One that shares its memory with others is left to the collector. */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

const arriving = new WeakMap<Request, IncomingMessage>();

export function noteArriving(request: Request, incoming: IncomingMessage): void {
  arriving.set(request, incoming);
}

/** The body of a request; each piece is there until the next is asked for. */
export async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  const incoming = arriving.get(request);
  if (incoming === undefined) {
    if (request.body) yield* request.body as unknown as AsyncIterable<Uint8Array>;
    return;
  }
  // Whoever stops taking pieces still has to answer on this connection.
  for await (const piece of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    yield piece;
    giveBack(piece);
  }
}

const leaving = new WeakMap<Response, Readable>();

/** An answer with its content beside it, for the server to send by `sendContent`. */
export function contentAnswer(content: Readable, head: ResponseInit): Response {
  const answer = new Response(null, head);
  leaving.set(answer, content);
  return answer;
}

/** The content of an answer made by `contentAnswer`; every other answer carries its own body. */
export function contentOf(answer: Response): Readable | undefined {
  return leaving.get(answer);
}

/** Settles when the system has taken the piece, which nobody needs any more then. */
function written(outgoing: ServerResponse, piece: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    const gone = () => fail(new Error('the reader went away'));
    if (outgoing.destroyed) return gone();
    outgoing.once('close', gone);
    outgoing.write(piece, (error) => {
      outgoing.off('close', gone);
      if (error) fail(error);
      else done();
    });
  });
}

/** A reader who goes away, or content that cannot be read to its end, ends the connection: the length that was told shows it. */
export async function sendContent(outgoing: ServerResponse, { status, headers }: Response, content: Readable): Promise<void> {
  try {
    outgoing.setHeaders(headers).writeHead(status);
    for await (const piece of content as AsyncIterable<Uint8Array>) {
      await written(outgoing, piece);
      giveBack(piece);
    }
    outgoing.end();
  } catch {
    content.destroy();
    outgoing.destroy();
  }
}
