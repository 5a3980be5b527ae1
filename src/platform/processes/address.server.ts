/** Whether we may listen where we are told to, asked before anything is started. */
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { commandLineOf, holderOfPort, parentOf } from './process-table.server.ts';

/** The system's own word for why not; undefined when the address is free. */
function obstacle(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

/**
 * A web process of ours that outlived its supervisor: it ends by itself within a moment, unless it hangs or was stopped.
 * Its parent is then no Plaudit any more.
 */
function isOrphan(pid: number, program: string): boolean {
  if (!commandLineOf(pid).includes(program)) return false;
  const parent = parentOf(pid);
  return parent !== undefined && !commandLineOf(parent).some((word) => word.endsWith('/src/cli/main.ts'));
}

/** How long orphans may take to be gone. */
const patience = 3_000;

/** `program` is the one that is going to listen; what a killed supervisor left of it is ended. */
export async function needAddress(host: string, port: number, program: string): Promise<void> {
  for (const deadline = performance.now() + patience; ; await sleep(50)) {
    const reason = await obstacle(host, port);
    if (reason === undefined) return;
    if (reason !== 'EADDRINUSE') throw problem('installation.port-forbidden', { host, port, reason });
    const holder = holderOfPort(port);
    // One that ended since the port was asked for is seen no more, or has no words left.
    const ending = holder === undefined || commandLineOf(holder.pid).length === 0;
    if (performance.now() > deadline || !(ending || isOrphan(holder.pid, program))) {
      throw problem('installation.port-taken', { port, pid: holder?.pid ?? null, name: holder?.name ?? null, next: port + 1 });
    }
    if (!ending) process.kill(holder.pid, 'SIGKILL');
  }
}
