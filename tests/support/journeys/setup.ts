/** One application with the demo for all journeys of a run; workers find it by its address, and people sign in with its password. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, startApplication } from '../application.ts';
import { openProvider } from './provider.ts';

/** Starts the process that reads the mails; answers where, and how to end it. */
async function openMailbox({ dataFolder, url }: Application): Promise<{ address: string; close: () => void }> {
  const env = { ...process.env, NODE_OPTIONS: '', PLAUDIT_DATA: dataFolder, PLAUDIT_URL: url };
  const child = fork(join(import.meta.dirname, 'mailbox.ts'), { execArgv: [], env });
  const port = await new Promise<number>((done, fail) => {
    child.once('message', (port) => done(Number(port)));
    child.once('exit', (code) => fail(new Error(`the mailbox ended with ${code}`)));
  });
  return { address: `http://127.0.0.1:${port}/`, close: () => child.disconnect() };
}

export default async function setup(): Promise<() => Promise<void>> {
  const looks = mkdtempSync(join(tmpdir(), 'plaudit-looks-'));
  const providers = join(looks, 'providers.yaml');
  const closeProvider = await openProvider(providers);
  const application = await startApplication({ PLAUDIT_PROVIDERS: providers });
  for (const deadline = performance.now() + 10_000; !/Ctrl-C/.test(application.said()) && performance.now() < deadline; )
    await new Promise((next) => setTimeout(next, 50));
  const mailbox = await openMailbox(application);
  process.env.PLAUDIT_JOURNEYS_MAILS = mailbox.address;
  process.env.PLAUDIT_JOURNEYS_URL = application.url;
  process.env.PLAUDIT_JOURNEYS_DATA = application.dataFolder;
  process.env.PLAUDIT_JOURNEYS_PASSWORD = /orla\.tennant@\S+\s+(\S+)/.exec(application.said())?.[1] ?? '';
  process.env.PLAUDIT_JOURNEYS_LOOKS = looks;
  return async () => {
    mailbox.close();
    await application.stop();
    await closeProvider();
    rmSync(looks, { recursive: true, force: true });
  };
}
