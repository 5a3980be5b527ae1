/** The door of uploads alone on a port of its own, for whoever it is told comes; a connection can be cut at a number of bytes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { problemDocument, problemView, refusalIn } from '#http/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { answerTus } from '#slices/files/index.ts';

export type TusServer = {
  readonly url: string;
  /** The next request that brings more bytes than this loses its connection there. */
  cutAt: number | undefined;
  readonly methods: string[];
  readonly stop: () => Promise<void>;
};

export async function startTus(who: () => Ctx): Promise<TusServer> {
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = incoming;
    made.methods.push(method);
    const limit = made.cutAt;
    let seen = 0;
    incoming.on('data', (part: Buffer) => {
      seen += part.length;
      if (limit === undefined || seen <= limit) return;
      made.cutAt = undefined;
      incoming.destroy(new Error('cut'));
    });
    incoming.pause();
    const headers = new Headers(incoming.headers as Record<string, string>);
    const withBody = method === 'PATCH' || method === 'POST';
    const body = withBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {};
    const request = new Request(`http://${incoming.headers.host}${url}`, { method, headers, ...body });
    const answer = await answerTus(who(), request, /^\/uploads\/(.+)$/.exec(url)?.[1], '').catch((error: unknown) => {
      const refusal = refusalIn(error);
      if (refusal === undefined) throw error;
      return problemDocument(problemView(refusal, 'en'), '', '');
    });
    if (outgoing.destroyed) return;
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(method === 'HEAD' ? undefined : Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const made: TusServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAt: undefined,
    methods: [],
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => {
        server.close(() => done());
      });
    },
  };
  return made;
}
