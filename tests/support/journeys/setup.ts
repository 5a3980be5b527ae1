/** One application with the demo for all journeys of a run; workers find it by its address, and people sign in with its password. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../application.ts';
import { openProvider } from './provider.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const looks = mkdtempSync(join(tmpdir(), 'plaudit-looks-'));
  const providers = join(looks, 'providers.yaml');
  const closeProvider = await openProvider(providers);
  const application = await startApplication({ PLAUDIT_PROVIDERS: providers });
  for (const deadline = performance.now() + 10_000; !/Ctrl-C/.test(application.said()) && performance.now() < deadline; )
    await new Promise((next) => setTimeout(next, 50));
  process.env.PLAUDIT_JOURNEYS_URL = application.url;
  process.env.PLAUDIT_JOURNEYS_DATA = application.dataFolder;
  process.env.PLAUDIT_JOURNEYS_PASSWORD = /orla\.tennant@\S+\s+(\S+)/.exec(application.said())?.[1] ?? '';
  process.env.PLAUDIT_JOURNEYS_LOOKS = looks;
  return async () => {
    await application.stop();
    await closeProvider();
    rmSync(looks, { recursive: true, force: true });
  };
}
