/** Pieces are given back while others of them are still on their way: nobody may get what came after. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentAnswer, contentOf, noteArriving, piecesOf, sendContent } from './passing.server.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function served<T>(listener: RequestListener, ask: (port: number) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await ask((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const parts = Array.from({ length: 64 }, (_, i) => randomBytes(i % 3 === 0 ? 100 : 65_536));
const whole = sha256(Buffer.concat(parts));

/** Copies: large ones have memory of their own, small ones share it with each other. */
const copies = () => Readable.from(parts.map((part) => Buffer.from(part)));

test('readers who are slow and readers who are fast get the same bytes', async () => {
  const give: RequestListener = (_, outgoing) => {
    const answer = contentAnswer(copies(), { status: 206, headers: { etag: '"one"' } });
    void sendContent(outgoing, answer, contentOf(answer) ?? Readable.from([]));
  };
  const read = async (port: number, pause: number) => {
    const [answer] = (await once(get({ port, host: '127.0.0.1', agent: false }), 'response')) as [IncomingMessage];
    const hash = createHash('sha256');
    for await (const part of answer as AsyncIterable<Buffer>) {
      hash.update(part);
      if (pause > 0) await sleep(pause);
    }
    return [answer.statusCode, answer.headers.etag, hash.digest('hex')];
  };
  const same = [206, '"one"', whole];
  expect(await served(give, (port) => Promise.all([read(port, 0), read(port, 2), read(port, 0)]))).toEqual([same, same, same]);
});

test('a reader who goes away leaves nothing open', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.allocUnsafeSlow(65_536);
    })(),
  );
  const over = new Promise((done) => endless.once('close', done));
  const give: RequestListener = (_, outgoing) => void sendContent(outgoing, contentAnswer(endless, {}), endless);
  await served(give, async (port) => {
    const asking = get({ port, host: '127.0.0.1', agent: false });
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    await once(answer, 'data');
    asking.destroy();
    await over;
  });
  expect(endless.destroyed).toBe(true);
});

test('what is sent arrives as it was sent, and the memory of what was taken is given back', async () => {
  const held: Uint8Array[] = [];
  const take: RequestListener = (incoming, outgoing) => {
    const asked = new Request('http://here/', { method: 'PATCH' });
    noteArriving(asked, incoming);
    void (async () => {
      const hash = createHash('sha256');
      for await (const piece of piecesOf(asked)) {
        held.push(piece);
        hash.update(piece);
        await sleep(1);
      }
      outgoing.end(hash.digest('hex'));
    })();
  };
  const answered = await served(take, async (port) => {
    const sending = request({ port, host: '127.0.0.1', agent: false, method: 'PATCH' });
    Readable.from(parts).pipe(sending);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    return (await answer.toArray()).join('');
  });
  expect(answered).toBe(whole);
  expect(held.reduce((sum, piece) => sum + piece.byteLength, 0)).toBeLessThan(65_536);
});
