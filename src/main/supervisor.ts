/** Everything on one machine: database, migrations, pages, web processes, jobs process; started in order, stopped in reverse. */
import { once } from 'node:events';
import type { Config } from '#platform/config.server.ts';
import { ensureSecret } from '#platform/data-folder.server.ts';
import { migrate } from '#platform/database/migrate.server.ts';
import { ensureRoles } from '#platform/database/roles.server.ts';
import { needAddress } from '#platform/processes/address.server.ts';
import { ensureBuild } from '#platform/processes/build.server.ts';
import { listenToOperator, type Requests } from '#platform/processes/signals.server.ts';
import { type Say, sentences } from '#platform/say.server.ts';
import { ownerEnvironment, program, root, startChildren } from './children.ts';
import { needFinished, openOwnedDatabase } from './database.ts';
import { ensureDemo, setUpLink } from './first-start.ts';
import { startBackupClock } from './watching/backup-clock.ts';
import { watchDisk } from './watching/ballast.ts';

/** In the order they were started; each can be asked and, later, told. */
type Stops = ((how: 'together' | 'now') => Promise<void>)[];

const aborted = (signal: AbortSignal) => (signal.aborted ? Promise.resolve() : once(signal, 'abort').then(() => undefined));

async function start(config: Config, say: Say, operator: Requests, stops: Stops): Promise<void> {
  await needAddress(config.host, config.port, program('main/web.ts'));
  const secret = ensureSecret(config);
  const building = ensureBuild(root, say);
  building.catch(() => undefined);
  const database = await openOwnedDatabase(config, say, operator.stop);
  stops.push((how) => database.stop(how === 'now' ? 'insist' : 'ask'));
  const { ownerUrl } = database;
  await needFinished(ownerUrl);
  const stopWatching = watchDisk(config, say);
  stops.push(() => Promise.resolve(stopWatching()));
  await ensureRoles(ownerUrl, secret);
  await migrate(ownerUrl, { say });
  await building;
  const environment = ownerEnvironment(config, ownerUrl);
  const signIns = await ensureDemo(config, environment, say);
  if (operator.stop.aborted) return;

  const children = startChildren(config, ownerUrl, secret, say);
  stops.push(children.stopJobs, children.stopWebs);
  await Promise.race([children.ready, aborted(operator.stop)]);
  if (operator.stop.aborted) return;
  const stopBackups = startBackupClock(config, ownerUrl, say);
  stops.push(() => Promise.resolve(stopBackups()));
  let reloading = Promise.resolve();
  operator.onReload(() => {
    reloading = reloading.then(children.reload).catch((error) => say(sentences.reloadFailed(String(error))));
  });
  say(sentences.listening(config.url));
  for (const line of signIns.length > 0 ? signIns : await setUpLink(environment)) say(line);
  say(sentences.howToStop);
}

/** Runs until it is told to stop. What was started is stopped again, also when starting fails half-way. */
export async function supervise(config: Config, say: Say): Promise<void> {
  const operator = listenToOperator();
  const stops: Stops = [];
  operator.insist.addEventListener('abort', () => {
    say(sentences.insisting);
    for (const stop of stops) void stop('now');
  });
  try {
    await start(config, say, operator, stops);
    await aborted(operator.stop);
  } catch (error) {
    // A program of ours that hears the same Ctrl-C may end in the middle of its work; that is no fault.
    if (!operator.stop.aborted) throw error;
  } finally {
    if (operator.stop.aborted) say(sentences.stopping);
    for (const stop of stops.toReversed()) await stop(operator.insist.aborted ? 'now' : 'together');
  }
  say(sentences.stopped);
}
