/** How an installation is, in the words of the System page. */
import type { Check, HealthFacts, HealthState } from '#core/operating/health.ts';

function size(bytes: number): string {
  if (bytes >= 10 * 2 ** 30) return `${Math.round(bytes / 2 ** 30)} GB`;
  if (bytes >= 2 ** 30) return `${(bytes / 2 ** 30).toFixed(1)} GB`;
  return `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`;
}

function age(seconds: number): string {
  if (seconds < 90) return many(Math.max(0, Math.round(seconds)), 'second', 'seconds');
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 48 * 3_600 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function lastBackup({ wholeAgeSeconds, bytes, newest }: HealthFacts['backup']): string {
  const last =
    wholeAgeSeconds === null ? 'None is verified yet.' : `The last verified one is ${age(wholeAgeSeconds)} old (${size(bytes)}).`;
  if (newest === 'failed') return `The newest try failed. ${last}`;
  return newest === 'damaged' ? `The newest one copied damage that was there before. ${last}` : last;
}

/** What is found, and what to do when it is not well. */
type Sentences<C extends Check> = { readonly name: string; readonly found: (facts: HealthFacts[C]) => string; readonly remedy: string };

const checks: { readonly [C in Check]: Sentences<C> } = {
  database: {
    name: 'Database',
    found: ({ version, bytes, sessions, mostSessions }) => `PostgreSQL ${version}, ${size(bytes)}, ${sessions} of ${mostSessions} sessions`,
    remedy: 'Fewer web processes or a smaller PLAUDIT_POOL leave sessions free; an own server can admit more.',
  },
  queue: {
    name: 'Jobs',
    found: ({ waiting, running, failed, oldestSeconds, workers }) =>
      workers === 0
        ? 'No jobs process is running.'
        : `${waiting === 0 ? 'None waits' : many(waiting, 'job waits', 'jobs wait')}, ${running} at work${failed > 0 ? `, ${failed} failed` : ''}${waiting > 0 ? `; the oldest for ${age(oldestSeconds)}` : ''}`,
    remedy: 'Look at the failed jobs below. Where none is running: ./plaudit start, or ./plaudit jobs on its own machine.',
  },
  record: {
    name: 'Seals',
    found: ({ unsealed, oldestSeconds }) =>
      unsealed === 0 ? 'Everything is sealed.' : `${many(unsealed, 'event waits', 'events wait')}, the oldest for ${age(oldestSeconds)}`,
    remedy: 'The jobs process seals. A transaction that is left open holds it back: ./plaudit doctor says more.',
  },
  mail: {
    name: 'Mail',
    found: ({ waiting, held, oldestSeconds }) =>
      [
        waiting === 0 ? 'None waits.' : `${many(waiting, 'mail waits', 'mails wait')}, the oldest for ${age(oldestSeconds)}.`,
        ...(held > 0 ? [`${many(held, 'is', 'are')} held.`] : []),
      ].join(' '),
    remedy: 'Held mail is decided on in the mailbox. What waits long says there what the mail server answered.',
  },
  disk: {
    name: 'Disk',
    found: ({ freeBytes, limitBytes }) =>
      freeBytes < limitBytes ? `${size(freeBytes)} free: new files are refused, marks and drafts are saved.` : `${size(freeBytes)} free`,
    remedy: 'Make room on the disk of the data folder: move backups away, or enlarge it.',
  },
  backup: {
    name: 'Backup',
    found: (facts) => (facts.scheduled || facts.newest !== null ? lastBackup(facts) : 'Nobody takes any.'),
    remedy: 'Set PLAUDIT_BACKUP_TO and PLAUDIT_BACKUP_PASSPHRASE, or run ./plaudit backup now and read what it says.',
  },
  clock: {
    name: 'Clocks',
    found: ({ skewSeconds }) =>
      Math.abs(skewSeconds) < 0.5 ? 'Database and web agree.' : `Database and web differ by ${Math.abs(skewSeconds).toFixed(1)} seconds.`,
    remedy: 'Run a time service on both machines.',
  },
};

/** Keeps the check and its facts together for the compiler. */
function sentences<C extends Check>(
  check: C,
  facts: HealthFacts,
): { readonly name: string; readonly found: string; readonly remedy: string } {
  const { name, found, remedy } = checks[check];
  return { name, found: found(facts[check]), remedy };
}

const states: Readonly<Record<HealthState, string>> = { ok: 'well', look: 'look', bad: 'act' };

export const health = {
  title: 'How it is',
  aside: 'As of loading this page',
  check: 'Part',
  state: 'State',
  found: 'Found',
  states,
  sentences,
  version: (version: string) => `Plaudit ${version}`,
  well: 'Everything is well.',
  look: (names: readonly string[]) => `Worth a look: ${names.join(', ')}.`,
  bad: (names: readonly string[]) => `Needs somebody now: ${names.join(', ')}.`,
};
