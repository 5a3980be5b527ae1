/** The two programs a supervisor starts, as they run on the inside: ready, progress, and an orderly end. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { contentOf, noteArriving, sendContent } from '../files/passing.server.ts';
import { type Drain, type Serving, serveHttp } from './http-server.server.ts';
import { type Ending, isSupervised, reportReady, showProgress, whenToEnd } from './parent-link.server.ts';

export type Application = {
  /** `peer` is the network address at the other end of the connection. */
  readonly fetch: (request: Request, peer: string) => Response | Promise<Response>;
  readonly close: () => Promise<void>;
};
export type Jobs = {
  readonly progressAt: () => number;
  /** Settles when the queue's workers ended by themselves. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What a request under way may still take. */
const drainLimit = 25_000;
const balancerLooksEvery = 5_000;

function drainFor(why: Ending): Drain {
  switch (why) {
    case 'all-stops':
      return { idle: 'close', limit: drainLimit };
    case 'replaced':
      // Under a supervisor the port stays open whoever leaves; alone, a balancer has to notice first.
      return { idle: 'wait', limit: drainLimit, ...(isSupervised ? {} : { farewell: balancerLooksEvery }) };
    case 'orphaned':
      return { idle: 'close', limit: 2_000 };
  }
}

/** Requests of a connection to the application; content that lies beside an answer is sent by itself. */
export function listenerFor(fetch: Application['fetch']) {
  return getRequestListener(async (request, { incoming, outgoing }) => {
    if (incoming instanceof IncomingMessage) noteArriving(request, incoming);
    const answer = await fetch(request, incoming.socket.remoteAddress ?? '');
    const content = contentOf(answer);
    if (content === undefined || !(outgoing instanceof ServerResponse)) return answer;
    await sendContent(outgoing, answer, content);
    return RESPONSE_ALREADY_SENT;
  });
}

/** Serves until told to stop; the process ends with it. */
export async function runWeb(serving: Serving, application: Application): Promise<void> {
  const listener = listenerFor(application.fetch);
  const server = await serveHttp((request, response) => void listener(request, response), serving);
  showProgress(() => performance.now());
  whenToEnd((why) => {
    void (async () => {
      await server.drain(drainFor(why));
      await application.close();
      process.exit(0);
    })();
  });
  reportReady();
}

/** Works off the queue until told to stop; a job under way is finished, or runs again elsewhere. */
export function runJobs(jobs: Jobs): void {
  let ending = false;
  const broken = () => {
    if (!ending) process.exit(1);
  };
  jobs.ended.then(broken, broken);
  showProgress(jobs.progressAt);
  whenToEnd((why) => {
    ending = true;
    const limit = setTimeout(() => process.exit(1), why === 'orphaned' ? 5_000 : drainLimit);
    void jobs.stop().then(() => {
      clearTimeout(limit);
      process.exit(0);
    });
  });
  reportReady();
}
