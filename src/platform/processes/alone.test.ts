import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, type Running, runModule } from '../../../tests/support/child.ts';
import { isAlive } from './process-table.server.ts';

const started: Running[] = [];

function alone(text: string): Running {
  const running = runModule(text);
  started.push(running);
  return running;
}

afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});

describe('a process without a supervisor', () => {
  it('is ended when it makes no progress, so that whoever looks after the machine starts it again', async () => {
    const running = alone(`
      import { showProgress } from '#platform/processes/parent-link.server.ts';
      showProgress(() => performance.now(), 2);
      setTimeout(() => { for (;;); }, 1500);`);
    expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('tells a balancer that it leaves while it still answers, and says so to those who are connected', async () => {
    const running = alone(`
      import { createServer } from 'node:net';
      import { runWeb } from ${JSON.stringify(join(import.meta.dirname, 'child-processes.server.ts'))};
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(async () => {
          await runWeb({ host: '127.0.0.1', port, behindProxy: false }, { fetch: () => new Response('fine'), close: async () => {} });
          console.log('port', port);
        });
      });`);
    const port = Number((await running.line(/^port/)).split(' ')[1]);
    const ask = async (path: string) => {
      const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status, connection: headers.get('connection') };
    };
    expect((await ask('/healthz/ready')).status).toBe(200);
    running.child.kill('SIGTERM');
    const leaving = await eventually('it says that it leaves', async () => {
      const answer = await ask('/healthz/ready');
      return answer.status === 503 && answer;
    });
    expect(leaving.connection).toBe('close');
    expect(await ask('/')).toEqual({ status: 200, connection: 'close' });
  });

  it('ends when its supervisor was killed while it was still starting', async () => {
    const child = `
      import { runJobs } from '#platform/processes/child-processes.server.ts';
      console.log('starting', process.pid);
      await new Promise((done) => setTimeout(done, 1000));
      runJobs({ progressAt: () => performance.now(), ended: new Promise(() => undefined), stop: async () => undefined });
      setInterval(() => undefined, 1000);`;
    const running = alone(`
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['--input-type=module-typescript', '--eval', ${JSON.stringify(child)}], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });`);
    const pid = Number((await running.line(/^starting/)).split(' ')[1]);
    running.child.kill('SIGKILL');
    expect(await eventually('it has ended', () => !isAlive(pid))).toBe(true);
  });
});
