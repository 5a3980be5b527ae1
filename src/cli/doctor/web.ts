/** Whether our web process answers where it should. */
import type { Config } from '#platform/config.server.ts';
import { holderOfPort } from '#platform/processes/process-table.server.ts';
import { wordsFor } from '#words/index.ts';
import { type Finding, fault, ok, warning } from './finding.ts';

const { doctor: words } = wordsFor('en');

async function ask(config: Config, path: string): Promise<{ status: number; text: string } | undefined> {
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host;
  try {
    const answer = await fetch(`http://${host}:${config.port}${path}`, { signal: AbortSignal.timeout(4_000), redirect: 'manual' });
    return { status: answer.status, text: (await answer.text()).trim() };
  } catch {
    return undefined;
  }
}

export async function checkWeb(config: Config): Promise<Finding> {
  const holder = holderOfPort(config.port);
  const live = await ask(config, '/healthz/live');
  if (live === undefined) {
    if (holder === undefined) return warning('web', words.webAbsent(config.port), words.startIt);
    return fault('web', words.portSilent(config.port, holder.name, holder.pid), words.freePort);
  }
  if (live.text !== 'live') return fault('web', words.portForeign(config.port, holder?.name ?? '?', holder?.pid ?? 0), words.freePort);
  const ready = await ask(config, '/healthz/ready');
  return ready?.status === 200 ? ok('web', words.webReady(config.port)) : fault('web', words.webNotReady(config.port), words.seeDatabase);
}
