import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, type Mood, startProxy } from './proxy.ts';

const letter = 'Word for word. '.repeat(200);
let server: Server;
let proxy: FaultProxy;

beforeAll(async () => {
  server = createServer((request, response) => {
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
    });
    request.on('end', () => response.end(request.method === 'POST' ? String(size) : letter));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  proxy = await startProxy({ host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 });
});
afterAll(async () => {
  await proxy.stop();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** One request on a connection of its own: what came, or how it failed. */
async function asked(init: RequestInit = {}): Promise<string> {
  try {
    const answer = await fetch(`http://127.0.0.1:${proxy.port}/`, { ...init, headers: { connection: 'close' } });
    return await answer.text();
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? message;
  }
}

async function under(mood: Mood, init?: RequestInit): Promise<string> {
  await proxy.set(mood);
  try {
    return await asked(init);
  } finally {
    await proxy.set({ kind: 'pass' });
  }
}

test('it passes on what it is given, late, slowly or as it comes', async () => {
  expect(await asked()).toBe(letter);
  expect(await under({ kind: 'latency', ms: 5 })).toBe(letter);
  expect(await under({ kind: 'slow', bytes: 1_000, every: 1 })).toBe(letter);
  expect(await under({ kind: 'slow', bytes: 1_000, every: 1 }, { method: 'POST', body: letter })).toBe(String(letter.length));
});

/** As Node's own client names it. */
const broken = /^(?:UND_ERR_\w+|ECONNRESET)$/;

test('it refuses, resets and cuts as networks do, and passes on again afterwards', async () => {
  expect(await under({ kind: 'refuse' })).toBe('ECONNREFUSED');
  expect(await under({ kind: 'reset' })).toMatch(broken);
  expect(await under({ kind: 'cut-after', bytes: 500, way: 'down' })).toMatch(broken);
  expect(await under({ kind: 'cut-after', bytes: 20, way: 'up' }, { method: 'POST', body: letter })).toMatch(broken);
  expect(await asked()).toBe(letter);
  expect(proxy.struck()).toBe(4);
});

test('half open, it takes everything and says nothing, and nobody hears that the other end is gone', async () => {
  await proxy.set({ kind: 'half-open' });
  const waited = await Promise.race([asked(), new Promise<string>((done) => setTimeout(done, 100, 'nothing came'))]);
  expect(waited).toBe('nothing came');
  await proxy.set({ kind: 'pass' });
});
