/** `GET /metrics` for a machine that watches: figures of the whole installation and of each of its processes. No person, no name, no id of theirs. */
import { timingSafeEqual } from 'node:crypto';
import { judgeHealth } from '#core/operating/health.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { exposition, type Family, type Sample } from '#platform/formats/prometheus.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { healthFacts, runningSource } from '#slices/system/index.ts';
import { bounds, type Counters, countersShape } from './counters.ts';

const gauge = (name: string, help: string, value: number): Family => ({
  name: `plaudit_${name}`,
  help,
  type: 'gauge',
  samples: [{ value }],
});

async function ofInstallation(database: Database): Promise<Family[]> {
  const facts = await healthFacts(database.db, null);
  const levels = { ok: 0, look: 1, bad: 2 } as const;
  const states = judgeHealth(facts).map(({ check, state }): Sample => ({ labels: { check }, value: levels[state] }));
  return [
    {
      name: 'plaudit_info',
      help: 'Version that answers.',
      type: 'gauge',
      samples: [{ labels: { version: runningSource().version }, value: 1 }],
    },
    { name: 'plaudit_check', help: 'As on the System page: 0 well, 1 worth a look, 2 act.', type: 'gauge', samples: states },
    gauge('database_bytes', 'Size of the database.', facts.database.bytes),
    gauge('database_sessions', 'Sessions open in the database server.', facts.database.sessions),
    gauge('database_sessions_max', 'Sessions the database server admits.', facts.database.mostSessions),
    gauge('clock_skew_seconds', 'Clock of the database less the clock of the web process.', facts.clock.skewSeconds),
    gauge('jobs_waiting', 'Jobs that are due and not begun.', facts.queue.waiting),
    gauge('jobs_running', 'Jobs at work.', facts.queue.running),
    gauge('jobs_failed', 'Jobs that failed and wait for another try, or gave up.', facts.queue.failed),
    gauge('jobs_oldest_seconds', 'How long the oldest due job that was never tried has waited.', facts.queue.oldestSeconds),
    gauge('jobs_pools', 'Pools of workers with a pulse.', facts.queue.workers),
    gauge('record_unsealed_events', 'Events of the record no seal covers yet.', facts.record.unsealed),
    gauge('record_oldest_unsealed_seconds', 'How long the oldest of them has waited.', facts.record.oldestSeconds),
    gauge('mail_waiting', 'Mails that wait to be sent.', facts.mail.waiting),
    gauge('mail_held', 'Mails held after a restore until somebody decides.', facts.mail.held),
    gauge('mail_oldest_seconds', 'How long the oldest waiting mail has waited.', facts.mail.oldestSeconds),
    gauge('disk_free_bytes', 'Free on the disk of the data folder.', facts.disk.freeBytes),
    gauge('disk_limit_bytes', 'Free below which new files are refused.', facts.disk.limitBytes),
    gauge('backup_age_seconds', 'Age of the newest verified backup; -1 where there is none.', facts.backup.wholeAgeSeconds ?? -1),
    gauge('backup_bytes', 'Size of the newest verified backup.', facts.backup.bytes),
    gauge('backup_newest_whole', 'Whether the newest try made a verified backup.', facts.backup.newest === 'whole' ? 1 : 0),
  ];
}

type Process = { readonly name: string; readonly counters: Counters };

/** Processes that were heard of lately; one that died leaves no line behind. */
async function processesOf(database: Database): Promise<Process[]> {
  const { rows } = await database.pool.query<{ process: string; counters: unknown }>(
    `select process, counters from directory.pulses where counters <> '{}' and pulse_at > plaudit.plaudit_now() - interval '1 minute' order by process`,
  );
  return rows.flatMap(({ process: name, counters }) => {
    const read = countersShape.safeParse(counters);
    return read.success ? [{ name, counters: read.data }] : [];
  });
}

function timesOf({ name, counters }: Process): Sample[] {
  let sum = 0;
  const buckets = counters.times.map((count, i): Sample => {
    sum += count;
    return { suffix: '_bucket', labels: { process: name, le: i < bounds.length ? String(bounds[i]) : '+Inf' }, value: sum };
  });
  const labels = { process: name };
  return [...buckets, { suffix: '_sum', labels, value: counters.seconds }, { suffix: '_count', labels, value: sum }];
}

function ofProcesses(processes: readonly Process[]): Family[] {
  const each = (value: (counters: Counters) => number): Sample[] =>
    processes.map(({ name, counters }) => ({ labels: { process: name }, value: value(counters) }));
  const answers = processes.flatMap(({ name, counters }) =>
    Object.entries(counters.answers).map(([status, value]): Sample => ({ labels: { process: name, status }, value })),
  );
  return [
    { name: 'plaudit_http_answers_total', help: 'Answers by the first digit of their status.', type: 'counter', samples: answers },
    {
      name: 'plaudit_http_seconds',
      help: 'From a request to its answer’s first byte.',
      type: 'histogram',
      samples: processes.flatMap(timesOf),
    },
    { name: 'plaudit_process_resident_bytes', help: 'Memory of a process.', type: 'gauge', samples: each((c) => c.residentBytes) },
    {
      name: 'plaudit_process_cpu_seconds_total',
      help: 'Processor time of a process.',
      type: 'counter',
      samples: each((c) => c.cpuSeconds),
    },
  ];
}

/** Whether the bearer is the one who may look; of no length or beginning does the answer's time tell. */
function mayLook(request: Request, token: string): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(hashToken(given), hashToken(token));
}

/** Undefined for whoever may not look: then the address is one that does not exist. */
export async function metricsFor(request: Request, token: string | undefined, database: Database): Promise<Response | undefined> {
  if (token === undefined || !mayLook(request, token)) return undefined;
  const text = exposition([...(await ofInstallation(database)), ...ofProcesses(await processesOf(database))]);
  return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' } });
}
