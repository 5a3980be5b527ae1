import { rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, type Running, runModule } from '../../../tests/support/child.ts';
import { temporaryFolder } from '../../../tests/support/folders.ts';
import { freePort } from '../../../tests/support/free-port.ts';
import { isFree } from '../postgres/port.server.ts';
import { isAlive } from './process-table.server.ts';

const here = import.meta.dirname;
const folders: string[] = [];
const supervisors: Running[] = [];

afterEach(async () => {
  for (const { child, exited } of supervisors.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A small web program in place of the product's: answers its process number after a moment, and can be told to misbehave. */
const program = `
  import { runWeb } from ${JSON.stringify(join(here, 'child-processes.server.ts'))};
  const answer = async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/hang') for (;;);
    await request.text();
    await new Promise((done) => setTimeout(done, pathname === '/slow' ? 1000 : 5));
    return new Response(String(process.pid));
  };
  if (process.env.NEVER_READY) process.exit(9);
  await runWeb({ host: '127.0.0.1', port: Number(process.env.PORT), behindProxy: false }, { fetch: answer, close: async () => {} });`;

type Site = { readonly running: Running; readonly port: number };

/** A supervisor of its own with two such webs. SIGHUP replaces them, SIGTERM stops them. */
async function supervise(env: NodeJS.ProcessEnv = {}): Promise<Site> {
  const folder = temporaryFolder('group');
  folders.push(folder);
  writeFileSync(join(folder, 'web.ts'), program);
  const port = await freePort();
  const text = `
    import { keepGroup, webSpawner } from '#platform/processes/group.server.ts';
    const spawn = webSpawner(${JSON.stringify(join(folder, 'web.ts'))}, { PORT: '${port}' });
    const webs = keepGroup({ name: 'web', count: 2, patience: 2, spawn, say: console.log });
    process.on('SIGHUP', async () => { await webs.replaceAll(); console.log('replaced'); });
    process.on('SIGTERM', async () => { await webs.stop('together'); console.log('stopped'); process.exit(0); });
    webs.ready.then(() => console.log('ready'), (error) => { console.log('given up', error.code, error.facts.times); process.exit(1); });`;
  const running = runModule(text, env);
  supervisors.push(running);
  return { running, port };
}

type Answer = { readonly status: number; readonly pid: number; readonly connection: string | undefined };

function ask(port: number, path = '/', agent?: Agent): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = request({ port, path, method: 'POST', host: '127.0.0.1', agent: agent ?? false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, pid: Number(body), connection: response.headers.connection }));
      response.on('error', fail);
    });
    asking.on('error', fail);
    asking.end('a form');
  });
}

/** Steady posts from clients that keep their connections and clients that do not, until told to stop. */
function load(port: number, path = '/') {
  const answers: Answer[] = [];
  const failures: string[] = [];
  let going = true;
  const client = async (agent: Agent | undefined) => {
    for (; going; await sleep(10)) {
      try {
        answers.push(await ask(port, path, agent));
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  const clients = Array.from({ length: 8 }, (_, i) => client(i % 2 === 0 ? new Agent({ keepAlive: true }) : undefined));
  const finish = async () => {
    going = false;
    await Promise.all(clients);
    return { answers, failures };
  };
  return { answers, finish };
}

const pidsOf = (answers: readonly Answer[]) => new Set(answers.map(({ pid }) => pid));

describe('web processes side by side', () => {
  it('are replaced one by one without a refused request', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const traffic = load(port);
    await eventually('both have answered', () => pidsOf(traffic.answers).size === 2);
    const before = pidsOf(traffic.answers);
    running.child.kill('SIGHUP');
    await running.line(/^replaced/);
    const since = traffic.answers.length;
    await eventually('both new ones have answered', () => pidsOf(traffic.answers.slice(since)).size === 2);
    await eventually('it was steady traffic', () => traffic.answers.length > 200);
    const { answers, failures } = await traffic.finish();
    expect(failures).toEqual([]);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect([...pidsOf(answers.slice(since))].filter((pid) => before.has(pid))).toEqual([]);
  });

  it('would be seen to refuse if one were cut off instead: the same clients fail then', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const { pid } = await ask(port);
    const traffic = load(port, '/slow');
    await sleep(300);
    process.kill(pid, 'SIGKILL');
    expect((await traffic.finish()).failures).not.toEqual([]);
  });

  it('finish what is under way when they are asked to stop, and close the connection', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const agent = new Agent({ keepAlive: true });
    const slow = ask(port, '/slow', agent);
    await sleep(200);
    running.child.kill('SIGTERM');
    expect(await slow).toMatchObject({ status: 200, connection: 'close' });
    await running.line(/^stopped/);
    await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
  });

  it('are started again when one is killed, while the other serves', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const { pid } = await ask(port);
    process.kill(pid, 'SIGKILL');
    await running.line(/^The web \d process ended \(SIGKILL\)/);
    expect((await ask(port)).status).toBe(200);
    const seen = new Set<number>();
    await eventually('two serve again', async () => seen.add((await ask(port)).pid).size === 2);
    expect(seen.has(pid)).toBe(false);
  });

  it('are ended and started again when they make no progress', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const hanging = ask(port, '/hang');
    await expect(hanging).rejects.toThrow('socket hang up');
    expect(await running.line(/made no progress for 2 s/)).toMatch(/^The web \d process/);
    expect((await ask(port)).status).toBe(200);
  });

  it('are given up when they never get ready', async () => {
    const { running } = await supervise({ NEVER_READY: '1' });
    expect(await running.line(/^given up/)).toBe('given up installation.process-does-not-start 3');
  });

  it('end with their supervisor, however it ends', async () => {
    const { running, port } = await supervise();
    await running.line(/^ready/);
    const pids = new Set<number>();
    await eventually('both have answered', async () => pids.add((await ask(port)).pid).size === 2);
    running.child.kill('SIGKILL');
    await eventually('none is left', () => [...pids].every((pid) => !isAlive(pid)));
    expect(await eventually('its port is free again', () => isFree(port))).toBe(true);
  });
});
