/**
 * What the state of an installation comes to: each thing that can go wrong slowly, held against the point at which a person should look
 * at it and the point at which something is being lost. The same thresholds stand behind the System page and the alerts in the docs.
 */

/** Seconds and bytes. */
export type HealthFacts = {
  readonly database: { readonly version: string; readonly bytes: number; readonly sessions: number; readonly mostSessions: number };
  readonly clock: { readonly skewSeconds: number };
  readonly queue: {
    readonly waiting: number;
    readonly running: number;
    readonly failed: number;
    readonly oldestSeconds: number;
    readonly workers: number;
  };
  readonly record: { readonly unsealed: number; readonly oldestSeconds: number };
  readonly mail: { readonly waiting: number; readonly held: number; readonly oldestSeconds: number };
  readonly disk: { readonly freeBytes: number; readonly limitBytes: number };
  /** `scheduled`: whether backups are taken by themselves. Age of the newest that is whole, and what came of the newest try. */
  readonly backup: {
    readonly scheduled: boolean;
    readonly wholeAgeSeconds: number | null;
    readonly bytes: number;
    readonly newest: 'whole' | 'damaged' | 'failed' | null;
  };
};

export type Check = keyof HealthFacts;
/** `look`: worth a look today. `bad`: something is being lost or refused, or soon will be. */
export type HealthState = 'ok' | 'look' | 'bad';
export type HealthFinding = { readonly check: Check; readonly state: HealthState };

const hour = 3_600;

/** At or beyond the first number look, beyond the second it is bad. */
function beyond(value: number, look: number, bad: number): HealthState {
  if (value > bad) return 'bad';
  return value > look ? 'look' : 'ok';
}

function worst(...states: readonly HealthState[]): HealthState {
  if (states.includes('bad')) return 'bad';
  return states.includes('look') ? 'look' : 'ok';
}

/** A backup counts from when it was read back whole; the newest try tells whether there will be another. */
export function judgeBackup({ scheduled, wholeAgeSeconds, newest }: Omit<HealthFacts['backup'], 'bytes'>): HealthState {
  if (newest === 'damaged' || newest === 'failed') return 'bad';
  if (!scheduled && wholeAgeSeconds === null) return 'look';
  return beyond(wholeAgeSeconds ?? 0, 26 * hour, 50 * hour);
}

/** Thresholds: sessions 80 and 95 %, clocks 2 and 30 s, jobs and mail 1 and 10 minutes, seals 5 and 60 s, a backup 26 and 50 hours. */
export function judgeHealth(facts: HealthFacts): readonly HealthFinding[] {
  const { database, clock, queue, record, mail, disk } = facts;
  return [
    { check: 'database', state: beyond(database.sessions / Math.max(1, database.mostSessions), 0.8, 0.95) },
    {
      check: 'queue',
      state: worst(queue.workers === 0 ? 'bad' : 'ok', queue.failed > 0 ? 'look' : 'ok', beyond(queue.oldestSeconds, 60, 600)),
    },
    { check: 'record', state: beyond(record.oldestSeconds, 5, 60) },
    { check: 'mail', state: worst(mail.held > 0 ? 'look' : 'ok', beyond(mail.oldestSeconds, 60, 600)) },
    { check: 'disk', state: beyond(-disk.freeBytes, -2 * disk.limitBytes, -disk.limitBytes) },
    { check: 'backup', state: judgeBackup(facts.backup) },
    { check: 'clock', state: beyond(Math.abs(clock.skewSeconds), 2, 30) },
  ];
}
