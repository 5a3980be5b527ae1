/**
 * One set-up of a checkout at a time. The lock is a socket name that the kernel frees when its holder dies, however it
 * dies, so there is no stale lock to recognise. Whoever waits is connected to the holder and so notices its end.
 */
import { connect, createServer } from 'node:net';

/** Names that lie in no folder exist on Linux only; elsewhere the caller takes care not to start twice at once. */
const hasNames = process.platform === 'linux';

function listen(name) {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.write(`${process.pid}\n`);
    });
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(`\0${name}`, () => done(server));
  });
}

function waitFor(name, onWait) {
  return new Promise((done) => {
    const socket = connect(`\0${name}`);
    socket.once('data', (chunk) => onWait(Number(chunk)));
    socket.on('error', () => {});
    socket.once('close', done);
  });
}

/** Resolves when it is this process's turn, with the function that ends it. `onWait` hears the number of who is ahead. */
export async function takeTurn(name, onWait) {
  if (!hasNames) return () => {};
  for (;;) {
    const server = await listen(name);
    if (server === undefined) {
      await waitFor(name, onWait);
      continue;
    }
    const waiting = new Set();
    server.on('connection', (socket) => waiting.add(socket));
    return () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
  }
}
