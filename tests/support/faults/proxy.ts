/**
 * Something between a client and a server that speaks TCP: PostgreSQL, SMTP, HTTP, an object store. It passes everything on until it
 * is told to do one of the things networks do. Its mood can change while connections are open.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

export type Mood =
  | { readonly kind: 'pass' }
  /** Nobody listens: whoever knocks is refused. Connections that are open stay. */
  | { readonly kind: 'refuse' }
  /** Whoever knocks gets in and is thrown out with a reset. */
  | { readonly kind: 'reset' }
  /** Takes everything and passes nothing on, either way: the other end is gone and nobody says so. */
  | { readonly kind: 'half-open' }
  /** Each piece comes so many milliseconds later, in its order. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** No more than so many bytes every so many milliseconds. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly every: number }
  /** Ends the connection after so many bytes that way, counted from now on. */
  | { readonly kind: 'cut-after'; readonly bytes: number; readonly way: Way }
  /**
   * The first connection on which a client sends this has its words passed on, and is ended when the server has answered them: what was
   * asked for is done, and nobody hears so. From then on another mood holds, `pass` unless told.
   */
  | { readonly kind: 'cut-answer'; readonly after: string; readonly next?: Mood };

/** `up` is from client to server. */
type Way = 'up' | 'down';

export type FaultProxy = {
  readonly port: number;
  /** The same address with the proxy in the place of the server. */
  readonly before: (url: string) => string;
  readonly set: (mood: Mood) => Promise<void>;
  /** Ends every connection that is open. */
  readonly cut: () => void;
  /** How often a connection was ended, reset or refused by the mood. */
  readonly struck: () => number;
  readonly stop: () => Promise<void>;
};

const pass: Mood = { kind: 'pass' };

function listening(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Server sockets whose next answer is not to arrive. */
const doomed = new WeakSet<Socket>();

type Facts = {
  readonly mood: () => Mood;
  readonly strike: () => void;
  readonly doom: (server: Socket, next: Mood) => void;
};

/** What the mood makes of the pieces that go one way on one connection. */
function pump(from: Socket, to: Socket, way: Way, facts: Facts): void {
  let since: Mood = pass;
  let bytes = 0;
  let order: Promise<void> = Promise.resolve();
  const forward = async (piece: Buffer): Promise<void> => {
    const mood = facts.mood();
    if (doomed.has(from)) return facts.strike();
    if (mood !== since) [since, bytes] = [mood, 0];
    bytes += piece.length;
    switch (mood.kind) {
      case 'half-open':
        return;
      case 'latency':
        await later(mood.ms);
        break;
      case 'slow':
        for (let at = 0; at < piece.length && !to.destroyed; at += mood.bytes) {
          to.write(piece.subarray(at, at + mood.bytes));
          await later(mood.every);
        }
        return;
      case 'cut-after':
        if (mood.way !== way || bytes < mood.bytes) break;
        to.write(piece.subarray(0, Math.max(0, piece.length - (bytes - mood.bytes))));
        return facts.strike();
      case 'cut-answer':
        if (way === 'up' && piece.includes(mood.after)) facts.doom(to, mood.next ?? pass);
        break;
      case 'pass':
      case 'refuse':
      case 'reset':
        break;
    }
    if (!to.destroyed) to.write(piece);
  };
  from.on('data', (piece: Buffer) => {
    order = order.then(() => forward(piece));
  });
  from.on('error', () => undefined);
  // What is still on its way arrives before the end does.
  from.on('close', (failed) => {
    order = order.then(() => {
      if (facts.mood().kind === 'half-open') return;
      if (failed) to.destroy();
      else to.end();
    });
  });
}

export async function startProxy(target: { readonly host: string; readonly port: number }): Promise<FaultProxy> {
  let mood: Mood = pass;
  let strikes = 0;
  const sockets = new Set<Socket>();
  const take = (client: Socket): void => {
    if (mood.kind === 'reset') {
      strikes += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect(target.port, target.host);
    const strike = () => {
      strikes += 1;
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    const doom = (socket: Socket, next: Mood) => {
      doomed.add(socket);
      void set(next);
    };
    pump(client, server, 'up', { mood: () => mood, strike, doom });
    pump(server, client, 'down', { mood: () => mood, strike, doom });
  };
  let listener = createServer(take);
  const port = await listening(listener, 0);
  const close = () => new Promise<void>((done) => listener.close(() => done()));
  const set = async (next: Mood) => {
    const [before, after] = [mood.kind === 'refuse', next.kind === 'refuse'];
    mood = next;
    if (after && !before) {
      strikes += 1;
      // Waits for nobody: connections that are open stay, and new ones find no listener.
      void close();
    }
    if (before && !after) {
      listener = createServer(take);
      await listening(listener, port);
    }
  };
  const before = (url: string): string => {
    const moved = new URL(url);
    moved.host = `127.0.0.1:${port}`;
    // A database of the tests is otherwise reached by its socket, past everything between.
    moved.searchParams.delete('host');
    return moved.href;
  };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = async () => {
    cut();
    if (listener.listening) await close();
  };
  return { port, before, set, cut, struck: () => strikes, stop };
}

/** Before the server an address names. */
export function proxyBefore(url: string, usualPort: number): Promise<FaultProxy> {
  const { hostname, port } = new URL(url);
  return startProxy({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usualPort) });
}
