/** The daily backup: begun by the supervisor, because only it has the owner's connection; run as a program of its own. */
import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import pg from 'pg';
import type { Config } from '#platform/config.server.ts';
import type { Say } from '#platform/say.server.ts';
import { wordsFor } from '#words/index.ts';
import { ownerEnvironment, program } from '../children.ts';

const { backupSchedule: words } = wordsFor('en');
const every = 20_000;
/** A backup that failed is tried again after an hour, not after a day. */
const again = 3_600_000;

/** The last instant a backup was due, at a time of day in UTC. */
export function lastDue(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const due = new Date(now);
  due.setUTCHours(hours, minutes, 0, 0);
  if (due > now) due.setUTCDate(due.getUTCDate() - 1);
  return due;
}

type Tried = { readonly takenAt: Date; readonly state: string };

/** Whether one is due: none since the last time, or that one failed an hour ago. The list is the database's, so a restart forgets nothing. */
export function isDue(now: Date, at: string, newest: Tried | undefined): boolean {
  if (newest === undefined || newest.takenAt < lastDue(now, at)) return true;
  return newest.state === 'failed' && now.getTime() - newest.takenAt.getTime() > again;
}

async function newestOf(ownerUrl: string): Promise<Tried | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit backup clock', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Tried>('select taken_at as "takenAt", state from directory.backups order by taken_at desc limit 1');
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Looks again and again until told to stop. A backup under way is ended: the next one starts over. */
export function startBackupClock(config: Config, ownerUrl: string, say: Say): () => void {
  const { to, at, passphrase } = config.backup;
  if (to === undefined) return () => undefined;
  if (passphrase === undefined) {
    say(words.unsealed);
    return () => undefined;
  }
  let running: ReturnType<typeof fork> | undefined;
  const look = async () => {
    if (running !== undefined || !isDue(new Date(), at, await newestOf(ownerUrl).catch(() => ({ takenAt: new Date(), state: 'unknown' }))))
      return;
    say(words.begins);
    running = fork(program('cli/main.ts'), ['backup'], { execArgv: [], env: { ...process.env, ...ownerEnvironment(config, ownerUrl) } });
    // What people do comes first.
    if (running.pid !== undefined) setPriority(running.pid, 10);
    running.once('exit', (code) => {
      running = undefined;
      say(code === 0 ? words.done : words.failed(code));
    });
  };
  void look();
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return () => {
    clearInterval(timer);
    running?.kill('SIGTERM');
  };
}
