/** What an administrator does with the machinery, while the machinery is being killed. */
import type { Client } from '../client.ts';
import { type Kind, oncePerEvent, patiently } from '../kind.ts';
import type { World } from '../world.ts';

const path = '/manage/system';

/** The newest verification this person asked for. */
async function jobOf(client: Client, { look }: World): Promise<string> {
  const rows = await patiently(() =>
    look<{ id: string }>('select id from plaudit.long_jobs where requested_by = $1 order by created_at desc limit 1', [client.person.id]),
  );
  return rows[0]?.id ?? '';
}

export const system: readonly Kind[] = [
  {
    operation: 'system.start-verification',
    weight: 1,
    by: 'administrator',
    act: async (client) => {
      await client.send({ kind: 'system.start-verification', path, act: 'verify' });
    },
    check: async (lines, look) => {
      const ended = await look<{ found: number; id: string }>(
        `select j.id, (select count(*)::int from plaudit.audit_events e where e.kind = 'system.job-ended' and e.subject_id = j.id) as found
         from plaudit.long_jobs j`,
      );
      return [
        ...(await oncePerEvent(lines, look, 'system.verification-asked')),
        ...ended.map(({ id, found }) => ({ of: `the end of job ${id}`, expected: 1, found })),
      ];
    },
  },
  {
    operation: 'system.stop-long-job',
    weight: 1,
    by: 'administrator',
    act: async (client, world) => {
      await client.send({ kind: 'system.start-verification', path, act: 'verify' });
      await client.send({ kind: 'system.stop-long-job', path, act: 'stop', fields: { job: await jobOf(client, world) } });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'system.job-stopped'),
  },
  {
    operation: 'system.rerun-failed-job',
    weight: 1,
    by: 'administrator',
    act: async (client, world) => {
      const job = await world.failedJob();
      if (job === undefined) return;
      await client.send({ kind: 'system.rerun-failed-job', path, act: 'rerun', fields: { job }, about: { job } });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'system.job-rerun', 'job'),
  },
];
