import { expect, it } from 'vitest';
import { type Check, type HealthFacts, type HealthState, judgeHealth } from './health.ts';

const well: HealthFacts = {
  database: { version: '18.4', bytes: 1, sessions: 10, mostSessions: 100 },
  clock: { skewSeconds: 0 },
  queue: { waiting: 0, running: 0, failed: 0, oldestSeconds: 0, workers: 2 },
  record: { unsealed: 0, oldestSeconds: 0 },
  mail: { waiting: 0, held: 0, oldestSeconds: 0 },
  disk: { freeBytes: 10_000, limitBytes: 500 },
  backup: { scheduled: true, wholeAgeSeconds: 3_600, bytes: 1, newest: 'whole' },
};
const stateOf = (check: Check, facts: HealthFacts) => judgeHealth(facts).find((finding) => finding.check === check)?.state;

it('an installation that is well has nothing to look at', () => {
  expect(judgeHealth(well).filter(({ state }) => state !== 'ok')).toEqual([]);
});

const cases: readonly (readonly [string, Check, Partial<HealthFacts>, HealthState])[] = [
  ['sessions run short', 'database', { database: { ...well.database, sessions: 85 } }, 'look'],
  ['no session is left', 'database', { database: { ...well.database, sessions: 97 } }, 'bad'],
  ['nobody works off the queue', 'queue', { queue: { ...well.queue, workers: 0 } }, 'bad'],
  ['a job has failed', 'queue', { queue: { ...well.queue, failed: 1 } }, 'look'],
  ['a job waits eleven minutes', 'queue', { queue: { ...well.queue, oldestSeconds: 660 } }, 'bad'],
  ['seals lag a little', 'record', { record: { unsealed: 3, oldestSeconds: 6 } }, 'look'],
  ['seals lag a minute', 'record', { record: { unsealed: 3, oldestSeconds: 61 } }, 'bad'],
  ['mail is held after a restore', 'mail', { mail: { ...well.mail, held: 4 } }, 'look'],
  ['mail waits eleven minutes', 'mail', { mail: { ...well.mail, waiting: 1, oldestSeconds: 660 } }, 'bad'],
  ['less than twice the limit is free', 'disk', { disk: { freeBytes: 999, limitBytes: 500 } }, 'look'],
  ['less than the limit is free', 'disk', { disk: { freeBytes: 499, limitBytes: 500 } }, 'bad'],
  ['nobody takes backups', 'backup', { backup: { scheduled: false, wholeAgeSeconds: null, bytes: 0, newest: null } }, 'look'],
  ['the last backup failed', 'backup', { backup: { ...well.backup, newest: 'failed' } }, 'bad'],
  ['the last whole backup is 27 hours old', 'backup', { backup: { ...well.backup, wholeAgeSeconds: 27 * 3_600 } }, 'look'],
  ['the last whole backup is three days old', 'backup', { backup: { ...well.backup, wholeAgeSeconds: 72 * 3_600 } }, 'bad'],
  ['the clocks differ by a minute', 'clock', { clock: { skewSeconds: -60 } }, 'bad'],
];

it.each(cases)('when %s, the %s tells it', (_, check, changed, state) => {
  expect(stateOf(check, { ...well, ...changed })).toBe(state);
  expect(judgeHealth({ ...well, ...changed }).filter((finding) => finding.state !== 'ok').length).toBe(1);
});
