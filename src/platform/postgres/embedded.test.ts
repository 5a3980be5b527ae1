import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#core/problems/problem.ts';
import { eventually, type Running, runModule } from '../../../tests/support/child.ts';
import { temporaryFolder } from '../../../tests/support/folders.ts';
import { isAlive, processesIn } from '../processes/process-table.server.ts';
import { type Embedded, startEmbedded } from './embedded.server.ts';

const folders: string[] = [];
const servers: Embedded[] = [];
const children: Running[] = [];
const quiet = () => undefined;

function freshFolder(): string {
  const folder = temporaryFolder('database');
  folders.push(folder);
  return join(folder, 'data');
}

const made = join(temporaryFolder('database-made'), 'data');

/** A folder whose cluster exists already: a copy is made in a tenth of the time of a new one. */
function usedFolder(): string {
  const folder = freshFolder();
  execFileSync('cp', ['-a', made, folder]);
  return folder;
}

beforeAll(async () => {
  const server = await startEmbedded(made, quiet, { durability: 'none' });
  await server.stop();
});
afterAll(() => rmSync(dirname(made), { recursive: true }));

async function start(folder: string, said: string[] = []): Promise<Embedded> {
  const server = await startEmbedded(folder, (line) => said.push(line), { durability: 'none' });
  servers.push(server);
  return server;
}

/** A supervisor of its own, to be killed. Prints the server's pid once it runs. */
async function startInChild(folder: string): Promise<{ child: Running; serverPid: number; adopted: boolean }> {
  const child = runModule(`
    import { startEmbedded } from '#platform/postgres/embedded.server.ts';
    const server = await startEmbedded(${JSON.stringify(folder)}, () => {}, { durability: 'none' });
    console.log('started', server.pid(), server.adopted);
    setInterval(() => {}, 1000);`);
  children.push(child);
  const [, pid, adopted] = (await child.line(/^started/)).split(' ');
  return { child, serverPid: Number(pid), adopted: adopted === 'true' };
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', quiet);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const child of children.splice(0)) child.child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop('insist');
  for (const folder of folders.splice(0)) {
    for (const pid of processesIn(join(folder, 'data/postgres/cluster'))) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

describe('the embedded database', () => {
  it('gives an owner that may make roles and databases and is no superuser, over a password on the loopback only', async () => {
    const server = await start(freshFolder());
    const [owner] = await ask(
      server.ownerUrl,
      `select rolcreaterole, rolcreatedb, rolsuper, rolbypassrls, pg_get_userbyid(datdba) as owner, datlocprovider, encoding,
         current_setting('listen_addresses') as listens
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(owner).toEqual({
      rolcreaterole: true,
      rolcreatedb: true,
      rolsuper: false,
      rolbypassrls: false,
      owner: 'plaudit_owner',
      datlocprovider: 'b',
      encoding: 6,
      listens: '127.0.0.1',
    });
    const wrong = new URL(server.ownerUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its passwords from other users', async () => {
    const folder = usedFolder();
    await start(folder);
    for (const name of ['superuser.password', 'owner.password']) expect(statSync(join(folder, 'postgres', name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres/cluster')).mode & 0o777).toBe(0o700);
  });

  it('is found on the same port with the same rows at the next start', async () => {
    const folder = usedFolder();
    const first = await start(folder);
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.pid())).toBe(false);
    const second = await start(folder);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes over the server of a supervisor that was killed, without a restart', async () => {
    const folder = usedFolder();
    const { child, serverPid } = await startInChild(folder);
    child.child.kill('SIGKILL');
    await child.exited;
    const server = await start(folder);
    expect({ adopted: server.adopted, pid: server.pid() }).toEqual({ adopted: true, pid: serverPid });
    await server.stop();
    expect(processesIn(join(folder, 'postgres/cluster'))).toEqual([]);
  });

  it('starts after supervisor and server were both killed', async () => {
    const folder = usedFolder();
    const { child, serverPid } = await startInChild(folder);
    child.child.kill('SIGKILL');
    process.kill(serverPid, 'SIGKILL');
    const server = await start(folder);
    expect(server.adopted).toBe(false);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('comes back on the same port when the server is killed', async () => {
    const said: string[] = [];
    const server = await start(usedFolder(), said);
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    const rows = await eventually('the database answers again', async () => {
      try {
        return server.pid() !== before && (await ask(server.ownerUrl, 'select 1 as one'));
      } catch {
        return undefined;
      }
    });
    expect(rows).toEqual([{ one: 1 }]);
    expect(said.at(-1)).toBe('The database server is back.');
  });

  it('notices a creation that was cut short and starts it over', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'postgres/cluster.unfinished/cluster/base'), { recursive: true });
    writeFileSync(join(folder, 'postgres/cluster.unfinished/cluster/PG_VERSION'), '18\n');
    const said: string[] = [];
    const server = await start(folder, said);
    expect(said[0]).toBe('An earlier creation of the database did not finish; starting it over.');
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'postgres/cluster.unfinished'))).toBe(false);
  });

  it('refuses a second supervisor on the same folder and says whose it is', async () => {
    const folder = usedFolder();
    const { child } = await startInChild(folder);
    await expect(start(folder)).rejects.toMatchObject({ code: 'installation.in-use', facts: { pid: child.pid } });
  });

  it('says which folder is closed to the user it runs as under root', async () => {
    const folder = freshFolder();
    const closed = dirname(folder);
    chmodSync(closed, 0o700);
    const outcome = await start(folder).catch((error: Problem) => error.facts);
    const asRoot = { folder: closed, mode: '0700' };
    expect(outcome).toMatchObject(process.getuid?.() === 0 ? asRoot : { adopted: false });
  });

  it('runs beside another in its own folder', async () => {
    const [one, other] = await Promise.all([start(usedFolder()), start(freshFolder())]);
    expect(new URL(one.ownerUrl).port).not.toBe(new URL(other.ownerUrl).port);
  });

  it('moves to another port when its own is taken', async () => {
    const folder = usedFolder();
    const first = await start(folder);
    await first.stop();
    const port = Number(new URL(first.ownerUrl).port);
    const squatter = createServer();
    await new Promise<void>((done) => squatter.listen(port, '127.0.0.1', done));
    try {
      const second = await start(folder);
      expect(new URL(second.ownerUrl).port).not.toBe(String(port));
      expect(readFileSync(join(folder, 'postgres/port'), 'utf8')).toBe(`${new URL(second.ownerUrl).port}\n`);
    } finally {
      squatter.close();
    }
  });

  it('is not held up by the number of a dead server that another process carries now', async () => {
    const folder = usedFolder();
    const first = await start(folder);
    await first.stop();
    writeFileSync(join(folder, 'postgres/cluster/postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready   \n`);
    expect(await ask((await start(folder)).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
