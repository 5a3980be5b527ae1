/** Clients that speak slowly, too much, or in two tongues at once: each is cut off, and everybody else is answered meanwhile. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveHttp, type WebServer } from './http-server.server.ts';

let server: WebServer;
/** Paths of the requests that reached the application. */
const reached: string[] = [];

beforeAll(async () => {
  const serving = { host: '127.0.0.1', port: 0, behindProxy: false };
  server = await serveHttp(
    (request, response) => {
      reached.push(request.url ?? '');
      request.resume().on('end', () => response.end('served'));
    },
    serving,
    { head: 150, whole: 300, look: 30 },
  );
});
afterAll(() => server.drain({ idle: 'close', limit: 0 }));

/** Everything the server says to these words until it ends the connection. */
function told(...words: readonly string[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      for (const text of words) socket.write(text);
    });
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(text));
  });
}

const statusOf = (text: string) => text.split('\r\n')[0]?.split(' ')[1];
const served = () => fetch(`http://127.0.0.1:${server.port}/meanwhile`).then((answer) => answer.text());

test('whoever lets a head or a body trickle is cut off in time, and everybody else is served meanwhile', async () => {
  const heads = Array.from({ length: 20 }, () => told('GET /slow HTTP/1.1\r\nHost: x\r\n'));
  const bodies = Array.from({ length: 20 }, () => told('POST /slow-body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 'a'));
  expect(await served()).toBe('served');
  expect(new Set((await Promise.all(heads)).map(statusOf))).toEqual(new Set(['408']));
  expect(new Set((await Promise.all(bodies)).map(statusOf))).toEqual(new Set(['408']));
  expect(reached).not.toContain('/slow');
  expect(await served()).toBe('served');
});

test('a head of more than sixteen kilobytes is refused before anybody reads it', async () => {
  expect(statusOf(await told(`GET /huge HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`))).toBe('431');
  expect(statusOf(await told(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`))).toBe('431');
  expect(reached).not.toContain('/huge');
});

const second = 'GET /smuggled HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const post = (heads: string, body: string) => `POST /first HTTP/1.1\r\nHost: x\r\n${heads}\r\n\r\n${body}`;

test.each([
  ['two lengths', post('Content-Length: 5\r\nContent-Length: 6', `aaaaa${second}`)],
  ['a length and pieces', post('Content-Length: 5\r\nTransfer-Encoding: chunked', `0\r\n\r\n${second}`)],
  ['pieces and something else', post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${second}`)],
  ['a blank before the colon', post('Transfer-Encoding : chunked', `0\r\n\r\n${second}`)],
  ['a length that is no number', post('Content-Length: +5', `aaaaa${second}`)],
  ['a header over two lines', post('X: a\r\n b: Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\tx', second)],
  ['a size of pieces with words', post('Transfer-Encoding: chunked', `0x5\r\naaaaa\r\n0\r\n\r\n${second}`)],
  ['a line that ends in a bare return', post('Content-Length: 0\rTransfer-Encoding: chunked', second)],
])('a request with %s is refused, and nothing after it is taken for another', async (_, words) => {
  reached.length = 0;
  expect(statusOf(await told(words))).toBe('400');
  expect(reached).not.toContain('/smuggled');
});
