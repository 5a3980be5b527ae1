/** A server of somebody else's that is told things: it keeps what it gets and behaves as it is told to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };

/** `refuse`: the connection is torn down; `hang`: nothing is answered; `trickle`: an answer without an end. */
export type Manner = number | 'refuse' | 'hang' | 'trickle' | 'redirect';

export type Receiver = {
  readonly url: string;
  readonly got: Got[];
  manner: Manner;
  readonly close: () => Promise<void>;
};

function answer(response: ServerResponse, manner: Manner): void {
  switch (manner) {
    case 'refuse':
      response.destroy();
      break;
    case 'hang':
      break;
    case 'trickle':
      response.writeHead(200);
      response.write('x'.repeat(40_000));
      break;
    case 'redirect':
      response.writeHead(302, { location: '/elsewhere' }).end();
      break;
    default:
      response.writeHead(manner).end(`answered ${manner}`);
  }
}

export async function aReceiver(manner: Manner = 204): Promise<Receiver> {
  const got: Got[] = [];
  const receiver = { got, manner };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url ?? '' });
      answer(response, receiver.manner);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  return Object.assign(receiver, { url: `http://127.0.0.1:${port}/hook`, close });
}
