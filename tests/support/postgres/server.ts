/** The PostgreSQL the tests run on: our embedded one, without durability and by its socket, or any other named by PLAUDIT_TEST_SERVER. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsOf } from '#platform/postgres/cluster.server.ts';
import { startEmbedded } from '#platform/postgres/embedded.server.ts';
import { ensureOwner } from '#platform/postgres/owner.server.ts';

export type TestServer = {
  /** May do everything: make and drop databases, end sessions. */
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
};

/** The server of another installation, named by its superuser's connection string; the owner is made as set-up makes it. */
async function otherServer(superUrl: string): Promise<TestServer> {
  const owner = new URL(superUrl);
  owner.username = 'plaudit_owner';
  owner.password = 'only-in-tests';
  owner.pathname = '/plaudit';
  await ensureOwner({ ownerUrl: owner.href, superUrl });
  return { superUrl, ownerUrl: owner.href, stop: () => Promise.resolve() };
}

/** The same database by the server's socket. Whoever puts a proxy before it takes the socket out of the address again. */
function bySocket(url: string, folder: string): string {
  const moved = new URL(url);
  moved.searchParams.set('host', folder);
  return moved.href;
}

export async function startTestServer(): Promise<TestServer> {
  const given = process.env.PLAUDIT_TEST_SERVER;
  if (given) return otherServer(given);
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-test-'));
  // The database's own user has to get in; what is inside keeps its own doors.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, () => undefined, { durability: 'none', connections: 200, sockets: 'too' });
  const sockets = realpathSync(pathsOf(folder).cluster);
  const stop = async () => {
    await server.stop('insist');
    rmSync(folder, { recursive: true, force: true });
  };
  return { superUrl: bySocket(server.superUrl, sockets), ownerUrl: bySocket(server.ownerUrl, sockets), stop };
}
