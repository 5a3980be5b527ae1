/** Whether there is something to come back from: a backup taken lately, read back from end to end, and still where it was put. */
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { judgeBackup } from '#core/operating/health.ts';
import type { Config } from '#platform/config.server.ts';
import { wordsFor } from '#words/index.ts';
import { type Finding, fault, ok, warning } from './finding.ts';

const { doctor: words } = wordsFor('en');

type Row = {
  readonly newest: 'whole' | 'damaged' | 'failed' | null;
  readonly note: string | null;
  readonly age: string | null;
  file: string | null;
};

/** Of the newest try how it ended, of the newest that is whole its age and its file. */
const asked = `select (array_agg(state order by taken_at desc))[1] as newest, (array_agg(note order by taken_at desc))[1] as note,
    extract(epoch from plaudit.plaudit_now() - max(taken_at) filter (where state = 'whole')) as age,
    (array_agg(file order by taken_at desc) filter (where state = 'whole'))[1] as file
  from directory.backups`;

export async function checkBackup({ backup: { to, passphrase } }: Config, client: pg.Client): Promise<Finding> {
  if (to !== undefined && passphrase === undefined) return fault('backup', words.backupUnsealed, words.sealBackups);
  const { rows } = await client.query<Row>(asked);
  const { newest = null, note, age, file } = rows[0] ?? {};
  const scheduled = to !== undefined;
  const wholeAgeSeconds = age == null ? null : Number(age);
  const state = judgeBackup({ scheduled, wholeAgeSeconds, newest });
  const detail = words.backup(wholeAgeSeconds ?? undefined, newest === 'whole' ? undefined : (newest ?? undefined), note ?? '', scheduled);
  // Where backups are taken by this machine it can see them; elsewhere only the list is known.
  if (scheduled && file != null && !existsSync(file)) return fault('backup', words.backupAway(file), words.backUpNow);
  if (state === 'ok') return ok('backup', detail);
  return (state === 'bad' ? fault : warning)('backup', detail, scheduled ? words.backUpNow : words.scheduleBackups);
}
