/** How the installation is, in figures: for the System page of one organisation, and for the machine that watches all of it. */
import { sql } from 'kysely';
import type { HealthFacts } from '#core/operating/health.ts';
import { freeSpace } from '#platform/data-folder.server.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId } from '#platform/ids.ts';

export type HealthSettings = { readonly dataFolder: string; readonly diskLimit: number; readonly backupScheduled: boolean };

let settings: HealthSettings = { dataFolder: '.', diskLimit: 0, backupScheduled: false };

/** Said once by the web process. */
export function configureHealth(given: HealthSettings): void {
  settings = given;
}

type Row = {
  version: string;
  bytes: string;
  sessions: number;
  most_sessions: number;
  now: Date;
  waiting: number;
  running: number;
  failed: number;
  oldest_seconds: number;
  workers: number;
  unsealed: number;
  unsealed_seconds: number;
  mail_waiting: number;
  mail_held: number;
  mail_seconds: number;
  whole_seconds: number | null;
  backup_bytes: string | null;
  newest: string | null;
};

/** Of one organisation; of all together where none is named, which is for machines only. */
async function ask(db: Db, organisation: OrganisationId | null): Promise<Row> {
  const ours = sql`(${organisation}::uuid is null or organisation_id = ${organisation})`;
  const { rows } = await sql<Row>`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes, clock_timestamp() as now,
      (select count(*)::integer from pg_stat_activity where datid is not null) as sessions,
      current_setting('max_connections')::integer as most_sessions, q.waiting, q.running, q.failed, q.oldest_seconds,
      (select count(*)::integer from directory.worker_pools where pulse_at > plaudit.plaudit_now() - interval '10 seconds') as workers,
      e.unsealed, e.unsealed_seconds, m.mail_waiting, m.mail_held, m.mail_seconds, b.whole_seconds, b.backup_bytes, b.newest
    from plaudit.queue_state(${organisation}::uuid) q,
      lateral (select count(*)::integer as unsealed, coalesce(extract(epoch from plaudit.plaudit_now() - min(at)), 0)::float8 as unsealed_seconds
        from audit_events e where ${ours} and not exists (
          select from audit_seals s where s.organisation_id = e.organisation_id and s.event_id = e.id)) e,
      lateral (select count(*) filter (where state = 'queued')::integer as mail_waiting, count(*) filter (where held_for = 'restore')::integer as mail_held,
        coalesce(extract(epoch from plaudit.plaudit_now() - min(created_at) filter (where state = 'queued')), 0)::float8 as mail_seconds
        from outbox where ${ours} and state in ('queued', 'held')) m,
      lateral (select extract(epoch from plaudit.plaudit_now() - max(taken_at) filter (where state = 'whole'))::float8 as whole_seconds,
        (array_agg(bytes order by taken_at desc) filter (where state = 'whole'))[1]::text as backup_bytes,
        (array_agg(state order by taken_at desc))[1] as newest from directory.backups) b`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not say how it is');
  return row;
}

/** The machine's own clock is held against the database's, half of the way there and back allowed for. */
export async function healthFacts(db: Db, organisation: OrganisationId | null): Promise<HealthFacts> {
  const asked = Date.now();
  const row = await ask(db, organisation);
  const skewSeconds = (row.now.getTime() - (asked + Date.now()) / 2) / 1_000;
  return {
    database: {
      version: row.version.split(' ')[0] ?? row.version,
      bytes: Number(row.bytes),
      sessions: row.sessions,
      mostSessions: row.most_sessions,
    },
    clock: { skewSeconds },
    queue: { waiting: row.waiting, running: row.running, failed: row.failed, oldestSeconds: row.oldest_seconds, workers: row.workers },
    record: { unsealed: row.unsealed, oldestSeconds: row.unsealed_seconds },
    mail: { waiting: row.mail_waiting, held: row.mail_held, oldestSeconds: row.mail_seconds },
    disk: { freeBytes: freeSpace(settings.dataFolder), limitBytes: settings.diskLimit },
    backup: {
      scheduled: settings.backupScheduled,
      wholeAgeSeconds: row.whole_seconds,
      bytes: Number(row.backup_bytes ?? 0),
      newest: row.newest as HealthFacts['backup']['newest'],
    },
  };
}
