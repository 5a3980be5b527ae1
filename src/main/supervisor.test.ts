import { readdirSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { commandLineOf, isAlive, parentOf, processesIn } from '#platform/processes/process-table.server.ts';
import { eventually, type Running, run } from '../../tests/support/child.ts';
import { temporaryFolder } from '../../tests/support/folders.ts';
import { freePort } from '../../tests/support/free-port.ts';

const launcher = resolve(import.meta.dirname, '../../plaudit');
const folder = temporaryFolder('supervisor');
const data = join(folder, 'data');
const cluster = join(data, 'postgres/cluster');
const running: Running[] = [];

/** A first start may build the pages and a machine may be busy. */
const patience = 60;

function plaudit(words: string[], port: number, env: NodeJS.ProcessEnv = {}): Running {
  const settings = { PORT: String(port), PLAUDIT_DATA: data, PLAUDIT_DEMO: 'off', PLAUDIT_LOG: 'warn', DATABASE_URL: '', ...env };
  const started = run(launcher, words, settings);
  running.push(started);
  return started;
}

async function start(port: number, env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const started = plaudit(['start'], port, env);
  await started.line(/^Plaudit is listening/, patience);
  return started;
}

function status(port: number, agent: Agent | false = false): Promise<number> {
  return new Promise((done, fail) => {
    const asking = get({ port, path: '/healthz/ready', host: '127.0.0.1', agent }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
    });
    asking.on('error', fail);
  });
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((candidate) => candidate > 0 && parentOf(candidate) === pid);
}

/** What the doctor does not call well. It must end with 0: nothing here is a fault. */
async function notedByDoctor(port: number): Promise<string[]> {
  const doctor = plaudit(['doctor', '--json'], port);
  expect(await doctor.exited).toEqual({ code: 0, signal: null });
  const { findings } = JSON.parse(doctor.output()) as { findings: { check: string; state: string }[] };
  return findings.filter(({ state }) => state !== 'ok').map(({ check }) => check);
}

function killAll(): void {
  for (const { pid } of running) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Ended by itself.
    }
  }
  running.length = 0;
}

afterEach(killAll);
afterAll(async () => {
  for (const pid of processesIn(cluster)) process.kill(pid, 'SIGKILL');
  await eventually('the database is gone', () => processesIn(cluster).length === 0);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('plaudit start', { timeout: 120_000 }, () => {
  it('serves, is found well by the doctor, refuses a second start, and leaves no process after Ctrl-C', async () => {
    const port = await freePort();
    const first = await start(port);
    expect(await status(port)).toBe(200);

    // The first pulse of the jobs process follows within a second or two.
    const noted = await eventually('the doctor hears the jobs process', async () => {
      const found = await notedByDoctor(port);
      return !found.includes('jobs') && found;
    });
    expect(noted).toEqual(['mail', 'backup']);

    const samePort = plaudit(['start'], port);
    expect(await samePort.exited).toEqual({ code: 3, signal: null });
    expect(samePort.output()).toContain(`Port ${port} is used by`);
    const sameFolder = plaudit(['start'], await freePort());
    expect(await sameFolder.exited).toEqual({ code: 1, signal: null });
    expect(sameFolder.output()).toContain(`${join(data, 'postgres')} is in use by process ${first.pid}`);

    // The terminal sends Ctrl-C to the whole group: launcher, supervisor, webs and jobs at once.
    process.kill(-first.pid, 'SIGINT');
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(first.output().trimEnd()).toMatch(/Stopped\.$/);
    expect(processesIn(cluster)).toEqual([]);
    expect(() => process.kill(-first.pid, 0)).toThrow('ESRCH');
  });

  it('takes up new code without refusing a request, and starts again after kill -9 of the supervisor', async () => {
    const port = await freePort();
    const first = await start(port, { PLAUDIT_WEBS: '2' });
    const answers: (number | string)[] = [];
    let going = true;
    const client = async (agent: Agent | false) => {
      for (; going; await sleep(10)) answers.push(await status(port, agent).catch(String));
    };
    const clients = [client(false), client(new Agent({ keepAlive: true })), client(false)];
    first.child.kill('SIGHUP');
    await first.line(/^The new code serves/, patience);
    going = false;
    await Promise.all(clients);
    expect(answers.filter((answer) => answer !== 200)).toEqual([]);
    expect(answers.length).toBeGreaterThan(50);

    // One web hangs at that moment, so that it cannot notice that its supervisor is gone; it still holds the port.
    const [hanging = 0] = childrenOf(first.pid).filter((pid) => commandLineOf(pid).some((word) => word.endsWith('main/web.ts')));
    process.kill(hanging, 'SIGSTOP');
    first.child.kill('SIGKILL');
    expect(processesIn(cluster).length).toBeGreaterThan(0);
    const second = await start(port);
    expect(await status(port)).toBe(200);
    expect([first.pid, hanging].filter(isAlive)).toEqual([]);
    second.child.kill('SIGTERM');
    expect(await second.exited).toEqual({ code: 0, signal: null });
    expect(processesIn(cluster)).toEqual([]);
  });

  it('insists at the second Ctrl-C', async () => {
    const port = await freePort();
    const first = await start(port);
    // A client that never finishes its request is waited for, until somebody insists.
    const stuck = connect(port, '127.0.0.1').on('error', () => undefined);
    stuck.write('POST / HTTP/1.1\r\nHost: localhost\r\n');
    await sleep(100);
    first.child.kill('SIGINT');
    await first.line(/^Stopping/);
    await sleep(600);
    first.child.kill('SIGINT');
    const asked = performance.now();
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(first.output()).toContain('Stopping at once…');
    stuck.destroy();
    expect(processesIn(cluster)).toEqual([]);
  });
});
