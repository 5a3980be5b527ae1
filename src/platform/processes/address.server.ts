/** Whether we may listen where we are told to, asked before anything is started. */
import { createServer } from 'node:net';
import { problem } from '#core/problems/problem.ts';
import { holderOfPort } from './process-table.server.ts';

/** The system's own word for why not; undefined when the address is free. */
function obstacle(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

export async function needAddress(host: string, port: number): Promise<void> {
  const reason = await obstacle(host, port);
  if (reason === undefined) return;
  if (reason !== 'EADDRINUSE') throw problem('installation.port-forbidden', { host, port, reason });
  const holder = holderOfPort(port);
  throw problem('installation.port-taken', { port, pid: holder?.pid ?? null, name: holder?.name ?? null, next: port + 1 });
}
