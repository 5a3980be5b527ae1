/** The web process's own server, and how it leaves without dropping anybody: it stops taking connections, answers what it has, closes. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { Server as NetServerClass } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Serving = { readonly host: string; readonly port: number; readonly behindProxy: boolean };

export type Drain = {
  /**
   * For a process nobody replaces on its port: milliseconds during which it still takes new connections while
   * `/healthz/ready` says no, so that a balancer can look and send people elsewhere.
   */
  readonly farewell?: number;
  /** Connections nobody speaks on: `close` at once, or `wait` until their time is up, because a request may be on its way. */
  readonly idle: 'close' | 'wait';
  /** Milliseconds after which what is left is cut. */
  readonly limit: number;
};

export type WebServer = { readonly port: number; readonly drain: (how: Drain) => Promise<void> };

/** A proxy reuses connections for about a minute and must not meet one we have just closed; browsers are told when we will. */
const idleFor = (behindProxy: boolean) => (behindProxy ? 75_000 : 5_000);
const readyPath = '/healthz/ready';

/** How long a client may take, in milliseconds: over the head of a request, and over all of it; and how often that is looked at. */
export type Patience = { readonly head: number; readonly whole: number; readonly look: number };

/** Thirty megabytes on a slow line take minutes. A head takes no time: whoever lets it trickle only wants to hold a connection. */
const usual: Patience = { head: 15_000, whole: 300_000, look: 5_000 };

function listening(server: Server, { host, port }: Serving): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off('error', fail);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** `http.Server.close` also cuts idle connections, with the request that may be under way to them; the one it inherits does not. */
function stopListening(server: Server): Promise<void> {
  return new Promise((done) => {
    NetServerClass.prototype.close.call(server, () => done());
  });
}

export async function serveHttp(listener: RequestListener, serving: Serving, patience: Patience = usual): Promise<WebServer> {
  const open = new Set<ServerResponse>();
  let leaving = false;
  let ready = true;
  const { head: headersTimeout, whole: requestTimeout, look: connectionsCheckingInterval } = patience;
  const limits = { headersTimeout, requestTimeout, connectionsCheckingInterval, keepAliveTimeout: idleFor(serving.behindProxy) };
  const server = createServer(limits, (request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (leaving) response.setHeader('connection', 'close');
    if (ready || request.url?.split('?')[0] !== readyPath) listener(request, response);
    else response.writeHead(503, { 'content-type': 'text/plain' }).end('leaving\n');
  });
  const port = await listening(server, serving);

  const drain = async ({ farewell, idle, limit }: Drain) => {
    leaving = true;
    ready = farewell === undefined;
    for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
    await sleep(farewell ?? 0);
    const closed = stopListening(server);
    const sweep = setInterval(() => idle === 'close' && server.closeIdleConnections(), 50);
    if (idle === 'close') server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), limit);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  };
  return { port, drain };
}
